import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Outcome } from './answer';
import { compiled } from './calendars';
import { FormatError, parseCases, type CaseFile } from './format';
import { judgeCase } from './operations';
import type { FileResult } from './report';
import { judgeScenario } from './scenarios';

/** Every item of a file, asked of the engine; or what keeps the file from being read. */
export function judgeFile(file: string, location: string): FileResult {
  let cases: CaseFile;
  try {
    const bytes = readFileSync(location);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    // It leaves out the mark that some put first in a file.
    cases = parseCases(new TextDecoder().decode(isPacked ? gunzipSync(bytes) : bytes));
  } catch (error) {
    if (error instanceof FormatError) return { file, problems: error.problems };
    return { file, problems: [error instanceof Error ? error.message : String(error)] };
  }
  return { file, outcomes: judgeCases(cases), problems: cases.refused.flatMap(({ problems }) => problems) };
}

/** Items that are not in the format fail; what is right about the others is not lost with them. */
export function judgeCases({ calendars, cases, timers, refused }: CaseFile): Outcome[] {
  const hoursOf = compiled(calendars);
  return [
    ...cases.map((each) => judgeCase(each, hoursOf)),
    ...timers.map((scenario) => judgeScenario(scenario, Object.keys(calendars), hoursOf)),
    ...refused.map(({ id, problems }) => ({
      id,
      quirk: false,
      deviations: problems.map((got) => ({ what: 'format', expected: 'an item in the format', got })),
    })),
  ];
}
