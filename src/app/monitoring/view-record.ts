import type { Agreement } from '../../domain/agreement/agreement';
import { endInUtc } from '../../domain/documents';
import { measurementIdOf, type Measurement, type MeasurementName } from '../../domain/monitoring/measurement';
import { sourceOf, type PeriodicTarget } from '../../domain/monitoring/periodic-target';
import { recordLines, type RecordLine } from '../../domain/monitoring/record-line';
import { versionFor } from '../../domain/monitoring/version-at';
import { edgesOf, endOf, periodOf, type Period } from '../../domain/report/periods';
import { later, span, type Instant } from '../../domain/time/instant';
import type { LocalDate } from '../../domain/time/local-date';
import { startOfDay } from '../../domain/time/offset-periods';
import { agreementsOf } from '../agreements-of';
import { MOST_PERIODS, type Ports, type ProjectId } from '../ports';
import { reportingZone, viewFigures } from '../view-figures';

/** Which period of a project's record is asked for: that of a kind in which a day lies. */
export interface RecordAsked {
  readonly period: PeriodicTarget['period'];
  readonly day: LocalDate;
}

export interface MonitoringRecord {
  readonly asOf: Instant;
  /** The first day of each period, and the first after the last. */
  readonly edges: readonly LocalDate[];
  /** The period asked for is not over. */
  readonly isRunning: boolean;
  /** Those that had begun and not ended, by the version that held when the period ended, or holds now. */
  readonly agreements: readonly Agreement[];
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly lines: readonly RecordLine[];
  /** By the ids of measurements that lines name, the number of their revision. */
  readonly revisions: ReadonlyMap<Measurement['id'], number>;
}

/** The monitoring record (M6): each value that is promised against its target, period by period. */
export async function viewRecord(
  ports: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  { period: kind, day }: RecordAsked,
): Promise<MonitoringRecord> {
  const zone = reportingZone(await ports.records.revisions(project));
  const last = periodOf(kind, day);
  const edges = edgesOf(last, MOST_PERIODS);
  const periods = edges.slice(0, -1).map((from): Period => ({ kind, from }));
  const asked = { from: startOfDay(zone, last.from), to: startOfDay(zone, endOf(last)) };
  const agreements = [...(await agreementsOf(ports, project)).values()].flatMap(
    ({ timeline }) => versionFor(timeline, asked)?.agreement ?? [],
  );
  const [{ asOf, services, targets }, kept] = await Promise.all([
    viewFigures(ports, project, { filter: {}, period: kind, day, by: 'kind' }),
    measurementsOf(ports, project, { agreements, periods }),
  ]);
  const sources = {
    periods,
    tallies: (agreement: string, metric: string) =>
      targets.find((each) => each.agreement === agreement && each.metric === metric)?.periods,
    entered: (name: MeasurementName) => kept.get(measurementIdOf(name))?.doc,
  };
  return {
    asOf,
    edges,
    isRunning: asOf < asked.to,
    agreements,
    services,
    lines: agreements.flatMap((agreement) => recordLines(agreement, sources)),
    revisions: new Map([...kept].map(([id, { seq }]) => [id, seq])),
  };
}

interface Asked {
  readonly agreements: readonly Agreement[];
  readonly periods: readonly Period[];
}

/** What was entered of these agreements for these periods, by its id; nothing is asked where nothing is entered. */
async function measurementsOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  { agreements, periods }: Asked,
) {
  const [first, last] = [periods[0], periods.at(-1)];
  const topics = agreements.flatMap(({ id, periodicTargets = [] }) =>
    periodicTargets.some((target) => sourceOf(target) === 'hand') ? id : [],
  );
  if (!first || !last || topics.length === 0) return new Map<Measurement['id'], never>();
  const within = { from: endInUtc(first), to: later(endInUtc(last), span(1)) };
  const kept = await records.about(project, 'measurement', { topics, ...within });
  return new Map(kept.map((one) => [one.doc.id, one]));
}
