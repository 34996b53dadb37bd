import { problem, type Problem } from '../problem';
import { EARLIEST, HORIZON, type Instant } from '../time/instant';
import { dayNumberOf } from '../time/local-date';
import { DAY, wallTimeOfDay } from '../time/wall-clock';
import { firstInstantAt } from '../time/offset-periods';
import type { Zone } from '../time/zone';

/** On which dates are meant; without a zone where that is not known. */
export interface Wall {
  readonly zone: Zone | undefined;
  readonly problems: Problem[];
}

/** So that every calendar knows the days around the date. */
const FIRST_DAY = EARLIEST / DAY + 7;
const LAST_DAY = HORIZON / DAY - 7;

/**
 * The instant that a date, or a date and time, means on a wall; undefined where that cannot be said.
 *
 * @param as what a date without a time means: the beginning of that day or its end. `day`: no time may be given.
 */
export function readPoint(
  text: string,
  as: 'day' | 'start' | 'end',
  path: string,
  { zone, problems }: Wall,
): Instant | undefined {
  const [date = '', time] = as === 'day' ? [text] : text.split('T');
  const day = dayNumberOf(date);
  const timeOfDay = time === undefined ? (as === 'end' ? DAY : 0) : wallTimeOfDay(time);
  if (day === undefined || timeOfDay === undefined || text.split('T').length > 2) {
    const code = as === 'day' ? 'calendar.no-such-date' : 'agreement.no-such-time';
    problems.push(problem(code, path, { found: text }));
    return undefined;
  }
  if (day < FIRST_DAY || day > LAST_DAY) {
    problems.push(problem('definition.date-range', path, { found: text }));
    return undefined;
  }
  return zone === undefined ? undefined : firstInstantAt(zone, day * DAY + timeOfDay);
}
