import { revisionNumber } from '../../domain/agreement/revisions';
import { cycleNameOf, cycleOfException, stateOf } from '../../domain/breach/exception';
import { endOf } from '../../domain/report/periods';
import { EMPTY_TALLY, measured, reported, type Tally } from '../../domain/report/tally';
import { keptBy } from '../../domain/monitoring/periodic-target';
import {
  MOST_ACTIONS,
  MOST_SERVICES,
  NEAR_MISS,
  TREND,
  type FrozenActions,
  type FrozenBreaches,
  type FrozenFigures,
  type FrozenService,
  type FrozenValue,
} from '../../domain/review/frozen-figures';
import { NO_TIME, sum } from '../../domain/time/instant';
import { cycleIdOf, cycleNamed } from '../../domain/timer/cycle-name';
import { viewCauses } from '../breaches/causes';
import { viewCoverage } from '../coverage';
import { openActions } from '../improvement/plan';
import { viewRecord } from '../monitoring/view-record';
import type { Ports, ProjectId, TargetDetails } from '../ports';
import { viewFigures, viewTallies } from '../view-figures';
import { missedPromises, type PeriodLookedAt } from './missed-promises';

type Read = Pick<Ports, 'figures' | 'records' | 'clock'>;

/** All that is known now of a period and an agreement, for good. */
export async function freezeFigures(
  ports: Read,
  project: ProjectId,
  of: PeriodLookedAt,
): Promise<FrozenFigures> {
  const { agreement, period } = of;
  const asked = { filter: { agreement }, period: period.kind, day: period.from };
  const { asOf, targets, services } = await viewFigures(ports, project, { ...asked, by: 'kind' });
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
        trend: trendOf(periods),
        ...{ excluded, unknown, late, mean, median, ninetieth },
        ...summed(details.filter((each) => each.metric === metric && each.kind === kind)),
      };
    }),
    services: servicesOf(await viewTallies(ports, project, { ...asked, by: 'service' }), services),
    values: await valuesOf(ports, project, of),
    breaches: await breachesOf(ports, project, of),
    exceptions: await exceptionsOf(ports, project, of),
    toRenew: ending.map(({ id, name, endsAt }) => ({ id, name, endsAt })),
    actions: await actionsOf(ports, project, agreement),
  };
}

const trendOf = (periods: readonly Tally[]): FrozenService['trend'] =>
  periods.slice(-TREND).map((tally) => ({ measured: measured(tally), reported: reported(tally) }));

/** Each target by service, under the names that services have now. */
function servicesOf(
  parts: Awaited<ReturnType<typeof viewTallies>>,
  services: readonly { readonly id: string; readonly name: string }[],
): readonly FrozenService[] {
  if (new Set(parts.map(({ value }) => value)).size < 2) return [];
  const nameOf = new Map(services.map(({ id, name }) => [id, name]));
  const cases = ({ trend }: FrozenService): number =>
    trend.reduce((total, { measured: { of } }) => total + of, 0);
  const lines = parts
    .map(({ metric, kind, value, periods }): FrozenService => {
      const service = value === null ? null : (nameOf.get(value) ?? value);
      return { service, metric, kind, trend: trendOf(periods) };
    })
    .filter((each) => cases(each) > 0);
  const casesOf = new Map<FrozenService['service'], number>();
  for (const line of lines) casesOf.set(line.service, (casesOf.get(line.service) ?? 0) + cases(line));
  const order = [...casesOf].sort(([, a], [, b]) => b - a).map(([service]) => service);
  return order.flatMap((service) => lines.filter((line) => line.service === service)).slice(0, MOST_SERVICES);
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
