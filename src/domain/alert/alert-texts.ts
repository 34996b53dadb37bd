import { spanText } from '../time/duration-text';
import type { Instant } from '../time/instant';
import { wallReading } from '../time/zone';
import type { Action } from '../timer/metric';
import { filled } from './action';
import { isLate, type Alert } from './alert';

const UNKNOWN = '–';

/**
 * An action as it is done for an alert: its placeholders filled in, times read on the wall of the agreement, a metric called by
 * its id in words, since it has no name and a comment has no one reader whose language its kind could be said in. What is told
 * late says when it was passed.
 *
 * @param issue the key of the issue.
 */
export function worded(action: Action, alert: Alert, issue: string): Action {
  const { agreementName, timeZone, due, left } = alert.said;
  const wall = (at: Instant): string =>
    `${new Date(wallReading(timeZone, at)).toISOString().slice(0, 16).replace('T', ' ')} ${timeZone}`;
  const passed = wall(alert.passedAt);
  const said = filled(action, {
    issue,
    agreement: agreementName,
    metric: alert.metric.replaceAll('-', ' '),
    goal: alert.goal,
    passed,
    due: due === null ? UNKNOWN : wall(due),
    left: left === null ? UNKNOWN : spanText(left),
  });
  if (!isLate(alert)) return said;
  if ('comment' in said) return { ...said, comment: `${said.comment}\n(${passed})` };
  return 'notify' in said ? { ...said, text: `${said.text}\n(${passed})` } : said;
}
