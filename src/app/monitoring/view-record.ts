import type { Agreement } from '../../domain/agreement/agreement';
import { endInUtc } from '../../domain/documents';
import { measurementIdOf, type Measurement, type MeasurementName } from '../../domain/monitoring/measurement';
import { sourceOf, type PeriodicTarget } from '../../domain/monitoring/periodic-target';
import type { Source } from '../../domain/monitoring/measures';
import { recordLines, type RecordLine, type RecordSources } from '../../domain/monitoring/record-line';
import { outageFigures, type Period as TimeSpan } from '../../domain/outage/outage-figures';
import { versionFor } from '../../domain/monitoring/version-at';
import { edgesOf, endOf, periodOf, type Period } from '../../domain/report/periods';
import { satisfactionOf } from '../../domain/satisfaction/satisfaction';
import { later, span, type Instant } from '../../domain/time/instant';
import type { LocalDate } from '../../domain/time/local-date';
import { startOfDay } from '../../domain/time/offset-periods';
import type { Publication } from '../../domain/timer/timeline';
import { agreementsOf } from '../agreements-of';
import { outagesOf } from '../outages/outages-of';
import { aroundTheClock } from '../outages/service-hours-of';
import { rulesOf } from '../rules';
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
  const versions = [...(await agreementsOf(ports, project)).values()].flatMap(
    ({ timeline }) => versionFor(timeline, asked) ?? [],
  );
  const agreements = versions.map(({ agreement }) => agreement);
  const spans = periods.map((each) => ({
    from: startOfDay(zone, each.from),
    to: startOfDay(zone, endOf(each)),
  }));
  const [{ asOf, services, targets }, kept, outages, satisfaction] = await Promise.all([
    viewFigures(ports, project, { filter: {}, period: kind, day, by: 'kind' }),
    measurementsOf(ports, project, { agreements, periods }),
    outageSource(ports, project, { versions, spans }),
    satisfactionSource(ports, project, { agreements, periods }),
  ]);
  const sources = {
    periods,
    tallies: (agreement: string, metric: string) =>
      targets.find((each) => each.agreement === agreement && each.metric === metric)?.periods,
    entered: (name: MeasurementName) => kept.get(measurementIdOf(name))?.doc,
    outages,
    satisfaction,
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

/** Whether any of the agreements has values from there. */
const isAsked = (agreements: readonly Agreement[], source: Source): boolean =>
  agreements.some(({ periodicTargets = [] }) =>
    periodicTargets.some((target) => sourceOf(target) === source),
  );

/** More services are not asked for by their names. */
const MOST_TOPICS = 100;

/** What outages of the services that agreements name came to, in the hours that held when the period ended. */
async function outageSource(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
  { versions, spans }: { readonly versions: readonly Publication[]; readonly spans: readonly TimeSpan[] },
): Promise<RecordSources['outages']> {
  const agreements = versions.map(({ agreement }) => agreement);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || !isAsked(agreements, 'outages')) return () => [];
  const named = agreements.flatMap(({ periodicTargets = [] }) =>
    periodicTargets.flatMap(({ service }) => service ?? []),
  );
  const services = [...new Set(named)];
  const { hoursOf } = await rulesOf(ports, project);
  const { outages, isCut } = await outagesOf(
    ports,
    project,
    { from: first.from, to: last.to },
    services.length > MOST_TOPICS ? undefined : services,
  );
  const now = ports.clock.now();
  return (agreement, { service, calendar = '' }) => {
    const own = outages.flatMap(({ doc }) => (doc.service === service ? doc : []));
    const version = versions.find((each) => each.agreement.id === agreement)?.calendars[calendar];
    const hours = version === undefined ? aroundTheClock() : hoursOf(version);
    return spans.map((each) => (isCut || each.from > now ? undefined : outageFigures(own, each, hours, now)));
  };
}

/** What customers of the agreements answered, and how they rated their requests. */
async function satisfactionSource(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  { agreements, periods }: Asked,
): Promise<RecordSources['satisfaction']> {
  if (!isAsked(agreements, 'satisfaction')) return () => [];
  const [entered, ratings] = await Promise.all([
    records.documents(project, 'satisfaction'),
    records.documents(project, 'ratings'),
  ]);
  const known = { entered: entered.map(({ doc }) => doc), ratings: ratings.map(({ doc }) => doc) };
  return (agreement) => periods.map((period) => satisfactionOf(known, agreement, period));
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
