/** What stands in a file of the case format, each part as that format has it. */
export interface CaseFileContent {
  readonly calendars?: Readonly<Record<string, CaseCalendar>>;
  readonly cases?: readonly Readonly<Record<string, unknown>>[];
  readonly timers?: readonly Readonly<Record<string, unknown>>[];
}

export interface CaseCalendar {
  readonly timeZone: string;
  readonly weekly: Readonly<Record<string, CaseHours>>;
  readonly dateOverrides?: Readonly<Record<string, CaseHours>>;
}

type CaseHours = readonly (readonly [from: string, to: string])[];

/** The text of a case file. `source` says where the cases come from, such as the law that they break. */
export function caseFile(
  source: string,
  { calendars = {}, cases = [], timers = [] }: CaseFileContent,
): string {
  return JSON.stringify({ format: 'cases/1', source, calendars, cases, timers }, null, 2);
}
