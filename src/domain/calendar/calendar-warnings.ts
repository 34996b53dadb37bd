import { problem, type Problem } from '../problem';
import { dayNumberOf, weekdays, type DayNumber } from '../time/local-date';
import { DAY } from '../time/wall-clock';
import type { Calendar, WallInterval } from './calendar';
import { dayPlans } from './day-plan';
import type { Dates } from './dates';
import { wallSpanOf } from './hours-rules';

/**
 * What its author should look at though the calendar may be saved: hours that run past midnight into hours of the next
 * day. They count once (engine rule 3), but one of the two days was probably meant otherwise.
 *
 * @param calendar one without problems; see `calendarProblems`.
 */
export function calendarWarnings(calendar: Calendar, path: string): Problem[] {
  const warnings: Problem[] = [];
  weekdays.forEach((day, index) => {
    const next = weekdays[(index + 1) % weekdays.length] ?? day;
    const found = runsInto(calendar.weekly[day] ?? [], calendar.weekly[next] ?? []);
    if (found) warnings.push(problem('calendar.overlap-next-day', `${path}.weekly.${day}`, found));
  });

  const planOf = dayPlans(calendar);
  const meetsNext = (day: DayNumber) => runsInto(planOf(day).hours, planOf(day + 1).hours);
  calendar.exceptions.forEach((exception, index) => {
    if (exception.hours.length === 0) return;
    for (const day of sampleDays(exception)) {
      const found = meetsNext(day - 1) ?? meetsNext(day);
      if (!found) continue;
      warnings.push(problem('calendar.overlap-next-day', `${path}.exceptions[${index}].hours`, found));
      break;
    }
  });
  return warnings;
}

/** The last hours of a day and the first of the next one where they overlap. */
function runsInto(
  hours: readonly WallInterval[],
  nextHours: readonly WallInterval[],
): { readonly found: string; readonly next: string } | undefined {
  for (const interval of hours) {
    const end = wallSpanOf(interval)?.end ?? 0;
    const next = nextHours.find((other) => (wallSpanOf(other)?.start ?? DAY) + DAY < end);
    if (next) return { found: interval.join('–'), next: next.join('–') };
  }
  return undefined;
}

/** Days that show how an exception meets its neighbours: both ends of a range, a yearly day on each day of the week. */
function sampleDays(dates: Dates): DayNumber[] {
  const texts =
    'date' in dates
      ? [dates.date]
      : 'from' in dates
        ? [dates.from, dates.to]
        : Array.from({ length: 28 }, (_, year) => `${2024 + year}-${dates.yearly}`);
  return texts.flatMap((text) => dayNumberOf(text) ?? []);
}
