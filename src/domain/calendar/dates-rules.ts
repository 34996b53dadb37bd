import { problem, type Problem } from '../problem';
import { EARLIEST, HORIZON } from '../time/instant';
import { dayNumberOf, isMonthDay, type LocalDate } from '../time/local-date';
import { DAY } from '../time/wall-clock';
import { countDays, type Dates } from './dates';

/** Ten years with three leap days: whoever means longer writes another calendar. */
const LONGEST_RANGE = 3_653;

/** What is wrong with one entry's dates. */
export function datesProblems(dates: Dates, path: string): Problem[] {
  if ('date' in dates) return dateProblems(dates.date, `${path}.date`);
  if ('yearly' in dates) {
    const found = dates.yearly;
    return isMonthDay(found) ? [] : [problem('calendar.no-such-month-day', `${path}.yearly`, { found })];
  }
  const problems = [...dateProblems(dates.from, `${path}.from`), ...dateProblems(dates.to, `${path}.to`)];
  if (problems.length > 0) return problems;
  const { from, to } = dates;
  const days = countDays(dates);
  if (days < 1) return [problem('calendar.range-backwards', `${path}.to`, { from, to })];
  return days > LONGEST_RANGE ? [problem('calendar.range-too-long', `${path}.to`, { from, to })] : [];
}

/** Entries that contradict each other: the same date or day of the year twice, and ranges that share a date. */
export function twinProblems(entries: readonly Dates[], path: string): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  entries.forEach((dates, index) => {
    if ('from' in dates) return;
    const [key, found] =
      'date' in dates ? (['date', dates.date] as const) : (['yearly', dates.yearly] as const);
    if (seen.has(found)) problems.push(problem('calendar.date-twice', `${path}[${index}].${key}`, { found }));
    seen.add(found);
  });
  const ranges = entries.flatMap((dates, index) =>
    'from' in dates && datesProblems(dates, '').length === 0 ? [{ ...dates, index }] : [],
  );
  let longest: (typeof ranges)[number] | undefined;
  for (const range of ranges.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (longest && range.from <= longest.to) {
      const details = { found: rangeText(range), other: rangeText(longest) };
      problems.push(problem('calendar.ranges-overlap', `${path}[${range.index}].from`, details));
    }
    if (!longest || range.to > longest.to) longest = range;
  }
  return problems;
}

const rangeText = ({ from, to }: { from: LocalDate; to: LocalDate }): string => `${from} – ${to}`;

function dateProblems(found: LocalDate, path: string): Problem[] {
  const day = dayNumberOf(found);
  if (day === undefined) return [problem('calendar.no-such-date', path, { found })];
  const isKnown = day >= EARLIEST / DAY && day < HORIZON / DAY;
  return isKnown ? [] : [problem('definition.date-range', path, { found })];
}
