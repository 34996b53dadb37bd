import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { resolverApi, type Call } from '../../../src/contract/resolver-api';
import { visitors } from '../../site/sample/people';
import type { Caller, ModulePlace, Visitor } from '../../site/seams';
import { callerOf, Desk, file, places, visitorOf, type PlaceName } from './desk';
import { examples } from './payloads';

interface Role {
  readonly caller: Caller;
  readonly visitor: Visitor;
  readonly unlicensed?: boolean;
  readonly forges?: boolean;
}

const [table, ...rows] = readFileSync(path.join(__dirname, 'access.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const [, , ...columns] = table!;

const calls = Object.keys(resolverApi) as Call[];
const payloads = examples(file);

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.start();
  await desk.letMonitor(callerOf(visitors.jiraAdministrator), 'Service Level Managers');
  const [project] = desk.site.jira.store.projects.values();
  project!.roles.get('Service Level Managers')!.add(colleague());
}, 120_000);

afterAll(async () => expect(await desk.close()).toEqual([]));

const seats: readonly string[] = Object.values(visitors).map(({ accountId }) => accountId);

/** Somebody of the team who is no visitor. */
function colleague(): string {
  const [project] = desk.site.jira.store.projects.values();
  return [...project!.roles.get('Service Desk Team')!].find((account) => !seats.includes(account))!;
}

function role(name: string): Role {
  const { store } = desk.site.jira;
  const { agent, projectAdministrator, jiraAdministrator, customer } = visitors;
  const stranger = [...store.users.values()].find(
    ({ accountId, accountType }) => accountType === 'customer' && !seats.includes(accountId),
  );
  const user = (one: { accountId: string; displayName: string }): Role => ({
    caller: callerOf(one),
    visitor: visitorOf(one),
  });
  const outsider = (one: { accountId: string; displayName: string }): Role => ({
    caller: callerOf(one),
    visitor: { ...visitorOf(one), unlicensed: 'customer' },
  });
  const roles: Readonly<Record<string, Role>> = {
    agent: user(agent),
    manager: user(store.users.get(colleague())!),
    'project admin': user(projectAdministrator),
    'Jira admin': user(jiraAdministrator),
    'customer here': outsider(customer),
    'customer elsewhere': outsider(stranger!),
    'inactive licence': { ...user(projectAdministrator), unlicensed: true },
    anonymous: {
      caller: { kind: 'anonymous' },
      // The site has no page for whoever is not signed in, and so no such visitor.
      visitor: { ...visitorOf(agent), accountId: undefined as unknown as string },
    },
    'forged payload': { ...user(projectAdministrator), forges: true },
  };
  const found = roles[name];
  if (!found) throw new Error(`Nobody is ${name}`);
  return found;
}

/** `ok`, or why not, after `403` where the site lets nobody of the role stand there. */
async function answerTo(
  name: Call,
  place: PlaceName,
  { caller, visitor, unlicensed, forges }: Role,
): Promise<string> {
  const own = desk.place(place, caller);
  const signed = own ?? desk.place(place, callerOf(visitors.jiraAdministrator))!;
  const elsewhere = { issue: desk.open.id, project: '10999', extension: { issue: { id: desk.open.id } } };
  const payload = { ...payloads[name], ...(forges && elsewhere) };
  desk.site.forge.licence = unlicensed ? 'inactive' : 'active';
  // Nobody sends as fast as a test, and Jira lets nobody ask as fast.
  await desk.site.clock.moveTo(desk.site.clock.now() + 2_000);
  const before = await desk.stored();
  const answer = v.parse(resolverApi[name].answer, await desk.call(name, payload, visitor, signed));
  if (!answer.ok) expect(before.equals(await desk.stored())).toBe(true);
  return (own ? '' : '403, ') + (answer.ok ? 'ok' : answer.refusal);
}

describe('who gets what', () => {
  it('is said of every function at every place, and of nothing else', () => {
    const said = rows.map(([name, place]) => `${name} at ${place}`);
    const wanted = calls.flatMap((name) => places.map((place) => `${name} at ${place}`));
    expect(said.sort()).toEqual(wanted.sort());
  });

  it('is said of every role', () => {
    expect(columns).toEqual([
      'agent',
      'manager',
      'project admin',
      'Jira admin',
      'customer here',
      'customer elsewhere',
      'inactive licence',
      'anonymous',
      'forged payload',
    ]);
    expect(rows.filter((cells) => cells.length !== table!.length || cells.includes(''))).toEqual([]);
  });

  it.each(rows)('%s at %s', async (name, place, ...expected) => {
    const answers: string[] = [];
    for (const column of columns)
      answers.push(await answerTo(name as Call, place as PlaceName, role(column)));
    expect(Object.fromEntries(columns.map((column, index) => [column, answers[index]]))).toEqual(
      Object.fromEntries(columns.map((column, index) => [column, expected[index]])),
    );
  });

  it.each(['constructor', 'toString', '__proto__', 'viewissuetimers', ''])(
    'a function that is not there, such as “%s”, is nobody’s',
    async (name) => {
      const { caller, visitor } = role('Jira admin');
      const answer = await desk.call(name, {}, visitor, desk.place('project settings', caller)!);
      expect(answer).toEqual({ ok: false, refusal: 'not-allowed', problems: [] });
    },
  );

  it('whoever administers Jira repairs nothing while the licence is inactive, and only what the payload may name', async () => {
    const jiraAdministrator = role('Jira admin');
    for (const name of ['viewRepairs', 'previewRepair', 'applyRepair'] as const) {
      const inactive = await answerTo(name, 'admin page', { ...jiraAdministrator, unlicensed: true });
      expect([name, inactive]).toEqual([name, name === 'viewRepairs' ? 'ok' : 'unlicensed']);
      const forged = await answerTo(name, 'admin page', { ...jiraAdministrator, forges: true });
      expect([name, forged]).toEqual([name, 'bad-input']);
    }
  });

  it('timers go on while the licence is inactive', async () => {
    const { forge, jira } = desk.site;
    forge.licence = 'inactive';
    const before = await desk.stored();
    jira.changes.comment(callerOf(visitors.agent), desk.open, {
      body: { type: 'doc', version: 1, content: [] },
      isPublic: true,
      properties: [],
    });
    expect(before.equals(await desk.stored())).toBe(false);
  });
});

describe('the status beside the panel', () => {
  it('is for whoever sees the issue in Jira, whatever place came with the call', async () => {
    const administrator = callerOf(visitors.projectAdministrator);
    const [open, hidden] = [
      desk.place('issue panel', administrator)!,
      desk.place('hidden issue', administrator)!,
    ];
    const shown = async (name: string, place: ModulePlace): Promise<boolean> =>
      'status' in ((await desk.site.forge.dynamicProperties(role(name).visitor, place)) ?? {});
    const insiders = ['agent', 'manager', 'project admin', 'Jira admin', 'inactive licence'];
    for (const name of columns) {
      expect([name, await shown(name, open)]).toEqual([name, [...insiders, 'forged payload'].includes(name)]);
      // Nor does the app itself see that issue.
      expect([name, await shown(name, hidden)]).toEqual([name, false]);
    }
  });
});
