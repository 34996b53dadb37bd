import type { ServiceHours } from '../calendar/service-hours';
import { workingTimeBetween } from '../calendar/working-time';
import { join, subtract, type Edges } from '../time/edges';
import {
  earlierOf,
  elapsedBetween,
  HORIZON,
  laterOf,
  NO_TIME,
  span,
  type Instant,
  type Span,
} from '../time/instant';
import type { Outage } from './outage';

/** How available a service was in a period. */
export interface OutageFigures {
  /** Agreed service time of the period as far as it has passed. */
  readonly agreedMs: Span;
  /** Of it, the time in which nothing worked. */
  readonly downMs: Span;
  /** Of it, the time in which it worked in part, or slowly. */
  readonly degradedMs: Span;
  /** The share of agreed time in which it was not down, 0 to 1; undefined where no service was agreed. */
  readonly availability: number | undefined;
  /** How many failures there were. */
  readonly count: number;
  /** The longest of them as far as it lasted by the end of the period, in real time; none: 0. */
  readonly longestMs: Span;
  /** The mean time to restore, in real time, of the failures that ended in the period; left out where none did. */
  readonly mttrMs?: Span;
  /** The mean time from a restoration to the next failure, in real time (T11); left out below two failures. */
  readonly mttfMs?: Span;
  /** The mean time from the start of a failure to that of the next one, in real time (T11); left out below two. */
  readonly mtbfMs?: Span;
}

/** What figures go by. */
export type Counted = Pick<Outage, 'begin' | 'end' | 'planned' | 'degree' | 'withdrawn'>;

export interface Period {
  readonly from: Instant;
  /** Not in it. */
  readonly to: Instant;
}

/**
 * What the outages of one service come to in a period (T10, T11). Those that overlap or meet are one failure, which counts in
 * every period that it touches. A degraded one is a failure like any other and is restored, but is no down time. What was
 * planned is no failure, and takes whatever fails meanwhile out of the down time. What goes on counts until `now`, or until
 * the period ends.
 *
 * @param outages of that service, in any order; those withdrawn and those of other times do not count.
 * @param serviceHours when service is agreed.
 */
export function outageFigures(
  outages: readonly Counted[],
  { from, to }: Period,
  serviceHours: ServiceHours,
  now: Instant,
): OutageFigures {
  const until = laterOf(from, earlierOf(to, now));
  const counted = outages.filter(({ withdrawn }) => !withdrawn);
  const stretchesOf = (isMeant: (outage: Counted) => boolean): Edges => {
    const edges: number[] = [];
    for (const outage of counted) {
      const { begin, end = HORIZON } = outage;
      if (isMeant(outage) && end > begin) join(edges, begin, end);
    }
    return edges;
  };
  const workingIn = (edges: Edges): Span => workingTimeIn(edges, { from, to: until }, serviceHours);

  const planned = stretchesOf((outage) => outage.planned);
  const down = subtract(
    stretchesOf((outage) => !outage.planned && outage.degree === 'full'),
    planned,
  );
  const degraded = stretchesOf((outage) => !outage.planned && outage.degree === 'degraded');
  const agreedMs = workingTimeBetween(serviceHours, from, until);
  const downMs = workingIn(down);
  return {
    agreedMs,
    downMs,
    degradedMs: workingIn(subtract(subtract(degraded, planned), down)),
    availability: agreedMs > 0 ? (agreedMs - downMs) / agreedMs : undefined,
    ...failureFigures(
      stretchesOf((outage) => !outage.planned),
      { from, to: until },
    ),
  };
}

function workingTimeIn(edges: Edges, { from, to }: Period, hours: ServiceHours): Span {
  let total = 0;
  for (const { begin, end } of stretches(edges)) {
    const [start, stop] = [laterOf(begin, from), earlierOf(end, to)];
    if (stop > start) total += workingTimeBetween(hours, start, stop);
  }
  return span(total);
}

interface Failure {
  readonly begin: Instant;
  readonly end: Instant;
}

const stretches = (edges: Edges): Failure[] =>
  Array.from({ length: edges.length / 2 }, (_, index) => ({
    begin: edges[2 * index] as Instant,
    end: edges[2 * index + 1] as Instant,
  }));

function failureFigures(
  edges: Edges,
  { from, to }: Period,
): Pick<OutageFigures, 'count' | 'longestMs' | 'mttrMs' | 'mttfMs' | 'mtbfMs'> {
  const failures = stretches(edges).filter(({ begin, end }) => begin < to && end > from);
  const lasted = failures.map(({ begin, end }) => elapsedBetween(begin, earlierOf(end, to)));
  const restored = failures.filter(({ end }) => end <= to);
  const pairs = failures.slice(1).map((next, index) => [failures[index] ?? next, next] as const);
  const [mttrMs, mttfMs, mtbfMs] = [
    meanOf(restored.map(({ begin, end }) => elapsedBetween(begin, end))),
    meanOf(pairs.map(([before, next]) => elapsedBetween(before.end, next.begin))),
    meanOf(pairs.map(([before, next]) => elapsedBetween(before.begin, next.begin))),
  ];
  return {
    count: failures.length,
    longestMs: lasted.reduce((longest, each) => (each > longest ? each : longest), NO_TIME),
    ...(mttrMs !== undefined && { mttrMs }),
    ...(mttfMs !== undefined && { mttfMs }),
    ...(mtbfMs !== undefined && { mtbfMs }),
  };
}

function meanOf(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return span(Math.round(spans.reduce<number>((total, each) => total + each, 0) / spans.length));
}
