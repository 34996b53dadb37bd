import * as fc from 'fast-check';
import { caseFile, type CaseFileContent } from './case-file';

/** Inputs tried per law. `LAW_RUNS` gives fewer to who is in a hurry, more to who looks for trouble. */
export const tries = Number(process.env.LAW_RUNS ?? 10_000);
/** The same inputs on every machine and on every day, until `LAW_SEED` asks for others. */
const seed = Number(process.env.LAW_SEED ?? 20_261_118);

/**
 * One test: `holds` must be true of whatever `arbitraries` give. It says no by returning `false` or by an `expect` of its
 * own; then the test prints the smallest counterexample found, with `asCase` also as a file of the case format, to be
 * kept among the cases.
 */
export function law<Values extends [unknown, ...unknown[]]>(
  name: string,
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  holds: (...values: Values) => unknown,
  asCase?: (...values: Values) => CaseFileContent,
): void {
  it(name, () => {
    const values = fc.tuple(...arbitraries) as fc.Arbitrary<Values>;
    const outcome = fc.check(
      fc.property(values, (drawn) => holds(...drawn) !== false),
      { numRuns: tries, seed },
    );
    if (!outcome.failed) return;
    const report = fc.defaultReportMessage(outcome) ?? '';
    const [smallest] = outcome.counterexample ?? [];
    const asFile = smallest && asCase ? `\n\n${caseFile(name, asCase(...smallest))}` : '';
    throw new Error(report + asFile, { cause: outcome.errorInstance });
  });
}
