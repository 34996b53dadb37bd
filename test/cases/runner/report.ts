import type { Outcome } from './answer';

/** What became of one file: its items, or what is wrong with it. */
export type FileResult = { readonly file: string } & (
  { readonly outcomes: readonly Outcome[] } | { readonly problems: readonly string[] }
);

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
  return countsOf(results.flatMap((result) => ('outcomes' in result ? result.outcomes : [])));
}

/** The lines that people read; files that are not in the format are told elsewhere, see {@link problemLines}. */
export function lines(results: readonly FileResult[]): string[] {
  const { passed, failed } = total(results);
  return [...results.flatMap(linesOf), `${passed} passed, ${failed} failed`];
}

function linesOf(result: FileResult): string[] {
  if ('problems' in result) return [];
  const { passed, failed, quirk } = countsOf(result.outcomes);
  const failures = result.outcomes
    .filter(({ deviations }) => deviations.length > 0)
    .map(({ id, deviations }) => {
      const each = deviations.map(({ what, expected, got }) => `${what}: expected ${expected}, got ${got}`);
      return `FAIL ${result.file} ${id} ${each.join('; ')}`;
    });
  return [...failures, `${result.file}: ${passed} passed, ${failed} failed, ${quirk} quirk`];
}

/** What is wrong with files, with the place in them. */
export function problemLines(results: readonly FileResult[]): string[] {
  return results.flatMap((result) =>
    'problems' in result ? result.problems.map((problem) => `${result.file}: ${problem}`) : [],
  );
}

/** The same for programs. */
export function json(results: readonly FileResult[]): string {
  const { passed, failed } = total(results);
  const files = results.map((result) => {
    if ('problems' in result) return result;
    const { file, outcomes } = result;
    const failures = outcomes.flatMap(({ id, deviations }) =>
      deviations.map((deviation) => ({ id, ...deviation })),
    );
    return { file, ...countsOf(outcomes), failures };
  });
  return JSON.stringify({ files, passed, failed }, null, 2);
}

/** 0 when nothing failed, 1 when something did, 2 when a file could not be judged at all. */
export function exitCode(results: readonly FileResult[]): 0 | 1 | 2 {
  if (results.some((result) => 'problems' in result)) return 2;
  return total(results).failed > 0 ? 1 : 0;
}
