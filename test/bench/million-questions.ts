import type { Clock, Evaluation } from '../../src/app/ports';
import { viewFigures } from '../../src/app/view-figures';
import { days, earlier, instant, later, minutes } from '../../src/domain/time/instant';
import type { forgeStores } from '../support/forge-stores';
import { BACKLOG, ISSUES, LARGEST_PROJECT, NOW, RULE_BOOK } from './million-rows';

type Stores = Awaited<ReturnType<typeof forgeStores>>;

/** What the app asks of its store, by a call of its adapters. */
export interface Question {
  readonly what: string;
  readonly call: (stores: Stores & { readonly clock: Clock }, project: string) => Promise<unknown>;
  /** Set for what is also asked of a smaller project, to tell how it grows with the timers. */
  readonly grows?: true;
  /** Rows that one of its statements may read: a few times what it answers, and never a share of all there are. */
  readonly mostRows: number;
}

const now = instant(NOW);
const project = String(LARGEST_PROJECT);
const lately = earlier(now, minutes(5));
/** Of the largest project there is a seventh; these are issues wherever they are. */
const issues = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(ISSUES - index * 37));
const unreadable = (issue: string): Evaluation => ({
  issue,
  project,
  outcome: 'unreadable',
  issueUpdated: null,
  evaluatedAt: now,
  ruleBook: RULE_BOOK,
  timers: [],
  lines: [],
  ahead: { change: null, alert: null },
});

export const questions: readonly Question[] = [
  { what: 'tick: what waits on the site', call: ({ waiting }) => waiting.at(now), mostRows: 2 * BACKLOG },
  {
    what: 'tick: what changes by itself within 15 minutes',
    call: ({ thresholds }) => thresholds.before(later(now, minutes(15)), 10_000),
    mostRows: 1_000,
  },
  {
    what: `drain: 500 of ${BACKLOG} marks, of which it orders 10,000`,
    call: ({ dirtyIssues }) => dirtyIssues.list(project, 500, { now, lately }),
    mostRows: 50_000,
  },
  {
    what: 'drain: how 100 issues were judged',
    call: ({ timers }) => timers.judged(issues(100)),
    mostRows: 300,
  },
  {
    what: 'drain: 100 evaluations without timers saved',
    call: ({ timers }) => timers.save(issues(100).map(unreadable)),
    mostRows: 1_000,
  },
  {
    what: 'drain: which of 100 issues were deleted',
    call: ({ timers }) => timers.deleted(issues(100)),
    mostRows: 300,
  },
  { what: 'event: is somebody awake', call: ({ dirtyIssues }) => dirtyIssues.first(project), mostRows: 5 },
  { what: 'panel: one issue', call: ({ timers }) => timers.of(String(ISSUES / 2)), mostRows: 20 },
  {
    what: 'panel: was it looked at within 5 s',
    call: ({ dirtyIssues }) => dirtyIssues.viewedSince(project, '1', earlier(now, minutes(0.1))),
    mostRows: 1_000,
  },
  {
    what: 'daily check: 50 issues with their timers',
    call: ({ timers }) => timers.stored(issues(50)),
    mostRows: 1_000,
  },
  {
    what: 'daily check: the next 50 issues of a project',
    call: ({ timers }) => timers.evaluatedAfter(project, String(ISSUES / 2), 50),
    mostRows: 60,
  },
  {
    what: 'daily check: what was judged by other rules',
    call: ({ timers }) => timers.hasOtherThan(project, RULE_BOOK),
    mostRows: 100,
  },
  {
    what: 'instant: which of 100 issues have reached it',
    call: ({ thresholds }) => thresholds.reached(issues(100), now),
    mostRows: 300,
  },
  {
    what: 'instant: alerts of 100 issues',
    call: ({ alerts }) => alerts.open(issues(100), now),
    mostRows: 1_000,
  },
  {
    what: 'escalations of 30 days, the latest 200 of the site',
    call: ({ alerts }) =>
      alerts.raisedWithin(project, { from: earlier(now, days(30)), to: now, after: undefined }),
    mostRows: 500,
  },
  { what: 'an issue is deleted', call: ({ timers }) => timers.forget('7', now), mostRows: 20 },
  { what: 'a project’s definitions', call: ({ records }) => records.revisions(project), mostRows: 500 },
  { what: 'projects with agreements', call: ({ projects }) => projects.withAgreements(), mostRows: 20_000 },
  {
    what: 'board: a project’s open timers, the first 50 and all counted',
    grows: true,
    call: async ({ figures }, project) => {
      await figures.open(project, { filter: { priority: '2' }, offset: 0, limit: 51 });
      await figures.openCounts(project, {}, earlier(now, minutes(60)));
      await figures.openValues(project);
    },
    mostRows: 100_000,
  },
  {
    what: 'breaches of a month, the first 50',
    grows: true,
    call: ({ figures }, project) =>
      figures.breached(project, {
        filter: {},
        from: earlier(now, minutes(43_200)),
        to: now,
        offset: 0,
        limit: 50,
      }),
    mostRows: 500,
  },
  {
    what: 'report: a month and the twelve before it, by priority, with medians',
    grows: true,
    call: ({ figures, records, clock }, project) =>
      viewFigures({ figures, records, clock }, project, {
        filter: {},
        period: 'month',
        day: '2026-11-01',
        by: 'priority',
      }),
    mostRows: 1_000_000,
  },
  {
    what: 'report: the cycles behind a number',
    grows: true,
    call: ({ figures }, project) =>
      figures.cycles(project, {
        filter: { metric: 'resolution' },
        edges: ['2026-10-01', '2026-11-01'],
        until: now,
        verdicts: ['breached'],
        offset: 0,
        limit: 51,
      }),
    mostRows: 200_000,
  },
];
