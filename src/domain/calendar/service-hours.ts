import { days, EARLIEST, HORIZON, instant, type Instant } from '../time/instant';
import type { DayNumber } from '../time/local-date';
import type { Calendar, WallInterval } from './calendar';
import { dayPlans, type DayPlan } from './day-plan';
import { openIntervals } from './open-intervals';
import { OpenTable } from './open-table';

/** How far beyond a question the time is worked out: most questions that follow are about the same months. */
const MARGIN = days(183);

/**
 * A calendar made ready for questions: the one stream of open intervals that every answer is drawn from (engine rule
 * 4). It is worked out for the time that questions are about, and further when one asks for more.
 */
export class ServiceHours {
  private readonly planOf: (day: DayNumber) => DayPlan;
  private table: OpenTable | undefined;

  /** @param calendar one without problems; see `calendarProblems`. */
  constructor(readonly calendar: Calendar) {
    this.planOf = dayPlans(calendar);
  }

  /** The hours of a date, as the wall of the calendar's zone shows them. */
  on(day: DayNumber): readonly WallInterval[] {
    return this.planOf(day).hours;
  }

  /**
   * The open intervals around `from` to `to`.
   *
   * @throws DomainError `time.instant` when one of them lies outside the years that calendars know.
   */
  covering(from: Instant, to: Instant): OpenTable {
    const { table } = this;
    return table && from >= table.start && to < table.end ? table : this.extended(instant(from), instant(to));
  }

  /** The open intervals of a longer time that begins earlier; undefined when calendars know no more years. */
  earlierThan({ start }: OpenTable): OpenTable | undefined {
    return start > EARLIEST ? this.covering(instant(start - 1), start) : undefined;
  }

  /** The open intervals of a longer time that ends later; undefined when calendars know no more years. */
  laterThan({ end }: OpenTable): OpenTable | undefined {
    return end < HORIZON ? this.covering(end, end) : undefined;
  }

  /** Memory that the compiled intervals take at present. */
  get bytes(): number {
    return this.table?.bytes ?? 0;
  }

  /** Each time at least twice as long as before, so that a search through all years ends soon. */
  private extended(from: Instant, to: Instant): OpenTable {
    const known = this.table ?? { start: from, end: from };
    const length = known.end - known.start;
    const start =
      from < known.start || !this.table ? Math.min(from - MARGIN, known.start - length) : known.start;
    const end = to >= known.end ? Math.max(to + MARGIN, known.end + length) : known.end;
    const window = { start: instant(Math.max(start, EARLIEST)), end: instant(Math.min(end, HORIZON)) };
    if (this.table && window.start === known.start && window.end === known.end) return this.table;
    const open = openIntervals(this.calendar.timeZone, this.planOf, window);
    return (this.table = new OpenTable(window.start, window.end, open));
  }
}

/** @param calendar one without problems; see `calendarProblems`. */
export function serviceHours(calendar: Calendar): ServiceHours {
  return new ServiceHours(calendar);
}
