import type { Outcome } from './answer';

/** What became of one file: its items, unless it cannot be read; and what in it is not in the format. */
export interface FileResult {
  readonly file: string;
  readonly outcomes?: readonly Outcome[];
  readonly problems: readonly string[];
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly quirk: number;
}

/** A quirk that gives its plain answer counts as a quirk only; one that does not has failed like any other item. */
export function countsOf(outcomes: readonly Outcome[]): Counts {
  const failed = outcomes.filter(({ deviations }) => deviations.length > 0).length;
  const quirk = outcomes.filter((outcome) => outcome.quirk && outcome.deviations.length === 0).length;
  return { passed: outcomes.length - failed - quirk, failed, quirk };
}

function total(results: readonly FileResult[]): Counts {
  return countsOf(results.flatMap(({ outcomes = [] }) => outcomes));
}

/** The lines that people read; what is not in the format is told elsewhere, see {@link problemLines}. */
export function lines(results: readonly FileResult[]): string[] {
  const { passed, failed } = total(results);
  return [...results.flatMap(linesOf), `${passed} passed, ${failed} failed`];
}

function linesOf({ file, outcomes }: FileResult): string[] {
  if (!outcomes) return [];
  const { passed, failed, quirk } = countsOf(outcomes);
  const failures = outcomes
    .filter(({ deviations }) => deviations.length > 0)
    .map(({ id, deviations }) => {
      const each = deviations.map(({ what, expected, got }) => `${what}: expected ${expected}, got ${got}`);
      return `FAIL ${file} ${id} ${each.join('; ')}`;
    });
  return [...failures, `${file}: ${passed} passed, ${failed} failed, ${quirk} quirk`];
}

/** What is wrong with files, with the place in them. */
export function problemLines(results: readonly FileResult[]): string[] {
  return results.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`));
}

/** The same for programs. */
export function json(results: readonly FileResult[]): string {
  const { passed, failed } = total(results);
  const files = results.map(({ file, outcomes, problems }) => {
    if (!outcomes) return { file, problems };
    const failures = outcomes.flatMap(({ id, deviations }) =>
      deviations.map((deviation) => ({ id, ...deviation })),
    );
    return { file, ...countsOf(outcomes), failures, ...(problems.length > 0 && { problems }) };
  });
  return JSON.stringify({ files, passed, failed }, null, 2);
}

/** 0 when nothing failed, 1 when something did, 2 when a file could not be read or is not in the format. */
export function exitCode(results: readonly FileResult[]): 0 | 1 | 2 {
  if (results.some(({ problems }) => problems.length > 0)) return 2;
  return total(results).failed > 0 ? 1 : 0;
}
