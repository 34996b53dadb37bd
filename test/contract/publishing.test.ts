import path from 'node:path';
import type { Issue } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import type { Caller } from '../site/seams';
import { startSite, type Site } from '../site/site';
import { contractProblems, type Exchange } from './openapi/validate';

const root = path.resolve(__dirname, '../..');
const agent: Caller = { kind: 'user', accountId: visitors.agent.accountId };
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Until an event has come, its drain has ended, Jira's task too, and the search knows of it. */
const ALL_DONE = 45 * SECOND;
const PROPERTY = 'serviceLevels';

/** The bundle that would be deployed, on the site: what Jira's own search, lists and issues say of service levels. */
describe('Jira shows service levels', () => {
  let site: Site;
  let first: Issue;
  let second: Issue;
  const exchanges: (Exchange & { readonly caller: Caller })[] = [];

  beforeAll(async () => {
    const now = Date.parse('2026-11-18T12:00Z');
    const onExchange = (exchange: (typeof exchanges)[number]): void => void exchanges.push(exchange);
    site = await startSite({ root, port: 0, now, rate: 0, eventDelayMs: 0, incidents: 300, onExchange });
    [first, second] = [incident(), incident()];
    await passes(ALL_DONE);
  }, 120_000);

  afterAll(async () => {
    const troubles = [site.unmodelled(), site.forge.pages.violations, site.clock.problems];
    await site.close();
    expect(troubles).toEqual([[], [], []]);
  });

  /** One that has to be answered within an hour, day or night. */
  function incident(): Issue {
    const [project] = site.jira.store.projects.values();
    return site.jira.changes.create(agent, project!, {
      summary: 'Printer on fire',
      typeId: '10100',
      priorityId: '2',
      reporterId: visitors.customer.accountId,
    });
  }

  async function passes(ms: number): Promise<void> {
    await site.clock.moveTo(site.clock.now() + ms);
    await site.forge.settled();
  }

  /** Somebody comments, so that the issue is read again. */
  const touch = (issue: Issue): void => {
    const body = { type: 'doc', version: 1, content: [] } as const;
    site.jira.changes.comment(agent, issue, { body, isPublic: false, properties: [] });
  };

  async function ask(method: string, at: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await site.jira.rest(
      new Request(`${site.url}/rest/api/3/${at}`, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      }),
      agent,
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Which of the two a search finds. */
  async function found(jql: string): Promise<unknown> {
    const { body } = await ask('POST', 'search/jql', {
      jql: `id in (${first.id}, ${second.id}) and ${jql}`,
      fields: ['summary'],
    });
    return (body as { issues: { id: string }[] }).issues.map(({ id }) =>
      id === first.id ? 'first' : 'second',
    );
  }

  const fieldId = (name: string): string =>
    [...site.jira.store.customFields.values()].find((field) => field.name === name)!.id;

  async function fieldsOf(issue: Issue): Promise<unknown[]> {
    const { body } = await ask('GET', `issue/${issue.id}`);
    const { fields } = body as { fields: Record<string, unknown> };
    return ['SLA due', 'SLA state', 'SLA agreement'].map((name) => fields[fieldId(name)]);
  }

  it('in fields, in a property, and so in its search, by field or alias', async () => {
    const due = new Date(first.created + HOUR).toISOString().replace('.000Z', '');
    expect(await fieldsOf(first)).toEqual([`${due}.000+0000`, 'running', 'IT service desk']);
    expect(first.properties.get(PROPERTY)).toMatchObject({
      due: `${due}Z`,
      state: 'running',
      agreement: 'IT service desk',
      kinds: { response: { state: 'running' }, resolution: { state: 'running' } },
    });
    expect(await found('slaDue <= 2h')).toHaveLength(2);
    expect(await found('slaDue <= 30m')).toEqual([]);
    expect(await found('slaState = running and slaAgreement = "IT service desk"')).toHaveLength(2);
    expect(await found('"SLA due" <= 2h and "SLA state" = running order by "SLA due"')).toHaveLength(2);
    expect(await found('slaResponseDue <= 2h and slaResolutionState = running')).toHaveLength(2);
  });

  it('without an entry in the issue’s history', () => {
    expect(first.histories).toEqual([]);
  });

  it('and comes to rest: its own writing leads to no further reading', async () => {
    const before = exchanges.length;
    await ask('PUT', `issue/${first.id}/properties/${PROPERTY}`, 'spoilt');
    touch(first);
    await passes(10 * MINUTE);
    const readings = exchanges.slice(before).filter(({ url, requestBody }) => {
      return url.endsWith('/issue/bulkfetch') && JSON.stringify(requestBody).includes(`"${first.id}"`);
    });
    expect(readings).toHaveLength(1);
    expect(first.properties.get(PROPERTY)).toMatchObject({ state: 'running' });
  });

  it('as breached from the due instant on, though nothing happens to it', async () => {
    await site.clock.moveTo(first.created + HOUR);
    expect(await found('slaState = breached')).toEqual([]);
    expect(await found('slaDue <= now()')).toHaveLength(2);
    await passes(ALL_DONE);
    expect(await found('slaState = breached')).toHaveLength(2);
    expect(await found('"SLA state" = breached')).toHaveLength(2);
    expect((await fieldsOf(first))[1]).toBe('breached');
  });

  it('also after somebody who may edit the issue has changed the property', async () => {
    const right = first.properties.get(PROPERTY);
    const met = { state: 'met', kinds: {} };
    expect((await ask('PUT', `issue/${first.id}/properties/${PROPERTY}`, met)).status).toBe(200);
    touch(first);
    await passes(ALL_DONE);
    expect(first.properties.get(PROPERTY)).toEqual(right);
  });

  it('in fields that nobody else can write', async () => {
    const edit = { fields: { [fieldId('SLA state')]: 'met' } };
    expect((await ask('PUT', `issue/${first.id}`, edit)).status).toBe(400);
    expect((await fieldsOf(first))[1]).toBe('breached');
  });

  it('a while later when it does not take them just now, and nobody waits for that', async () => {
    await ask('PUT', `issue/${first.id}/properties/${PROPERTY}`, 'spoilt');
    site.forge.faults.add({
      match: { what: 'jira', name: 'PUT */properties/*', by: 'app' },
      effect: { do: 'answer', status: 503 },
      lasts: { forMs: 10 * SECOND },
    });
    touch(first);
    await passes(20 * SECOND);
    expect(first.properties.get(PROPERTY)).toBe('spoilt');
    await passes(MINUTE);
    expect(first.properties.get(PROPERTY)).toMatchObject({ state: 'breached' });
  });

  it('as soon as another bulk update of the same issues has ended', async () => {
    await ask('PUT', `issue/${first.id}/properties/${PROPERTY}`, 'spoilt');
    await ask('PUT', `issue/${second.id}/properties/${PROPERTY}`, 'spoilt');
    site.forge.faults.add({
      match: { what: 'message', name: 'drain' },
      effect: { do: 'wait', ms: SECOND },
      lasts: { forMs: 2 * SECOND },
    });
    const before = exchanges.length;
    const ids = [first, second].map(({ id }) => Number(id));
    await ask('POST', 'issue/properties', { entitiesIds: ids, properties: { other: 1 } });
    touch(first);
    touch(second);
    await passes(ALL_DONE);
    const answers = exchanges.slice(before).filter(({ url }) => url.endsWith('/properties/multi'));
    expect([answers[0]?.status, answers.at(-1)?.status]).toEqual([409, 303]);
    expect(await found('slaState = breached')).toHaveLength(2);
    await passes(MINUTE);
  });

  it('over requests and answers that Atlassian’s document knows', () => {
    expect(exchanges.some(({ caller }) => caller.kind === 'app')).toBe(true);
    expect(contractProblems(exchanges)).toEqual([]);
  });
});
