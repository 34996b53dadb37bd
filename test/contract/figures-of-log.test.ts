import path from 'node:path';
import * as v from 'valibot';
import { resolverApi, type Call, type PayloadOf, type ValueOf } from '../../src/contract/resolver-api';
import { cyclesOf, monthOf, percentile, type LoggedCycle } from '../support/figures-of-log';
import { sampleDays } from '../site/sample/days';
import { readLog } from '../site/sample/log';
import { visitors } from '../site/sample/people';
import { startSite, type Site } from '../site/site';

jest.setTimeout(600_000);

const root = path.resolve(__dirname, '../..');
/** The browser tests open the same site, and find it filled. */
const now = Date.parse('2026-11-21T12:00Z');
const agent = { ...visitors.agent, locale: 'en-GB', timeZone: 'Europe/London', theme: 'light' } as const;
const place = {
  moduleKey: 'project-page',
  extension: { type: 'jira:projectPage', project: { id: '10000', key: 'ITSD' } },
};

/** Every figure of the sample, computed once more from the raw log by a script that shares no code with the app. */
describe('figures of the whole sample', () => {
  let site: Site;
  let logged: readonly LoggedCycle[];
  let opening: number;

  beforeAll(async () => {
    const days = sampleDays(now);
    opening = days.opening;
    const { incidents } = await readLog(path.join(root, 'test/site/sample/incidents.csv.gz'));
    // What happens at the very instant of the opening reaches the app after it.
    logged = incidents.flatMap((incident) => cyclesOf(incident, days.shift, opening - 1));
    site = await startSite({ root, port: 0, now, rate: 0, cache: true });
  });
  afterAll(() => site.close());

  async function call<Name extends Call>(name: Name, payload: PayloadOf<Name>): Promise<ValueOf<Name>> {
    const answer = v.parse(
      resolverApi[name].answer,
      await site.forge.bridge('invoke', { functionKey: name, payload }, agent, place),
    );
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal}`);
    return answer.value;
  }

  const last = (): string => monthOf(opening);

  it.each(['kind', 'priority', 'goal'] as const)('agree to the last case, told apart by %s', async (by) => {
    const { targets, edges } = await call('viewFigures', {
      filter: {},
      period: 'month',
      day: `${last()}-01`,
      by,
    });
    const months = edges.slice(0, -1).map((edge) => edge.slice(0, 7));
    expect(months.at(-1)).toBe(last());
    const names = new Map([...site.jira.store.priorities.values()].map(({ id, name }) => [id, name]));
    const ofTarget = (target: (typeof targets)[number]) =>
      logged.filter(({ metric, goal, priority }) => {
        if (metric !== target.metric) return false;
        if (by === 'kind') return true;
        return by === 'priority'
          ? priority === names.get(target.value ?? '')
          : goal.endsWith(target.value ?? '?');
      });
    const expected = targets.map((target) => {
      const own = ofTarget(target);
      const ended = (month: string) => own.filter(({ endedAt }) => endedAt && monthOf(endedAt) === month);
      const lengths = ended(last()).map(({ elapsed }) => elapsed);
      return {
        value: target.value,
        periods: months.map((month) => ({
          met: ended(month).filter(({ verdict }) => verdict === 'met').length,
          breached: ended(month).filter(({ verdict }) => verdict === 'breached').length,
          elapsed: ended(month).reduce((sum, { elapsed }) => sum + elapsed, 0),
        })),
        late: own.filter((cycle) => cycle.late).length,
        median: percentile(lengths, 0.5),
        ninetieth: percentile(lengths, 0.9),
      };
    });
    const found = targets.map(({ value, periods, late, median, ninetieth }) => ({
      value,
      periods: periods.map(({ met, breached, elapsed }) => ({ met, breached, elapsed })),
      late,
      median,
      ninetieth,
    }));
    expect(found).toEqual(expected);
    // Nothing is missing in the answer either.
    const counted = targets.flatMap(({ periods }) => periods.map(({ met, breached }) => met + breached));
    expect(counted.reduce((a, b) => a + b)).toBe(
      logged.filter(({ endedAt }) => endedAt !== undefined).length,
    );
  });

  it('have behind each number exactly as many cycles, and the same ones', async () => {
    const asked = { filter: { metric: 'resolution' }, period: 'month', day: `${last()}-01` } as const;
    const found: { issue: string; elapsed: number }[] = [];
    for (let hasMore = true; hasMore;) {
      const page = await call('viewCycles', { ...asked, verdicts: ['breached'], offset: found.length });
      found.push(...page.cycles);
      ({ hasMore } = page);
    }
    const numberOf = (issue: string) =>
      site.jira.store.issues.get(issue)?.custom.get('customfield_10059') ?? issue;
    const expected = logged.filter(
      ({ metric, verdict, endedAt }) =>
        metric === 'resolution' && verdict === 'breached' && endedAt && monthOf(endedAt) === last(),
    );
    const named = (cycles: readonly { number: string; elapsed: number }[]) =>
      cycles.map(({ number, elapsed }) => `${number} ${elapsed}`).sort();
    expect(named(found.map(({ issue, elapsed }) => ({ number: numberOf(issue), elapsed })))).toEqual(
      named(expected),
    );
  });

  it('stand beside registers that people have filled', async () => {
    const kept = site.forge.sql.read(
      'SELECT kind, COUNT(DISTINCT id) AS n FROM record_revision GROUP BY kind',
      [],
    );
    const counts = new Map((kept as { kind: string; n: number }[]).map(({ kind, n }) => [kind, n]));
    expect(Object.fromEntries(counts)).toMatchObject({
      exception: 2,
      satisfaction: 2,
      measurement: 3,
      service: 15,
    });
    expect(counts.get('breach')).toBeGreaterThan(1000);
    expect(counts.get('outage')).toBeGreaterThanOrEqual(5);
    expect((await call('viewComplaints', { offset: 0 })).count).toBe(3);
    expect((await call('viewPlan', { offset: 0 })).rows.flatMap(({ doc }) => doc.done ?? [])).toHaveLength(1);
    const { reviews, reports } = await call('viewReviews', {});
    expect(reviews.map(({ state }) => state)).toEqual(['held', 'closed']);
    expect(reports.map(({ state }) => state)).toEqual(['prepared', 'issued']);
    expect([...site.jira.store.dashboards.values()].map(({ gadgets }) => gadgets.length)).toEqual([4]);
  });
});
