import * as v from 'valibot';
import { pathOf } from '../../../src/contract/problems';
import { jsonProblems } from '../../../src/contract/json-problems';
import type { Problem } from '../../../src/domain/problem';
import { calendarSchema } from './calendar-schema';
import { caseSchema } from './case-schema';
import { scenarioSchema } from './scenario-schema';
import { remarks } from './values';

const said = v.optional(v.unknown());

/** A file of cases. What no key here knows is refused, so that nothing is ever skipped in silence. */
const fileSchema = v.strictObject({
  ...remarks,
  format: v.picklist(['cases/1', 'heldout/1']),
  source: said,
  repo: said,
  licence: said,
  timeZoneNote: said,
  files: v.optional(v.array(v.strictObject({ ...remarks, path: v.string(), commit: said })), []),
  calendars: v.optional(v.record(v.string(), calendarSchema), {}),
  cases: v.optional(v.array(caseSchema), []),
  timers: v.optional(v.array(scenarioSchema), []),
});

export type CaseFile = v.InferOutput<typeof fileSchema>;

/** What is wrong with a file, each with the place in it. */
export class FormatError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** @throws FormatError when the text is not JSON or not in the format. */
export function parseCases(text: string): CaseFile {
  const written = parseJson(text);
  const hidden = jsonProblems(text);
  if (hidden.length > 0) throw new FormatError(hidden.map(hiddenTold));
  const { success, issues, output } = v.safeParse(fileSchema, written);
  if (!success) throw new FormatError(issues.map(told));
  const unknown = unknownCalendars(output);
  if (unknown.length > 0) throw new FormatError(unknown);
  return output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FormatError([error instanceof Error ? error.message : String(error)]);
  }
}

/** What reading JSON hides. */
function hiddenTold({ code, path }: Problem): string {
  if (code === 'file.key-twice') return `${path}: the key stands twice`;
  return `${path}: ${code === 'file.too-deep' ? 'too deep' : 'unknown key'}`;
}

function told(issue: v.BaseIssue<unknown>): string {
  const path = pathOf((issue.path ?? []).map(({ key }) => key));
  const what = issue.type === 'strict_object' && issue.expected === 'never' ? 'unknown key' : issue.message;
  return path ? `${path}: ${what}` : what;
}

/** References to calendars that the file has not. */
function unknownCalendars({ calendars, cases, timers }: CaseFile): string[] {
  const references: [path: string, calendar: string][] = [
    ...cases.map(({ calendar }, index): [string, string] => [`cases[${index}]`, calendar]),
    ...timers.flatMap(({ calendar, events }, index): [string, string][] => [
      [`timers[${index}]`, calendar],
      ...events.flatMap((event, at): [string, string][] =>
        event.type === 'calendarChanged' ? [[`timers[${index}].events[${at}]`, event.calendar]] : [],
      ),
    ]),
  ];
  return references
    .filter(([, calendar]) => !Object.hasOwn(calendars, calendar))
    .map(([path, calendar]) => `${path}.calendar: there is no calendar "${calendar}"`);
}
