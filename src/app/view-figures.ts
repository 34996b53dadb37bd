import type { Agreement } from '../domain/agreement/agreement';
import type { ReportingFields } from '../domain/agreement/reporting';
import { latestRevisions, meant, type Revision } from '../domain/agreement/revisions';
import type { PeriodKind } from '../domain/report/period-kinds';
import { edgesOf, endOf, periodOf } from '../domain/report/periods';
import { interpolated, quantileAmong, type Between } from '../domain/report/quantile';
import { EMPTY_TALLY, isJudged, tallyOf, type Tally } from '../domain/report/tally';
import type { Dimension } from '../domain/report/dimensions';
import { earlierOf, span, type Instant, type Span } from '../domain/time/instant';
import type { LocalDate } from '../domain/time/local-date';
import { startOfDay } from '../domain/time/offset-periods';
import { localDateAt, type Zone } from '../domain/time/zone';
import {
  MOST_PERIODS,
  type FiguresRow,
  type FiguresWanted,
  type LengthWanted,
  type Part,
  type Ports,
  type ProjectId,
  type TimerFilter,
} from './ports';
import { reportingFieldsOf } from './reporting';

/** What figures are asked for. */
export interface FiguresAsked {
  readonly filter: TimerFilter;
  readonly period: PeriodKind;
  /** A day of the period that they are of. */
  readonly day: LocalDate;
  /** What each target is told apart by: its kind tells nothing apart. */
  readonly by: 'kind' | 'goal' | Dimension;
}

/** One target, or the part of it that has a value in common. */
export interface TargetFigures extends Part {
  /** Of each period, the one asked for last. */
  readonly periods: readonly Tally[];
  /** What is open and late at the end of the last one, or now. */
  readonly late: number;
  /** Working time of those that were met or breached in the last one; null where there are none. */
  readonly mean: Span | null;
  readonly median: Span | null;
  readonly ninetieth: Span | null;
}

export interface ProjectFigures {
  readonly asOf: Instant;
  /** The first day of each period, and the first after the last. */
  readonly edges: readonly LocalDate[];
  readonly agreements: readonly Agreement[];
  readonly services: readonly { readonly id: string; readonly name: string }[];
  /** The fields whose values name customers and groups. */
  readonly fields: ReportingFields;
  readonly targets: readonly TargetFigures[];
}

/** Of more targets than this only means are told: each quantile is looked up by itself. */
const MOST_QUANTILES = 40;

/** How promises were kept in a period and those before it (R1, R2): two questions to the store, however many timers there are. */
export async function viewFigures(
  { figures, records, clock }: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  asked: FiguresAsked,
): Promise<ProjectFigures> {
  const [revisions, services] = await Promise.all([
    records.revisions(project),
    records.documents(project, 'service'),
  ]);
  const agreements = agreementsIn(revisions);
  const asOf = clock.now();
  const wanted = wantedOf(asked, reportingZone(revisions), asOf);
  const groups = groupsOf(await figures.closed(project, wanted));
  const lengths = await quantilesOf(figures, project, wanted, groups);
  return {
    asOf,
    edges: wanted.edges,
    agreements,
    services: services.map(({ doc: { id, name } }) => ({ id, name })),
    fields: reportingFieldsOf(revisions),
    targets: groups.map((group, index) => targetOf(group, lengths[index] ?? [])),
  };
}

/** The zone in which the days of a project's reports begin: that of its first agreement, as most have one zone. */
export const reportingZone = (revisions: readonly Revision[]): Zone =>
  agreementsIn(revisions)[0]?.timeZone ?? 'UTC';

/** The day that it is where a project's days are counted. */
export async function todayIn(
  { records, clock }: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<LocalDate> {
  return localDateAt(reportingZone(await records.revisions(project)), clock.now());
}

/** The latest version of each agreement. */
export const agreementsIn = (revisions: readonly Revision[]): Agreement[] =>
  meant(latestRevisions(revisions)).flatMap((each) => (each.kind === 'agreement' ? each.doc : []));

/** The period asked for and those before it, which show the trend, and the instant at which what is late is late. */
export function wantedOf({ filter, period, day, by }: FiguresAsked, zone: Zone, now: Instant): FiguresWanted {
  const last = periodOf(period, day);
  return {
    filter,
    by,
    edges: edgesOf(last, MOST_PERIODS),
    until: earlierOf(startOfDay(zone, endOf(last)), now),
  };
}

interface Group extends Part {
  readonly rows: readonly FiguresRow[];
}

function groupsOf(rows: readonly FiguresRow[]): Group[] {
  const groups = new Map<string, Group & { readonly rows: FiguresRow[] }>();
  for (const row of rows) {
    const { agreement, metric, kind, value } = row;
    const key = JSON.stringify([agreement, metric, kind, value]);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { agreement, metric, kind, value, rows: [row] });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** How each part of the targets was kept in each period. */
export async function viewTallies(
  { figures, records, clock }: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  asked: FiguresAsked,
): Promise<(Part & Pick<TargetFigures, 'periods'>)[]> {
  const zone = reportingZone(await records.revisions(project));
  const groups = groupsOf(await figures.closed(project, wantedOf(asked, zone, clock.now())));
  return groups.map(({ rows, ...part }) => ({ ...part, periods: talliesOf(rows) }));
}

const LAST = MOST_PERIODS - 1;

const talliesOf = (rows: readonly FiguresRow[]): Tally[] =>
  Array.from({ length: MOST_PERIODS }, (_, place) => tallyOf(rows.filter(({ period }) => period === place)));

function targetOf({ rows, ...part }: Group, [median = null, ninetieth = null]: Quantiles): TargetFigures {
  const periods = talliesOf(rows);
  const { met, breached, elapsed } = periods[LAST] ?? EMPTY_TALLY;
  const judged = met + breached;
  return {
    ...part,
    periods,
    late: rows.reduce((total, row) => (row.period === null ? total + row.count : total), 0),
    mean: judged > 0 ? span(Math.round(elapsed / judged)) : null,
    median,
    ninetieth,
  };
}

type Quantiles = readonly (Span | null)[];

/** The median and the 90th percentile of each group in the last period. */
async function quantilesOf(
  figures: Ports['figures'],
  project: ProjectId,
  wanted: FiguresWanted,
  groups: readonly Group[],
): Promise<Quantiles[]> {
  if (groups.length > MOST_QUANTILES) return [];
  const places = groups.map(({ rows }) => {
    const judged = rows.filter(({ period, verdict }) => period === LAST && isJudged(verdict));
    return [0.5, 0.9].map((quantile) => quantileAmong(judged, quantile));
  });
  const lengths = groups.flatMap((group, index) =>
    (places[index] ?? []).flatMap((between) => (between ? lengthsOf(group, between) : [])),
  );
  const found = (await figures.lengths(project, wanted, lengths)).values();
  return places.map((some) =>
    some.map((between) => {
      if (!between) return null;
      const [lower, upper] = [found.next().value, found.next().value];
      return lower === undefined || upper === undefined ? null : interpolated(lower, upper, between.part);
    }),
  );
}

const lengthsOf = ({ agreement, metric, value }: Group, { lower, upper }: Between): LengthWanted[] =>
  [lower, upper].map((place) => ({ agreement, metric, value, ...place }));
