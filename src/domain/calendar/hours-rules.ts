import { problem, type Problem } from '../problem';
import { DAY, wallTimeOfDay } from '../time/wall-clock';
import type { WallInterval } from './calendar';

/** Where service hours lie on the wall of the day they begin on, in ms from its first midnight; `end` may be past {@link DAY}. */
export interface WallSpan {
  readonly start: number;
  readonly end: number;
}

/** Undefined when one of its times does not exist. */
export function wallSpanOf([from, to]: WallInterval): WallSpan | undefined {
  const [start, end] = [wallTimeOfDay(from), wallTimeOfDay(to)];
  if (start === undefined || start === DAY || end === undefined) return undefined;
  return { start, end: end > start ? end : end + DAY };
}

/** What is wrong with the hours of one day: times that do not exist, and hours that overlap. */
export function hoursProblems(hours: readonly WallInterval[], path: string): Problem[] {
  const problems: Problem[] = [];
  hours.forEach(([from, to], index) => {
    const at = `${path}[${index}]`;
    const start = wallTimeOfDay(from);
    if (start === undefined || start === DAY)
      problems.push(problem('calendar.no-such-time', at, { found: from }));
    if (wallTimeOfDay(to) === undefined) problems.push(problem('calendar.no-such-time', at, { found: to }));
  });
  const readable = hours.flatMap((interval, index) => {
    const span = wallSpanOf(interval);
    return span ? [{ ...span, at: `${path}[${index}]`, found: interval.join('–') }] : [];
  });
  let openUntil = 0;
  for (const { start, end, at, found } of readable.sort((a, b) => a.start - b.start)) {
    if (start < openUntil) problems.push(problem('calendar.overlap', at, { found }));
    openUntil = Math.max(openUntil, end);
  }
  return problems;
}
