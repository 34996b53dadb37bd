import { listPrice, priceAlone } from '../../src/domain/usage/price-list';
import { QUEUE_PUSH_BYTES, SQL_REQUEST_BYTES, SQL_RESPONSE_BYTES } from '../site/forge/limits';
import { ASSUMED_WAITS_MS } from '../site/forge/pace';
import {
  addUsage,
  highestHour,
  noUsage,
  pointsUsed,
  requestsOf,
  type FunctionUse,
  type Reading,
} from '../site/forge/usage';
import { billOf, monthOf, type DescribedSite } from './budget-prices';
import type { BuiltPage } from './budget-pages';
import type { BackfillRun, DailyRun, EventRun, ScheduleRun, ViewRun } from './budget-runs';

/** Something measured, beside what it may be at most. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'count' | 'bytes' | 'seconds' | 'dollars';
  /** Points by the high reading (see test/site/forge/points.ts): shown, never judged. */
  readonly high?: number;
  /** Left out for what is shown only. */
  readonly limit?: number;
}

export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** What there is to say when there is nothing to measure. */
  readonly note?: string;
}

export const isAbove = ({ value, limit }: Figure): boolean => limit !== undefined && value > limit;

/** Budgets of design §3. */
const TRIGGER = { requests: 0, statements: 2 };
/** One more than design §3 where a cycle was ever excluded or extended, as on the sample: which issues these are of is asked then. */
const DRAIN = { statements: 9 };
const LONE = { requests: 3, points: 4, ...DRAIN };
const BURST = { requests: 6, pointsAnIssue: 1.2, ...DRAIN };
const BACKFILL = { pointsAnIssue: 1.2, pointsAnHour: 3_000 };
/** One statement asks what there is to do; where something lies ahead, as in each hour of a working day, another one plans it. */
const TICK = { idle: 1, planning: 2 };
const PANEL = { page: 'issue-timers', gzippedBytes: 150 * 1024 };
/** What the app allows itself: about a point an issue, 2,000 issues a day. */
const DAILY = { pointsAnIssue: 1.2, points: 2_400 };

const FIVE_MINUTES = 5 * 60_000;
const DAY = 24 * 3_600_000;
const MONTH = 30 * DAY;

/** What the drain reads again when an issue brings too little of its history or comments. */
const OVERFLOW_READS = new Set(['POST /changelog/bulkfetch', 'GET /issue/*/comment']);

const count = (what: string, value: number, limit?: number): Figure => ({
  what,
  value,
  unit: 'count',
  ...(limit === undefined ? {} : { limit }),
});

export function loneEventSection(run: EventRun, memoryMB: number): Section {
  const { low, high } = pointsUsed(run.drain.usage);
  return {
    title: 'One lone event: an issue is moved to another status',
    figures: [
      ...triggerFigures(run.trigger),
      count('drain: Jira requests', requestsOf(run.drain.usage), LONE.requests),
      { ...count('drain: points', low, LONE.points), high },
      count('drain: SQL statements', run.drain.usage.sql.data.statements, LONE.statements),
      { what: 'from the change to stored timers, on the site', value: run.siteMs / 1000, unit: 'seconds' },
      ...costFigures([run.trigger, run.drain], memoryMB),
    ],
  };
}

export function burstSection(run: EventRun, memoryMB: number): Section {
  const { low, high } = pointsUsed(run.drain.usage);
  const overflow = Object.entries(run.drain.usage.jira)
    .filter(([operation]) => OVERFLOW_READS.has(operation))
    .reduce((sum, [, { requests }]) => sum + requests, 0);
  const perIssue = low / run.issues;
  return {
    title: `A burst: ${run.issues} issues are moved within a second`,
    figures: [
      ...triggerFigures(run.trigger),
      count('drain: runs', run.drain.invocations),
      count(
        'drain: Jira requests, without overflow reads',
        requestsOf(run.drain.usage) - overflow,
        BURST.requests,
      ),
      count('drain: overflow reads', overflow),
      { ...count('drain: points an issue', perIssue, BURST.pointsAnIssue), high: high / run.issues },
      count('drain: SQL statements a run', run.drain.most.statements, BURST.statements),
      count('drain: SQL statements of all runs', run.drain.usage.sql.data.statements),
      {
        what: 'from the first change to stored timers, on the site',
        value: run.siteMs / 1000,
        unit: 'seconds',
      },
      ...costFigures([run.trigger, run.drain], memoryMB),
    ],
  };
}

export function viewSection(run: ViewRun, memoryMB: number): Section {
  const uses = (reading: Reading): FunctionUse[] => Object.values(reading.functions).filter(isResolver);
  const [fresh, stored] = [uses(run.fresh), uses(run.stored)];
  const requests = (of: readonly FunctionUse[]): number => sum(of, ({ usage }) => requestsOf(usage));
  const statements = (of: readonly FunctionUse[]): number =>
    sum(of, ({ usage }) => usage.sql.data.statements);
  return {
    title: 'A view of the panel, after a change that the store does not have yet, and from the store',
    figures: [
      count('fresh: Jira requests', requests(fresh), LONE.requests),
      {
        ...count(
          'fresh: points',
          sum(fresh, ({ usage }) => pointsUsed(usage).low),
          LONE.points,
        ),
        high: sum(fresh, ({ usage }) => pointsUsed(usage).high),
      },
      count('fresh: SQL statements', statements(fresh), LONE.statements),
      count('from the store: Jira requests', requests(stored), 0),
      count('from the store: SQL statements', statements(stored)),
      ...costFigures([...fresh, ...stored], memoryMB),
    ],
  };
}

export function backfillSection(run: BackfillRun | undefined, memoryMB: number): Section {
  const title = 'The backfill of the sample';
  if (run === undefined) return { title, figures: [], note: 'no backfill job' };
  const { issues, backfill, looks, siteMs } = run;
  const usage = noUsage();
  addUsage(usage, backfill.usage);
  addUsage(usage, looks.usage);
  const { low, high } = pointsUsed(usage);
  const highest = highestHour(usage);
  return {
    title: `${title}: ${issues} issues`,
    figures: [
      { ...count('points an issue', low / issues, BACKFILL.pointsAnIssue), high: high / issues },
      {
        ...count('points in the highest UTC hour', highest?.low ?? 0, BACKFILL.pointsAnHour),
        high: highest?.high ?? 0,
      },
      count('runs', backfill.invocations),
      count('Jira requests, those that look after it among them', requestsOf(usage)),
      count('SQL statements', backfill.usage.sql.data.statements),
      { what: 'from the import of the definitions to the end', value: siteMs / 1000, unit: 'seconds' },
      ...costFigures([backfill, looks], memoryMB),
    ],
  };
}

export function tickSection(ticks: readonly ScheduleRun[], memoryMB: number): Section {
  const title = 'The ticks of an hour, and what else comes by in it';
  if (ticks.length === 0) return { title, figures: [], note: 'no schedule' };
  const figures = ticks.flatMap(({ name, use, interval }) => {
    const isTick = interval === FIVE_MINUTES;
    const mean = use.usage.sql.data.statements / use.invocations;
    const { low, high } = pointsUsed(use.usage);
    return [
      ...(isTick
        ? [count(`${name}: SQL statements of the run with the fewest`, use.least.statements, TICK.planning)]
        : []),
      count(`${name}: SQL statements a run`, mean),
      count(`${name}: Jira requests`, requestsOf(use.usage), isTick ? 0 : undefined),
      { ...count(`${name}: points`, low), high },
      monthlyFigure({ name, use, interval }, memoryMB),
    ];
  });
  const uses = ticks.map(({ use }) => use);
  return { title, figures: [...figures, ...costFigures(uses, memoryMB)] };
}

export function dailySection({ run, tick, issues }: DailyRun, memoryMB: number): Section {
  const { name, use } = run;
  const { low, high } = pointsUsed(use.usage);
  return {
    title: `The daily check: ${issues} issues are judged afresh and compared`,
    figures: [
      count(`${name}: runs`, use.invocations),
      count(`${name}: Jira requests`, requestsOf(use.usage)),
      { ...count(`${name}: points`, low, DAILY.points * use.invocations), high },
      { ...count(`${name}: points an issue`, low / issues, DAILY.pointsAnIssue), high: high / issues },
      count(`${name}: SQL statements`, use.usage.sql.data.statements),
      monthlyFigure(run, memoryMB),
      count(`${tick.name}: SQL statements of an idle run in that day`, tick.use.least.statements, TICK.idle),
      ...costFigures([use], memoryMB),
    ],
  };
}

function monthlyFigure({ name, use, interval }: ScheduleRun, memoryMB: number): Figure {
  const value = (MONTH / interval) * (listPrice(billOf([use], memoryMB)) / use.invocations);
  return { what: `${name}: a site and month, by the price list`, value, unit: 'dollars' };
}

export function pagesSection(pages: readonly BuiltPage[]): Section {
  return {
    title: 'JavaScript that a page loads before it shows anything, in one language, gzipped',
    figures: pages.map(({ name, gzippedBytes: value }) => ({
      what: name,
      value,
      unit: 'bytes',
      ...(name === PANEL.page && { limit: PANEL.gzippedBytes }),
    })),
    note: 'The speed of the engine is measured by npm run bench, beside what it may be.',
  };
}

/** A month of a site by the price list; schedules included. */
export function monthSection(
  site: DescribedSite,
  runs: { readonly event: EventRun; readonly view: ViewRun; readonly schedules: readonly ScheduleRun[] },
  memoryMB: number,
): Section {
  const perDay = (interval: number): number => DAY / interval;
  const bill = monthOf(site, [
    { times: site.eventsPerDay, bill: billOf([runs.event.trigger, runs.event.drain], memoryMB) },
    {
      times: site.viewsPerDay,
      bill: billOf(Object.values(runs.view.fresh.functions).filter(isResolver), memoryMB),
    },
    ...runs.schedules.map(({ use, interval }) => ({
      times: perDay(interval) / Math.max(1, use.invocations),
      bill: billOf([use], memoryMB),
    })),
  ]);
  const { jira, sql, push } = ASSUMED_WAITS_MS;
  return {
    title: `A month of a site with ${site.eventsPerDay} events and ${site.viewsPerDay} fresh views a day`,
    figures: [
      { what: 'compute, GB-seconds', value: bill.gbSeconds, unit: 'count' },
      { what: 'SQL requests', value: bill.sqlRequests, unit: 'count' },
      { what: 'stored all month', value: site.storedBytes, unit: 'bytes' },
      { what: 'by the price list, as if nothing were free', value: listPrice(bill), unit: 'dollars' },
      { what: 'when the app has no other site', value: priceAlone(bill), unit: 'dollars' },
    ],
    note:
      `${runs.schedules.length === 0 ? 'No schedule. ' : ''}Billed while it waits: assumed ${jira} ms a Jira request, ` +
      `${sql} ms a statement, ${push} ms a push.`,
  };
}

function triggerFigures(trigger: FunctionUse): Figure[] {
  return [
    count('trigger: runs', trigger.invocations),
    count('trigger: SQL statements an event', trigger.most.statements, TRIGGER.statements),
    count('trigger: Jira requests an event', trigger.most.requests, TRIGGER.requests),
  ];
}

/** Migrations stand apart from other statements, since they run once. */
function costFigures(uses: readonly FunctionUse[], memoryMB: number): Figure[] {
  const most = (of: (use: FunctionUse) => number): number => Math.max(0, ...uses.map(of));
  const bytes = (what: string, value: number, limit?: number): Figure => ({
    ...count(what, value, limit),
    unit: 'bytes',
  });
  return [
    count(
      'SQL statements for migrations',
      sum(uses, ({ usage }) => usage.sql.schema.statements),
    ),
    bytes(
      'received from Jira',
      sum(uses, ({ usage }) => sum(Object.values(usage.jira), (use) => use.bytesReceived)),
    ),
    bytes(
      'largest SQL request',
      most(({ usage }) => usage.largest.sqlRequest),
      SQL_REQUEST_BYTES,
    ),
    bytes(
      'largest SQL answer',
      most(({ usage }) => usage.largest.sqlAnswer),
      SQL_RESPONSE_BYTES,
    ),
    bytes(
      'largest push to a queue',
      most(({ usage }) => usage.largest.queuePush),
      QUEUE_PUSH_BYTES,
    ),
    bytes(
      'peak heap',
      most(({ peakHeapBytes }) => peakHeapBytes),
      memoryMB * 2 ** 20,
    ),
    { what: 'machine time', value: sum(uses, ({ machineMs }) => machineMs) / 1000, unit: 'seconds' },
    { what: 'by the price list', value: listPrice(billOf(uses, memoryMB)), unit: 'dollars' },
  ];
}

const isResolver = ({ kind }: FunctionUse): boolean => kind === 'resolver';

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
