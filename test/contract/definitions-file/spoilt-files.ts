import type { HolidaySet } from '../../../src/domain/calendar/holiday-set';
import { localDateOf } from '../../../src/domain/time/local-date';
import type { TermsOf } from '../../../src/domain/timer/goal';
import { draft, type Mutable } from '../../support/definitions';

/** For every problem that a file can have: files that have it, and where. */
export type Mistakes = Readonly<Record<string, readonly (readonly [path: unknown, file: () => string])[]>>;

export type Draft = ReturnType<typeof draft>;
type Condition = NonNullable<Draft['agreements'][number]['metrics'][number]['goals'][number]['when']>;

export const format = 'service-levels/1';

/** A valid file, or what is left of it. */
export const written = (spoil: (file: Draft) => unknown = () => undefined): string => {
  const spoilt = draft();
  spoil(spoilt);
  return JSON.stringify({ format, ...spoilt });
};

/** The valid file with other text in it; loose JSON is written so. */
export const replaced = (what: string | RegExp, by: string): string => {
  const file = written().replace(what, by);
  expect(file).not.toBe(written());
  return file;
};

export const manyDates = Array.from({ length: 500 }, (_, day) => localDateOf(20_000 + day));

/** The file with one exception, written as the text between its braces. */
export const withException = (exception: string): string =>
  replaced('"exceptions":[]', `"exceptions":[{${exception}}]`);

export const calendar = ({ calendars }: Draft) => calendars[0]!;
export const agreement = ({ agreements }: Draft) => agreements[0]!;
export const metric = (file: Draft) => agreement(file).metrics[0]!;
export const goal = (file: Draft) => metric(file).goals[0]!;
export const within = (file: Draft) => goal(file) as { within: string };

/** The valid file with something more in its metric. */
export const added = (what: string): string => replaced('"kind":"resolution"', `"kind":"resolution",${what}`);

/** The valid file with a threshold that does this. */
export const doing = (action: string): string =>
  added(`"thresholds":[{"id":"soon","atShare":"75%","actions":[${action}]}]`);
export const newIssue = '{"project":"10000","issueType":"10100","linkType":"10003"}';
export const stopAtDone = '{"changed":"status","to":["Done"]}';

export const inMetric = 'agreements[0].metrics[0]';
export const inGoal = `${inMetric}.goals[0]`;
export const inAction = `${inMetric}.thresholds[0].actions[0]`;

/** The file with a holiday set that its calendar refers to, and whatever else. */
export const withSet = (
  spoil: (set: Mutable<HolidaySet>, file: Draft) => unknown = () => undefined,
): string =>
  written((file) => {
    const set: Mutable<HolidaySet> = {
      id: 'berlin',
      name: 'Public holidays, Berlin',
      source: 'service.berlin.de, 2026',
      days: [
        { date: '2026-04-03', name: 'Good Friday' },
        { from: '2026-12-25', to: '2026-12-26', name: 'Christmas' },
        { yearly: '05-01', name: 'Labour Day' },
      ],
    };
    file.holidaySets = [set];
    calendar(file).holidaySets = ['berlin'];
    spoil(set, file);
  });

/** The valid file with another promise in its first goal. */
export const promising = (terms: TermsOf<string>): string =>
  written((file) => (metric(file).goals[0] = { name: 'P1', calendar: 'office', ...terms }));

/** A condition within so many others. */
export function nested(levels: number): Condition {
  let condition = '{"field":"priority","in":["P1"]}';
  for (let level = 0; level < levels; level++) condition = `{"all":[${condition}]}`;
  return JSON.parse(condition) as Condition;
}
