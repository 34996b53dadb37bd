import { judgeCases } from '../../cases/runner/judge';
import { parseCases } from '../../cases/runner/format';
import { lines } from '../../cases/runner/report';

const weekday = [['09:00', '17:00']];

/** A file with one calendar of office hours, `office`, Monday to Friday, 9 to 17 in UTC. */
export const office = {
  timeZone: 'UTC',
  weekly: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
};

export function fileWith(content: object): Record<string, unknown> {
  return { format: 'cases/1', calendars: { office }, ...content };
}

/** A case on office hours. */
export const asked = (op: string, more: object): object => ({ id: 'x', calendar: 'office', op, ...more });

/** An issue of Monday, 16 November 2026, under a target of 4 hours for its resolution. */
export const scenario = (more: object): object => ({
  id: 'x',
  title: 'An issue',
  class: 'core',
  file: 'here',
  calendar: 'office',
  targets: { resolution: 4 * 3600 },
  config: { pauseStatuses: ['Pending'], stopStatuses: ['Done'] },
  events: [{ at: monday('09:00'), type: 'created', status: 'Open' }],
  checks: [],
  ...more,
});

export const monday = (time: string): string => `2026-11-16T${time}:00Z`;

/** What the runner prints of such a file, without the lines that count. */
export function failures(content: object): string[] {
  const outcomes = judgeCases(parseCases(JSON.stringify(fileWith(content))));
  return lines([{ file: 'f', outcomes, problems: [] }]).slice(0, -2);
}

/** The counts of such a file, as printed. */
export function counts(content: object): string {
  const outcomes = judgeCases(parseCases(JSON.stringify(fileWith(content))));
  return lines([{ file: 'f', outcomes, problems: [] }])
    .slice(-2)
    .join(' | ');
}
