import { join, subtract, type Edges } from '../time/edges';
import type { Interval } from '../time/interval';
import type { DayNumber } from '../time/local-date';
import { DAY, wallTimeOfDay } from '../time/wall-clock';
import { offsetPeriods } from '../time/offset-periods';
import type { Zone } from '../time/zone';
import type { WallInterval } from './calendar';
import type { DayPlan } from './day-plan';

/** A zone's offset and a shift that runs into the next date move the hours of a date by no more days than this. */
const NEIGHBOURS = 3;

/**
 * When service is given in a window of time, in order; hours that meet or overlap are one interval, and interruptions are cut out of
 * them. An instant is open
 * when the wall clock of `zone` reads a time inside the hours then (engine rule 2).
 */
export function openIntervals(zone: Zone, planOf: (day: DayNumber) => DayPlan, window: Interval): Edges {
  const days = {
    start: Math.floor(window.start / DAY) - NEIGHBOURS,
    end: Math.ceil(window.end / DAY) + NEIGHBOURS,
  };
  return instantsOf(openOnTheWall(planOf, days), zone, window);
}

function openOnTheWall(planOf: (day: DayNumber) => DayPlan, days: Interval<DayNumber>): Edges {
  const [hours, interruptions]: [number[], number[]] = [[], []];
  // Days share their hours with others.
  const known = new Map<DayPlan['hours'], Edges>();

  function add(edges: number[], day: DayNumber, of: DayPlan['hours']): void {
    let times = known.get(of);
    if (!times) known.set(of, (times = of.flatMap(timesOfDay)));
    for (let i = 0; i < times.length; i += 2) {
      join(edges, day * DAY + (times[i] as number), day * DAY + (times[i + 1] as number));
    }
  }

  for (let day = days.start; day < days.end; day++) {
    const plan = planOf(day);
    if (plan.hours.length > 0) add(hours, day, plan.hours);
    if (plan.interruptions.length > 0) add(interruptions, day, plan.interruptions);
  }
  return interruptions.length === 0 ? hours : subtract(hours, interruptions);
}

/** Milliseconds since the midnight that begins the date. */
function timesOfDay([from, to]: WallInterval): Edges {
  const [start, end] = [wallTimeOfDay(from) ?? 0, wallTimeOfDay(to) ?? 0];
  return [start, end > start ? end : end + DAY];
}

/**
 * In each stretch of one offset the wall runs as time does, so a spring gap shortens the hours it falls in, and an
 * autumn overlap counts twice.
 */
function instantsOf(wall: Edges, zone: Zone, window: Interval): Edges {
  const open: number[] = [];
  let next = 0;
  for (const { start, end, offset } of offsetPeriods(zone, window.start, window.end)) {
    // The wall may have been put back since, and read the same hours again.
    while (next > 0 && (wall[next - 1] as number) > start + offset) next -= 2;
    for (; next < wall.length; next += 2) {
      const from = Math.max((wall[next] as number) - offset, start);
      const to = Math.min((wall[next + 1] as number) - offset, end);
      if (from >= end) break;
      if (from < to) join(open, from, to);
    }
  }
  return open;
}
