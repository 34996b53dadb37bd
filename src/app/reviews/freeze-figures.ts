import { revisionNumber } from '../../domain/agreement/revisions';
import { cycleNameOf, cycleOfException, stateOf } from '../../domain/breach/exception';
import { endOf } from '../../domain/report/periods';
import { EMPTY_TALLY, measured, reported } from '../../domain/report/tally';
import { keptBy } from '../../domain/monitoring/periodic-target';
import {
  MOST_ACTIONS,
  NEAR_MISS,
  TREND,
  type FrozenActions,
  type FrozenBreaches,
  type FrozenFigures,
  type FrozenValue,
} from '../../domain/review/frozen-figures';
import { NO_TIME, sum } from '../../domain/time/instant';
import { cycleIdOf, cycleNamed } from '../../domain/timer/cycle-name';
import { viewCauses } from '../breaches/causes';
import { viewCoverage } from '../coverage';
import { openActions } from '../improvement/plan';
import { viewRecord } from '../monitoring/view-record';
import type { Ports, ProjectId, TargetDetails } from '../ports';
import { viewFigures } from '../view-figures';
import { missedPromises, type PeriodLookedAt } from './missed-promises';

type Read = Pick<Ports, 'figures' | 'records' | 'clock'>;

/** All that is known now of a period and an agreement, for good. */
export async function freezeFigures(
  ports: Read,
  project: ProjectId,
  of: PeriodLookedAt,
): Promise<FrozenFigures> {
  const { agreement, period } = of;
  const { asOf, targets } = await viewFigures(ports, project, {
    filter: { agreement },
    period: period.kind,
    day: period.from,
    by: 'kind',
  });
  const days = { from: period.from, to: endOf(period), nearMiss: NEAR_MISS };
  const details = await ports.figures.details(project, { agreement, ...days });
  const { ending } = await viewCoverage(ports, project);
  return {
    asOf,
    versions: [...new Set(details.map(({ version }) => revisionNumber(version)))].sort((a, b) => a - b),
    targets: targets.map(({ metric, kind, periods, late, mean, median, ninetieth }) => {
      const { excluded, unknown } = periods.at(-1) ?? EMPTY_TALLY;
      return {
        metric,
        kind,
        trend: periods
          .slice(-TREND)
          .map((tally) => ({ measured: measured(tally), reported: reported(tally) })),
        ...{ excluded, unknown, late, mean, median, ninetieth },
        ...summed(details.filter((each) => each.metric === metric && each.kind === kind)),
      };
    }),
    values: await valuesOf(ports, project, of),
    breaches: await breachesOf(ports, project, of),
    exceptions: await exceptionsOf(ports, project, of),
    toRenew: ending.map(({ id, name, endsAt }) => ({ id, name, endsAt })),
    actions: await actionsOf(ports, project, agreement),
  };
}

const summed = (details: readonly TargetDetails[]): Pick<TargetDetails, 'nearMisses' | 'waited'> => ({
  nearMisses: details.reduce((total, { nearMisses }) => total + nearMisses, 0),
  waited: details.reduce((total, { waited }) => sum(total, waited), NO_TIME),
});

/** What the agreement promised for the period as a whole. */
async function valuesOf(
  ports: Read,
  project: ProjectId,
  { agreement, period }: PeriodLookedAt,
): Promise<readonly FrozenValue[]> {
  const { lines, services } = await viewRecord(ports, project, { period: period.kind, day: period.from });
  return lines.flatMap(({ target, metric, values, ...line }): FrozenValue[] => {
    if (line.agreement !== agreement || !target) return [];
    const [before = null, value = null] = values.slice(-2);
    const service = services.find(({ id }) => id === target.service)?.name ?? target.service;
    return [
      {
        target,
        ...(metric && { kind: metric.kind }),
        ...(service !== undefined && { service }),
        value,
        before,
        kept: keptBy(target, value),
      },
    ];
  });
}

async function actionsOf(ports: Read, project: ProjectId, agreement: string): Promise<FrozenActions> {
  const open = (await openActions(ports, project)).filter(
    ({ doc }) => doc.agreement === undefined || doc.agreement === agreement,
  );
  return {
    open: open.length,
    late: open.filter(({ isLate }) => isLate).length,
    first: open.slice(0, MOST_ACTIONS).map(({ doc: { id, title, due } }) => ({ id, title, due })),
  };
}

async function breachesOf(ports: Read, project: ProjectId, of: PeriodLookedAt): Promise<FrozenBreaches> {
  const { count, byCause, withoutCause } = await missedPromises(ports, project, of);
  const { causes } = await viewCauses(ports, project);
  const nameOf = new Map(causes.map(({ id, name }) => [id, name]));
  return {
    count,
    byCause: [...byCause]
      .map(([id, times]) => ({ id, name: nameOf.get(id) ?? id, count: times }))
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    withoutCause: withoutCause.length,
  };
}

const AT_ONCE = 100;

/** Of those that were asked for since the period began, the ones whose cycle was breached and ended in it. */
async function exceptionsOf(
  { figures, records }: Read,
  project: ProjectId,
  { agreement, startsAt, endsAt }: PeriodLookedAt,
): Promise<FrozenFigures['exceptions']> {
  const exceptions = (await records.about(project, 'exception', { from: startsAt }))
    .map(({ doc }) => doc)
    .filter(({ id }) => cycleNameOf(id)?.agreement === agreement);
  const ids = [...new Set(exceptions.map(({ id }) => cycleOfException(id)))];
  const ended = new Set<string>();
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const cycles = ids.slice(first, first + AT_ONCE).flatMap((id) => cycleNamed(id) ?? []);
    for (const timer of await figures.breachedOf(project, cycles)) {
      const { endedAt } = timer;
      if (endedAt !== null && endedAt >= startsAt && endedAt < endsAt) ended.add(cycleIdOf(timer));
    }
  }
  const counted = exceptions.filter(({ id }) => ended.has(cycleOfException(id)));
  return {
    asked: counted.length,
    approved: counted.filter((each) => stateOf(each) === 'approved').length,
  };
}
