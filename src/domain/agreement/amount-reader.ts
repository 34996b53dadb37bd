import { problem, type Problem } from '../problem';
import { parseSpan } from '../time/duration-text';
import { hours, NO_TIME, type Span } from '../time/instant';
import type { Percentage } from '../timer/goal';

/** Ten years around the clock: whoever means it writes no goal. */
const LONGEST = hours(87_600);

/** Some working time, as `4h 30m`: more than none, and at most ten years of it. */
export function readLength(text: string, path: string, problems: Problem[]): Span {
  const length = parseSpan(text);
  if (length === undefined) problems.push(problem('goal.duration', path, { found: text }));
  else if (length > LONGEST) problems.push(problem('goal.too-long', path, { found: text }));
  else if (length <= 0) problems.push(problem('goal.no-time', path, { found: text }));
  return length ?? NO_TIME;
}

/** A whole percentage, as `75%`, from 1 to `most`. */
export function readShare(text: string, most: Percentage, path: string, problems: Problem[]): Percentage {
  const whole = Number(/^([1-9]\d{0,3})%$/.exec(text.trim())?.[1]);
  if (whole <= most) return whole;
  problems.push(problem('goal.share', path, { found: text, most: String(most) }));
  return most;
}

/** A whole number from `least` to `most`. */
export function readWhole(
  found: number,
  [least, most]: readonly [number, number],
  path: string,
  problems: Problem[],
): void {
  if (Number.isInteger(found) && found >= least && found <= most) return;
  const bounds = { least: String(least), most: String(most) };
  problems.push(problem('goal.business-days', path, { found: String(found), ...bounds }));
}
