import * as v from 'valibot';
import { pathOf } from '../../../src/contract/problems';
import { jsonProblems } from '../../../src/contract/json-problems';
import type { Problem } from '../../../src/domain/problem';
import { calendarSchema } from './calendar-schema';
import { caseSchema, type Case } from './case-schema';
import { scenarioSchema, type Scenario } from './scenario-schema';
import { id, remarks } from './values';

const said = v.optional(v.unknown());

/** A file of cases. What no key here knows is refused, so that nothing is ever skipped in silence. */
const fileSchema = v.strictObject({
  ...remarks,
  format: v.picklist(['cases/1', 'heldout/1']),
  source: said,
  repo: said,
  licence: said,
  timeZoneNote: said,
  files: v.nullish(v.array(v.strictObject({ ...remarks, path: v.string(), commit: said })), []),
  calendars: v.optional(v.record(v.string(), calendarSchema), {}),
  // Read one by one, so that a mistake in an item is told as the item's.
  cases: v.nullish(v.array(v.unknown()), []),
  timers: v.nullish(v.array(v.unknown()), []),
});

export type CaseFile = Pick<v.InferOutput<typeof fileSchema>, 'calendars'> & {
  readonly cases: readonly Case[];
  readonly timers: readonly Scenario[];
  /** Items that are not in the format. */
  readonly refused: readonly Refused[];
};

export interface Refused {
  /** Its id; the place in the file where it has none. */
  readonly id: string;
  /** What is wrong with it, each with the place in the file. */
  readonly problems: readonly string[];
}

/** What is wrong with a file as a whole, each with the place in it. */
export class FormatError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** @throws FormatError when the text is not JSON, or what is around the items is not in the format. */
export function parseCases(text: string): CaseFile {
  const written = parseJson(text);
  const hidden = jsonProblems(text);
  if (hidden.length > 0) throw new FormatError(hidden.map(hiddenTold));
  const { success, issues, output } = v.safeParse(fileSchema, written);
  if (!success) throw new FormatError(issues.map((issue) => told(issue)));
  const { calendars } = output;
  const cases = readItems('cases', output.cases, caseSchema, ({ calendar }) =>
    missingIn(calendars, { calendar }),
  );
  const timers = readItems('timers', output.timers, scenarioSchema, ({ calendar, events }) => [
    ...missingIn(calendars, { calendar }),
    ...events.flatMap((event, index) =>
      event.type === 'calendarChanged' ? missingIn(calendars, event, ['events', index]) : [],
    ),
  ]);
  return {
    calendars,
    cases: cases.read,
    timers: timers.read,
    refused: [...cases.refused, ...timers.refused],
  };
}

type Path = readonly (string | number)[];

/** A mistake that only the file around an item shows. */
interface Mistake {
  readonly path: Path;
  readonly message: string;
}

/** The items of a list that are in the format, and those that are not. */
function readItems<Schema extends v.GenericSchema>(
  list: string,
  items: readonly unknown[],
  schema: Schema,
  mistakesOf: (item: v.InferOutput<Schema>) => readonly Mistake[],
): { read: v.InferOutput<Schema>[]; refused: Refused[] } {
  const read: v.InferOutput<Schema>[] = [];
  const refused: Refused[] = [];
  items.forEach((item, index) => {
    const { success, issues, output } = v.safeParse(schema, item);
    const problems = success
      ? mistakesOf(output).map(({ path, message }) => `${pathOf([list, index, ...path])}: ${message}`)
      : issues.map((issue) => told(issue, [list, index]));
    if (success && problems.length === 0) read.push(output);
    else refused.push({ id: idOf(item) ?? pathOf([list, index]), problems });
  });
  return { read, refused };
}

function idOf(item: unknown): string | undefined {
  const { success, output } = v.safeParse(v.object({ id }), item);
  return success ? output.id : undefined;
}

/** A reference to a calendar that the file has not. */
function missingIn(calendars: object, { calendar }: { calendar: string }, path: Path = []): Mistake[] {
  return Object.hasOwn(calendars, calendar)
    ? []
    : [{ path: [...path, 'calendar'], message: `there is no calendar "${calendar}"` }];
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

function told(issue: v.BaseIssue<unknown>, place: Path = []): string {
  const path = pathOf([...place, ...(issue.path ?? []).map(({ key }) => key)]);
  const what = issue.type === 'strict_object' && issue.expected === 'never' ? 'unknown key' : issue.message;
  return path ? `${path}: ${what}` : what;
}
