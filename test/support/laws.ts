import * as fc from 'fast-check';
import { caseFile, type CaseFileContent } from './case-file';

/** Inputs tried per law. `LAW_RUNS` gives fewer to who is in a hurry, more to who looks for trouble. */
export const tries = Number(process.env.LAW_RUNS ?? 10_000);
/** The same inputs on every machine and on every day, until `LAW_SEED` asks for others. */
const seed = Number(process.env.LAW_SEED ?? 20_261_118);

/** Each law draws others than the rest do, so that all together meet more. */
const seedOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) | 0, seed);

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
      { numRuns: tries, seed: seedOf(name) },
    );
    if (!outcome.failed) return;
    const [smallest] = outcome.counterexample ?? [];
    const asFile = smallest && asCase ? `\n\n${caseFile(name, asCase(...smallest))}` : '';
    throw broken(outcome, asFile);
  });
}

/** A twentieth of the tries: what waits for promises costs more. */
export const asyncTries = Math.ceil(tries / 20);
const PATIENCE = 60_000 + 240 * asyncTries;

/** The same of something that answers later. It says no by an `expect` of its own. */
export function asyncLaw<Value>(
  name: string,
  arbitrary: fc.Arbitrary<Value>,
  holds: (value: Value) => Promise<void>,
  runs = asyncTries,
): void {
  it(
    name,
    async () => {
      const outcome = await fc.check(fc.asyncProperty(arbitrary, holds), {
        numRuns: runs,
        seed: seedOf(name),
      });
      if (outcome.failed) throw broken(outcome);
    },
    PATIENCE,
  );
}

function broken<Value>(outcome: fc.RunDetails<Value>, more = ''): Error {
  return new Error((fc.defaultReportMessage(outcome) ?? '') + more, { cause: outcome.errorInstance });
}
