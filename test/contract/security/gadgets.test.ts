import * as v from 'valibot';
import { resolverApi, type Call } from '../../../src/contract/resolver-api';
import { visitors } from '../../site/sample/people';
import { callerOf, Desk, file, visitorOf } from './desk';
import { examples } from './payloads';

const ofGadgets = ['viewBoardOf', 'viewFiguresOf', 'countCausesOf', 'viewFallingDueOf'] as const;
const { agent, projectAdministrator, colleague } = visitors;
const payloads = examples(file);

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.start();
}, 120_000);

afterAll(async () => expect(await desk.close()).toEqual([]));

async function answer(
  name: Call,
  who: Parameters<typeof visitorOf>[0],
  at: 'gadget' | 'queue page',
  payload: object = payloads[name],
): Promise<string> {
  const place = at === 'gadget' ? desk.gadget(callerOf(who)) : desk.queuePage(callerOf(who));
  if (!place) return '403';
  // Nobody sends as fast as a test, and Jira lets nobody ask as fast.
  await desk.site.clock.moveTo(desk.site.clock.now() + 2_000);
  const said = v.parse(resolverApi[name].answer, await desk.call(name, payload, visitorOf(who), place));
  return said.ok ? 'ok' : said.refusal;
}

describe('a gadget', () => {
  it.each(ofGadgets)(
    'is answered by %s about the project that it names, for whom sees that in Jira',
    async (name) => {
      for (const who of [agent, projectAdministrator]) expect(await answer(name, who, 'gadget')).toBe('ok');
      expect(await answer(name, colleague, 'gadget')).toBe('not-allowed');
      expect(await answer(name, agent, 'gadget', { ...payloads[name], project: '10999' })).toBe(
        'not-allowed',
      );
      const { project: _, ...nameless } = payloads[name];
      expect(await answer(name, agent, 'gadget', nameless)).toBe('not-allowed');
    },
  );

  it('is answered nothing that is about the project of a page: it stands on none', async () => {
    const others = (Object.keys(resolverApi) as Call[]).filter(
      (name) => !(ofGadgets as readonly string[]).includes(name),
    );
    for (const name of others)
      expect([name, await answer(name, agent, 'gadget')]).toEqual([name, 'not-allowed']);
  });

  it('whose reader may not see the project any more is refused after a minute', async () => {
    const [project] = desk.site.jira.store.projects.values();
    const team = project!.roles.get('Service Desk Team')!;
    expect(await answer('viewBoardOf', agent, 'gadget')).toBe('ok');
    team.delete(agent.accountId);
    await desk.site.clock.moveTo(desk.site.clock.now() + 60_000);
    expect(await answer('viewBoardOf', agent, 'gadget')).toBe('not-allowed');
    team.add(agent.accountId);
    expect(await answer('viewBoardOf', agent, 'gadget')).toBe('ok');
  });
});

it('a queue page is answered about its own project, for whom Jira lets stand there', async () => {
  expect(await answer('viewBoard', agent, 'queue page')).toBe('ok');
  expect(await answer('viewBoard', colleague, 'queue page')).toBe('403');
  expect(await answer('saveCauses', agent, 'queue page')).toBe('not-allowed');
});
