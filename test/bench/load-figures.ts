import type { JiraQuota } from '../site/forge/limits';
import { highestHour, pointsUsed, requestsOf, usageOf, type FunctionUse } from '../site/forge/usage';
import type { Figure, Section } from './budget-figures';
import { assumedWaitMs, type LoadRun } from './load-run';

/** What design §3 promises of a site that has its points for itself. */
const MEDIAN_LAG_SECONDS = 120;

/** @param judged `lag`: nothing may be refused and the median lag is limited; `points`: no more than granted. */
export function loadSection(
  run: LoadRun,
  { quota, judged, title }: { quota: JiraQuota; judged: 'lag' | 'points'; title: string },
): Section {
  const { events, changedIssues, lags, alerts, reading, waiting, failures, siteMs } = run;
  const usage = usageOf(reading);
  const uses = Object.entries(reading.functions);
  const drain = reading.functions['drain'];
  const inTurn = uses.filter(([name]) => ['drain', 'publication', 'backfill'].includes(name));
  const busyMs = inTurn.reduce((sum, [, use]) => sum + assumedWaitMs(use), 0);
  const refused = Object.values(usage.jira).reduce((sum, use) => sum + use.refused, 0);
  const highest = highestHour(usage);
  const isTier2 = judged === 'lag';
  return {
    title: `${title}: ${quota.points} points an hour, ${events} events on ${changedIssues} issues`,
    figures: [
      {
        ...seconds('from event to stored evaluation, median', percentile(lags, 50)),
        ...(isTier2 && { limit: MEDIAN_LAG_SECONDS }),
      },
      seconds('from event to stored evaluation, 99th percentile', percentile(lags, 99)),
      count('events not stored two minutes after the last', waiting),
      count('alerts raised', alerts.length),
      seconds('from an alert’s instant to its being raised, median', percentile(alerts, 50)),
      seconds('from an alert’s instant to its being raised, longest', percentile(alerts, 100)),
      ...Object.entries(usage.hours).map(([hour, { low, high }]) => ({
        ...count(`points in the hour ${hour.slice(11)}:00`, low),
        high,
      })),
      {
        ...count('points in the highest hour', highest?.low ?? 0, quota.points),
        high: highest?.high ?? 0,
      },
      ...pointsAnEvaluation(uses),
      count('answers of Jira with 429', refused, isTier2 ? 0 : undefined),
      count('statements refused', usage.sql.data.refused),
      count('pushes refused', usage.queue.refused),
      count(
        'functions that failed',
        uses.reduce((sum, [, { failures }]) => sum + failures, 0),
      ),
      count('drain: runs', drain?.invocations ?? 0),
      count('drain: readings of issues', drain?.usage.jira['POST /issue/bulkfetch']?.requests ?? 0),
      // Of one project only one of these runs at a time.
      seconds('drain and its like at work, by assumed waits', busyMs, siteMs / 1000),
      count('Jira requests', requestsOf(usage)),
      count('SQL statements', usage.sql.data.statements),
      count(
        'invocations',
        uses.reduce((sum, [, { invocations }]) => sum + invocations, 0),
      ),
      seconds(
        'machine time',
        uses.reduce((sum, [, { machineMs }]) => sum + machineMs, 0),
      ),
    ],
    ...(failures.length > 0 && { note: failures.join('\n  ') }),
  };
}

/** All that drains and what follows from them took, by the issues that drains have read. */
function pointsAnEvaluation(uses: readonly (readonly [string, FunctionUse])[]): Figure[] {
  const read = uses.find(([name]) => name === 'drain')?.[1].usage.jira['POST /issue/bulkfetch'];
  if (read === undefined) return [];
  const issues = read.points.low - (read.requests - read.refused);
  return uses
    .filter(([, { usage }]) => pointsUsed(usage).low > 0)
    .map(([name, { usage }]) => {
      const { low, high } = pointsUsed(usage);
      return { ...count(`${name}: points an issue that drains read`, low / issues), high: high / issues };
    });
}

function percentile(ascending: readonly number[], percent: number): number {
  return ascending[Math.max(0, Math.ceil((ascending.length * percent) / 100) - 1)] ?? 0;
}

const seconds = (what: string, ms: number, limit?: number): Figure => ({
  what,
  value: ms / 1000,
  unit: 'seconds',
  ...(limit !== undefined && { limit }),
});

const count = (what: string, value: number, limit?: number): Figure => ({
  what,
  value,
  unit: 'count',
  ...(limit !== undefined && { limit }),
});
