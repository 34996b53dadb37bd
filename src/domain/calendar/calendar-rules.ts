import { listed, problem, type Problem } from '../problem';
import { weekdays } from '../time/local-date';
import { isZone } from '../time/zone';
import type { CalendarRecord } from './calendar';
import { datesProblems, twinProblems } from './dates-rules';
import type { HolidaySet } from './holiday-set';
import { hoursProblems } from './hours-rules';

/**
 * Everything that is wrong with a calendar, so that its author can mend all of it at once (engine rule 3). It must have
 * hours in its week or in an exception; whether those are still to come, or all cut out again, nobody is asked.
 *
 * @param knownSets ids of the holiday sets that it may refer to.
 */
export function calendarProblems(
  calendar: CalendarRecord,
  path: string,
  knownSets: readonly HolidaySet['id'][] = [],
): Problem[] {
  const problems: Problem[] = [];
  if (!isZone(calendar.timeZone)) {
    problems.push(problem('calendar.unknown-zone', `${path}.timeZone`, { found: calendar.timeZone }));
  }
  for (const day of weekdays) {
    problems.push(...hoursProblems(calendar.weekly[day] ?? [], `${path}.weekly.${day}`));
  }
  calendar.exceptions.forEach((exception, index) => {
    const at = `${path}.exceptions[${index}]`;
    problems.push(...datesProblems(exception, at), ...hoursProblems(exception.hours, `${at}.hours`));
  });
  problems.push(...twinProblems(calendar.exceptions, `${path}.exceptions`));
  problems.push(...referenceProblems(calendar.holidaySets ?? [], `${path}.holidaySets`, knownSets));
  calendar.interruptions?.forEach((interruption, index) => {
    const { hours, name } = interruption;
    const at = `${path}.interruptions[${index}]`;
    problems.push(...datesProblems(interruption, at), ...hoursProblems(hours, `${at}.hours`));
    if (hours.length === 0) problems.push(problem('calendar.no-interruption', `${at}.hours`, { name }));
  });
  const hasHours =
    weekdays.some((day) => calendar.weekly[day]?.length) ||
    calendar.exceptions.some(({ hours }) => hours.length > 0);
  if (!hasHours) {
    problems.push(problem('calendar.no-working-time', `${path}.weekly`, { calendar: calendar.name }));
  }
  return problems;
}

/** Everything that is wrong with a holiday set. */
export function holidaySetProblems({ name, days }: HolidaySet, path: string): Problem[] {
  const none = days.length === 0 ? [problem('calendar.no-holiday', `${path}.days`, { name })] : [];
  return [...none, ...days.flatMap((day, index) => datesProblems(day, `${path}.days[${index}]`))];
}

function referenceProblems(
  ids: readonly HolidaySet['id'][],
  path: string,
  knownSets: readonly HolidaySet['id'][],
): Problem[] {
  return ids.flatMap((found, index) => {
    const at = `${path}[${index}]`;
    if (ids.indexOf(found) < index) return problem('calendar.holiday-set-twice', at, { found });
    if (knownSets.includes(found)) return [];
    return problem('calendar.unknown-holiday-set', at, { found, known: listed(knownSets) || '–' });
  });
}
