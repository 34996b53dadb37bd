import type { Evaluation } from '../../src/app/ports';
import { earlier, instant, later, minutes } from '../../src/domain/time/instant';
import type { forgeStores } from '../support/forge-stores';
import type { SqlValue } from './million-probe';
import { BACKLOG, ISSUES, LARGEST_PROJECT, NOW, RULE_BOOK } from './million-rows';

type Stores = Awaited<ReturnType<typeof forgeStores>>;

/** What the app asks of its store, or will: by a call of its adapters, or in SQL where they cannot ask it yet. */
export interface Question {
  readonly what: string;
  readonly call?: (stores: Stores) => Promise<unknown>;
  readonly statement?: readonly [query: string, params: readonly SqlValue[]];
  /** An index that only the bench makes, for what the app does not ask yet. */
  readonly index?: string;
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
  { what: 'an issue is deleted', call: ({ timers }) => timers.forget('7', now), mostRows: 20 },
  { what: 'a project’s definitions', call: ({ records }) => records.revisions(project), mostRows: 500 },
  { what: 'projects with agreements', call: ({ projects }) => projects.withAgreements(), mostRows: 20_000 },
  {
    what: 'board to come: open timers of a project by due, the first 50',
    statement: [
      `SELECT issue_id, agreement, metric, cycle_no, goal, clock, due_at FROM timer
       WHERE project_id = ? AND verdict = 'open' AND due_at >= ? ORDER BY due_at, issue_id LIMIT 50`,
      [LARGEST_PROJECT, NOW],
    ],
    index: 'CREATE INDEX timer_by_due ON timer (project_id, verdict, due_at, issue_id)',
    mostRows: 200,
  },
  {
    what: 'report to come: a project’s year by agreement, metric, goal and month',
    statement: attainment(),
    index: 'CREATE INDEX timer_by_end ON timer (project_id, ended_at, agreement, metric, goal, verdict)',
    mostRows: 1_000_000,
  },
];

/** Months begin when they do in the agreement's zone, so that their instants are bound. */
function attainment(): [string, SqlValue[]] {
  const starts = Array.from({ length: 13 }, (_, month) => Date.UTC(2025, 10 + month, 1));
  const month = `CASE ${starts
    .slice(1)
    .map((_, index) => `WHEN ended_at < ? THEN ${index}`)
    .join(' ')} END`;
  return [
    `SELECT agreement, metric, goal, verdict, ${month} AS at_month, COUNT(*) AS timers FROM timer
     WHERE project_id = ? AND ended_at >= ? AND ended_at < ? AND verdict IN ('met', 'breached')
     GROUP BY agreement, metric, goal, verdict, at_month`,
    [...starts.slice(1), LARGEST_PROJECT, starts[0] ?? 0, starts.at(-1) ?? 0],
  ];
}
