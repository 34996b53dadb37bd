import { problem, type Problem } from '../problem';
import { dayNumberOf, weekdays } from '../time/local-date';
import { DAY, wallTimeOfDay } from '../time/wall-clock';
import { isZone } from '../time/zone';
import type { Calendar, WallInterval } from './calendar';

/** Everything that is wrong with a calendar, so that its author can mend all of it at once (engine rule 3). */
export function calendarProblems(calendar: Calendar, path: string): Problem[] {
  const problems: Problem[] = [];
  if (!isZone(calendar.timeZone)) {
    problems.push(problem('calendar.unknown-zone', `${path}.timeZone`, { found: calendar.timeZone }));
  }
  for (const day of weekdays) {
    problems.push(...dayProblems(calendar.weekly[day] ?? [], `${path}.weekly.${day}`));
  }
  const dates = new Set<string>();
  calendar.exceptions.forEach(({ date, hours }, index) => {
    const at = `${path}.exceptions[${index}]`;
    if (dayNumberOf(date) === undefined) {
      problems.push(problem('calendar.no-such-date', `${at}.date`, { found: date }));
    } else if (dates.has(date)) {
      problems.push(problem('calendar.date-twice', `${at}.date`, { found: date }));
    }
    dates.add(date);
    problems.push(...dayProblems(hours, `${at}.hours`));
  });
  if (weekdays.every((day) => !calendar.weekly[day]?.length)) {
    problems.push(problem('calendar.no-working-time', `${path}.weekly`, { calendar: calendar.name }));
  }
  return problems;
}

function dayProblems(hours: readonly WallInterval[], path: string): Problem[] {
  const problems: Problem[] = [];
  let openUntil = 0;
  const readable = hours.flatMap(([from, to], index) => {
    const [start, end] = [wallTimeOfDay(from), wallTimeOfDay(to)];
    const at = `${path}[${index}]`;
    if (start === undefined || start === DAY)
      problems.push(problem('calendar.no-such-time', at, { found: from }));
    if (end === undefined) problems.push(problem('calendar.no-such-time', at, { found: to }));
    if (start === undefined || start === DAY || end === undefined) return [];
    return [{ start, end: end > start ? end : end + DAY, at, text: `${from}–${to}` }];
  });
  for (const { start, end, at, text } of readable.sort((a, b) => a.start - b.start)) {
    if (start < openUntil) problems.push(problem('calendar.overlap', at, { found: text }));
    openUntil = Math.max(openUntil, end);
  }
  return problems;
}
