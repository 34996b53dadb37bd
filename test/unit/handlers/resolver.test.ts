import * as v from 'valibot';
import { JiraUnavailable, SomebodyElseSaves } from '../../../src/app/errors';
import { resolverApi } from '../../../src/contract/resolver-api';
import { resolverOf } from '../../../src/handlers/resolver';
import { created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const onIssue = { accountId: 'alex', extension: { project: { id: '10000' }, issue: { id: '20001' } } };
const onSettings = { accountId: 'sam', extension: { project: { id: '10000' } } };

let ports: MemoryPorts;

beforeEach(() => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
});

/** As Forge calls it: who calls comes as the principal, where from the page as signed context. */
function call(
  functionKey: string,
  payload: unknown,
  { accountId, ...context }: { accountId?: string; accountType?: string } & object,
  license?: { readonly isActive?: boolean; readonly active?: boolean } | null,
) {
  const principal = accountId === undefined ? undefined : { accountId };
  return resolverOf(ports)(
    { call: { functionKey, payload }, context: { ...context, accountId } },
    { principal, license },
  );
}

const file = (content: unknown = { format: 'service-levels/1', ...draft() }): string =>
  typeof content === 'string' ? content : JSON.stringify(content);

describe('every call', () => {
  it('is refused without a signed place, or when the place is no issue', async () => {
    for (const context of [{ accountId: 'alex' }, { accountId: 'alex', extension: {} }, onSettings]) {
      expect(await call('viewIssueTimers', {}, context)).toEqual({
        ok: false,
        refusal: 'not-allowed',
        problems: [],
      });
    }
  });

  it('about a project is refused where none was signed, whoever asks', async () => {
    const payload = { filter: {}, offset: 0 };
    for (const context of [
      { accountId: 'alex', extension: {} },
      { accountId: 'alex', extension: { issue: { id: '20001' } } },
    ])
      expect(await call('viewBoard', payload, context)).toMatchObject({ refusal: 'not-allowed' });
    ports.mayConfigure = false;
    expect(await call('viewBoard', payload, onSettings)).toMatchObject({
      ok: true,
      value: { hasAgreements: false, counts: {}, timers: [], hasMore: false },
    });
  });

  it('of a gadget is about the project that it names, for whom Jira lets see that one', async () => {
    const onDashboard: { accountId: string; extension: object } = {
      accountId: 'alex',
      extension: { gadget: { id: '10000' } },
    };
    const payloads = {
      viewBoardOf: { filter: {}, offset: 0 },
      viewFiguresOf: { filter: {}, period: 'month', day: '2026-11-18', by: 'kind' },
      countCausesOf: { from: onWednesday('00:00'), to: onWednesday('10:00') },
      viewFallingDueOf: { days: 30 },
    } as const;
    for (const [name, payload] of Object.entries(payloads)) {
      const asked = async (project: unknown, where = onDashboard) => {
        const answer = await call(name, { ...payload, project }, where);
        const { ok, refusal } = answer as { readonly ok: boolean; readonly refusal?: string };
        return ok ? 'ok' : refusal;
      };
      expect([name, await asked('10000')]).toEqual([name, 'ok']);
      // Nor does it help to stand in a project that one may see.
      for (const project of ['10001', '', 'ITSD', undefined, { id: '10000' }])
        expect([name, await asked(project, onSettings)]).toEqual([name, 'not-allowed']);
    }
    ports.browsable.clear();
    for (const [name, payload] of Object.entries(payloads)) {
      const answer = await call(name, { ...payload, project: '10000' }, onSettings);
      expect(answer).toEqual({ ok: false, refusal: 'not-allowed', problems: [] });
    }
  });

  it.each([
    ['a filter that is none', { filter: { colour: 'red' } }],
    ['another project', { project: '10001' }],
    ['an id that is too long', { filter: { service: 'x'.repeat(129) } }],
    ['an id of another kind', { filter: { service: { id: 'mail' } } }],
    ['a state that nothing open has', { states: ['met'] }],
    ['no state at all', { states: [] }],
    ['a page before the first', { offset: -1 }],
    ['a page beyond all', { offset: 10_001 }],
  ])('for the board with %s is refused', async (_, part) => {
    const answer = await call('viewBoard', { filter: {}, offset: 0, ...part }, onSettings);
    expect(answer).toMatchObject({ ok: false, refusal: 'bad-input' });
  });

  it('takes the issue from the signed place, never from the payload', async () => {
    const answer = await call('viewIssueTimers', { issue: '666' }, onIssue);
    expect(answer).toMatchObject({
      ok: false,
      refusal: 'bad-input',
      problems: [{ code: 'file.unexpected', path: 'issue' }],
    });
  });

  it('is refused for whoever has no account, or no licence for Jira', async () => {
    const { accountId: _, ...nobody } = onIssue;
    const others = ['customer', 'unlicensed', 'anonymous'].map((accountType) => ({
      ...onIssue,
      accountType,
    }));
    for (const context of [nobody, { ...onIssue, accountId: '' }, ...others])
      expect(await call('viewIssueTimers', {}, context)).toMatchObject({ refusal: 'not-allowed' });
    expect(await call('viewIssueTimers', {}, { ...onIssue, accountType: 'licensed' })).toMatchObject({
      ok: true,
    });
  });

  it.each(['nothing', '', 'constructor', 'toString', '__proto__'])(
    'of a function that is not there, such as “%s”, is refused',
    async (name) => {
      expect(await call(name, {}, onSettings)).toEqual({ ok: false, refusal: 'not-allowed', problems: [] });
    },
  );

  it('tells the page when Jira cannot be asked, and nothing of what went wrong inside', async () => {
    await call('importDefinitions', { file: file() }, onSettings);
    ports.issues.read = async () => {
      throw new JiraUnavailable('POST issue/bulkfetch: 503', undefined);
    };
    expect(await call('viewIssueTimers', {}, onIssue)).toMatchObject({ refusal: 'jira-unavailable' });
    ports.issues.read = async () => {
      throw new Error('secret');
    };
    expect(JSON.stringify(await call('viewIssueTimers', {}, onIssue))).toBe(
      '{"ok":false,"refusal":"failed","problems":[]}',
    );
  });
});

describe('an inactive licence', () => {
  const writes = ['importDefinitions', 'pauseBackfill', 'resumeBackfill'];

  it.each([{ isActive: false }, { active: false }])(
    '%j lets everybody read and nobody write',
    async (licence) => {
      for (const name of writes)
        expect(await call(name, { file: file() }, onSettings, licence)).toMatchObject({
          refusal: 'unlicensed',
        });
      expect([ports.changes, ports.turns]).toEqual([[], []]);
      for (const name of ['viewDefinitions', 'viewBackfill'])
        expect(await call(name, {}, onSettings, licence)).toMatchObject({ ok: true });
      for (const name of ['viewIssueTimers', 'explainIssueTimers'])
        expect(await call(name, {}, onIssue, licence)).toMatchObject({ ok: true });
    },
  );

  it('says so only to those who may write otherwise', async () => {
    ports.mayConfigure = false;
    expect(await call('pauseBackfill', {}, onSettings, { isActive: false })).toMatchObject({
      refusal: 'not-allowed',
    });
  });

  it.each([undefined, null, {}, { isActive: true }])(
    'is none that Forge does not call so: %j',
    async (licence) => {
      expect(await call('importDefinitions', { file: file() }, onSettings, licence)).toMatchObject({
        ok: true,
      });
    },
  );
});

describe('a backfill', () => {
  it('is shown, paused and resumed by those who may configure, and by nobody else', async () => {
    expect(await call('viewBackfill', {}, onSettings)).toEqual({ ok: true, value: null });
    await call('importDefinitions', { file: file() }, onSettings);
    expect(await call('viewBackfill', {}, onSettings)).toMatchObject({ value: { state: 'running' } });
    expect(await call('pauseBackfill', {}, onSettings)).toMatchObject({ value: { state: 'paused' } });
    ports.mayConfigure = false;
    for (const name of ['viewBackfill', 'pauseBackfill', 'resumeBackfill']) {
      expect(await call(name, {}, onSettings)).toMatchObject({ ok: false, refusal: 'not-allowed' });
    }
    ports.mayConfigure = true;
    expect(await call('resumeBackfill', {}, onSettings)).toMatchObject({ value: { state: 'running' } });
  });
});

describe('the timers of an issue', () => {
  it('reach the page as plain data', async () => {
    await call('importDefinitions', { file: file() }, onSettings);
    ports.inJira.set('20001', {
      id: '20001',
      project: '10000',
      updated: ports.now,
      history: { facts: [created(onWednesday('09:00'), { priority: 'P1' })] },
    });
    expect(await call('viewIssueTimers', {}, onIssue)).toMatchObject({
      ok: true,
      value: {
        kind: 'timers',
        timers: [{ agreement: { name: 'Desk' }, cycles: [{ number: 1, end: null }] }],
      },
    });
  });
});

describe('why an issue has its timers', () => {
  beforeEach(async () => {
    await call('importDefinitions', { file: file() }, onSettings);
    ports.inJira.set('20001', {
      id: '20001',
      project: '10000',
      updated: ports.now,
      history: { facts: [created(onWednesday('09:00'), { priority: 'P2' })] },
    });
  });

  it('reaches the page as plain data, each rule with what came of it', async () => {
    const answer = await call('explainIssueTimers', {}, onIssue);
    expect(v.parse(resolverApi.explainIssueTimers.answer, JSON.parse(JSON.stringify(answer)))).toMatchObject({
      ok: true,
      value: {
        kind: 'explained',
        agreements: [
          {
            name: 'Desk',
            applies: { kind: 'applies' },
            metrics: [
              {
                ran: 'runs',
                goals: [
                  { goal: { name: 'P1' }, outcome: { kind: 'unmet', unmet: [{ found: ['P2'] }] } },
                  { goal: { name: 'Others' }, outcome: { kind: 'won' } },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it('is told of the issue in the signed place only, and reads that one once', async () => {
    expect(await call('explainIssueTimers', {}, onSettings)).toMatchObject({ refusal: 'not-allowed' });
    expect(await call('explainIssueTimers', { issue: '666' }, onIssue)).toMatchObject({
      refusal: 'bad-input',
    });
    expect(ports.reads).toBe(0);
    await call('explainIssueTimers', {}, onIssue);
    expect(ports.reads).toBe(1);
    expect(ports.marks).toEqual([]);
  });

  it('is told too where there is nothing to judge or to read', async () => {
    ports.inJira.clear();
    const unreadable = await call('explainIssueTimers', {}, onIssue);
    expect(unreadable).toMatchObject({ ok: true, value: { kind: 'unreadable', agreements: [] } });
    ports.changes.length = 0;
    const nothing = await call('explainIssueTimers', {}, onIssue);
    expect(nothing).toMatchObject({ ok: true, value: { kind: 'no-definitions', agreements: [] } });
  });
});

describe('definitions', () => {
  it('are for project administrators only, on the server', async () => {
    ports.mayConfigure = false;
    expect(await call('importDefinitions', { file: file() }, onSettings)).toMatchObject({
      refusal: 'not-allowed',
    });
    expect(await call('viewDefinitions', {}, onSettings)).toMatchObject({ refusal: 'not-allowed' });
    expect(ports.changes).toEqual([]);
  });

  it('come into force and can be seen', async () => {
    expect(await call('importDefinitions', { file: file() }, onSettings)).toEqual({
      ok: true,
      value: { changed: 2, unchanged: 0, warnings: [] },
    });
    expect(await call('viewDefinitions', {}, onSettings)).toMatchObject({
      ok: true,
      value: {
        calendars: [{ id: 'office', revision: 1 }],
        agreements: [
          {
            name: 'Desk',
            metrics: [{ goals: [{ name: 'P1', calendar: 'office', atRiskAt: 75 }, { name: 'Others' }] }],
          },
        ],
      },
    });
  });

  it.each<[string, unknown, string, string]>([
    ['that are no JSON', '{"format": ', 'file.not-json', ''],
    ['of another format', { ...draft(), format: 'other' }, 'file.wrong', 'format'],
    ['without calendars', { format: 'service-levels/1', agreements: [] }, 'file.missing', 'calendars'],
    [
      'with a key that nobody knows',
      { format: 'service-levels/1', ...draft(), holidays: [] },
      'file.unexpected',
      'holidays',
    ],
    [
      'with an unknown priority',
      JSON.parse(file().replace('"P1"]', '"P0"]')),
      'condition.unknown-value',
      'agreements[0].metrics[0].goals[0].when.in[0]',
    ],
    [
      'with a misspelt kind of condition',
      JSON.parse(file().replace('"created":true', '"creatd":true')),
      'file.unexpected',
      'agreements[0].metrics[0].start.creatd',
    ],
    [
      'with a calendar that never opens',
      JSON.parse(file().replace(/"weekly":\{.*?\]\]\}/, '"weekly":{}')),
      'calendar.no-working-time',
      'calendars[0].weekly',
    ],
  ])('%s are refused, with the place, and nothing is saved', async (_what, content, code, path) => {
    const answer = await call('importDefinitions', { file: file(content) }, onSettings);
    expect(answer).toMatchObject({ ok: false, refusal: 'bad-input' });
    expect((answer as { problems: object[] }).problems).toContainEqual(
      expect.objectContaining({ code, path }),
    );
    expect(ports.changes).toEqual([]);
  });

  it('with ever so many mistakes are refused with an answer that a page can take', async () => {
    const { agreements, ...rest } = draft();
    const many = Array.from({ length: 300 }, () => ({ ...agreements[0], timeZone: 'Mars' }));
    const answer = await call(
      'importDefinitions',
      { file: file({ format: 'service-levels/1', ...rest, agreements: many }) },
      onSettings,
    );
    const { problems } = answer as { problems: { code: string }[] };
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.code).toBe('file.more');
  });

  it('with names without end are refused with an answer that a page can take', async () => {
    const twice = Array.from({ length: 100 }, () => '"a": 1, "a": 1').join();
    const answer = await call(
      'importDefinitions',
      { file: `{ "${'x'.repeat(300_000)}": { ${twice} } }` },
      onSettings,
    );
    const { problems } = answer as { problems: { path: string }[] };
    expect(problems[0]?.path).toMatch(/^x+…$/);
    expect(JSON.stringify(answer).length).toBeLessThan(1_000_000);
  });

  it('are not saved while somebody else saves', async () => {
    ports.records.commit = async () => {
      throw new SomebodyElseSaves();
    };
    expect(await call('importDefinitions', { file: file() }, onSettings)).toMatchObject({ refusal: 'busy' });
  });
});
