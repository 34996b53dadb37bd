import { clip, union, type Interval } from '../time/interval';
import { EARLIEST, HORIZON, instant, later, span, type Instant } from '../time/instant';
import type { DayNumber } from '../time/local-date';
import { DAY, wallTimeOfDay } from '../time/wall-clock';
import { offsetPeriods } from '../time/zone';
import type { Calendar, WallInterval } from './calendar';
import { dayPlans } from './day-plan';

/** A calendar made ready for questions: the one stream of open intervals that every answer is drawn from (engine rule 4). */
export interface ServiceHours {
  readonly calendar: Calendar;
  /** The hours of a date, as the wall of the calendar's zone shows them. */
  on(day: DayNumber): readonly WallInterval[];
  /** Open intervals in order from `from` on, which cuts the first. Long ones come in pieces that touch. */
  after(from: Instant): Generator<Interval>;
  /** Open intervals backwards from `to`, which cuts the first. Long ones come in pieces that touch. */
  before(to: Instant): Generator<Interval>;
}

/** Days are worked out in blocks of this many, and kept, since most questions ask about the same few weeks. */
const BLOCK = 32 * DAY;
/** A local date, a shift that runs into the next one and a zone's whole-day jump stay within this many UTC days. */
const NEIGHBOURS = 3;

/** @param calendar one without problems; see `calendarProblems`. */
export function serviceHours(calendar: Calendar): ServiceHours {
  const planOf = dayPlans(calendar);
  const blocks = new Map<number, readonly Interval[]>();

  function on(day: DayNumber): readonly WallInterval[] {
    return planOf(day).hours;
  }

  function block(index: number): readonly Interval[] {
    const known = blocks.get(index);
    if (known) return known;
    const window = { start: instant(index * BLOCK), end: instant((index + 1) * BLOCK) };
    const open: Interval[] = [];
    for (let day = window.start / DAY - NEIGHBOURS; day < window.end / DAY + NEIGHBOURS; day++) {
      for (const hours of on(day)) open.push(...openInstants(calendar.timeZone, day, hours));
    }
    const clipped = union(open).flatMap((interval) => clip(interval, window) ?? []);
    blocks.set(index, clipped);
    return clipped;
  }

  return {
    calendar,
    on,
    *after(from) {
      for (let index = Math.floor(from / BLOCK); (index + 1) * BLOCK <= HORIZON; index++) {
        for (const interval of block(index)) {
          const part = clip(interval, { start: from, end: HORIZON });
          if (part) yield part;
        }
      }
    },
    *before(to) {
      for (let index = Math.floor((to - 1) / BLOCK); index * BLOCK >= EARLIEST; index--) {
        for (const interval of [...block(index)].reverse()) {
          const part = clip(interval, { start: EARLIEST, end: to });
          if (part) yield part;
        }
      }
    },
  };
}

/**
 * The instants at which the wall clock reads a time inside `hours` of `day`. In each stretch of one offset that is one
 * interval, so a spring gap shortens it and an autumn overlap counts twice (engine rule 2).
 */
function openInstants(zone: string, day: DayNumber, [from, to]: WallInterval): Interval[] {
  const start = day * DAY + (wallTimeOfDay(from) ?? 0);
  const sameDayEnd = day * DAY + (wallTimeOfDay(to) ?? 0);
  const end = sameDayEnd > start ? sameDayEnd : sameDayEnd + DAY;
  const around = { from: later(instant(start), span(-2 * DAY)), to: later(instant(end), span(2 * DAY)) };
  return [...offsetPeriods(zone, around.from, around.to)].flatMap(
    (period) =>
      clip({ start: instant(start - period.offset), end: instant(end - period.offset) }, period) ?? [],
  );
}
