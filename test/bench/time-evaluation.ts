/**
 * Times the evaluation of a timer from a history of twenty facts, in a process of its own: `time-evaluation.ts NAME`,
 * which prints nanoseconds as JSON. This engine reads the facts by the conditions of a metric with four goals. The others
 * know neither conditions nor goals: they are handed the intervals and add up, which is the least that anything has to do.
 */
import { hours, instant, span } from '../../src/domain/time/instant';
import { evaluate } from '../../src/domain/timer/evaluate';
import { compileRules } from '../../src/domain/timer/rules';
import { goal, priorityIs, publication, resolutionMetric } from '../support/builders';
import * as ours from './business-time-adapter';
import { engines, type EngineName } from './engines';
import { cases, type Case } from './histories';
import { works } from './workload';

const GOAL = hours(200);

export interface EvaluationTimings {
  readonly alone: Readonly<Record<string, number>>;
  readonly interleaved: number;
}

type Reading = (one: Case) => number;

function readingsByUs(): Reading[] {
  const goals = ['P1', 'P2', 'P3', 'P4'].map((name, index) =>
    goal(name, span(GOAL + index), priorityIs(name)),
  );
  const ever = publication([resolutionMetric(goals)], { at: instant(0) });
  const agreement = { ...ever.agreement, effectiveFrom: instant(0) };
  const rules = compileRules([[{ ...ever, agreement }]]);
  return works.map(({ calendar }) => {
    const compiled = ours.compile(calendar);
    const hoursOf = (): typeof compiled => compiled;
    return ({ history, now }) => {
      const [timer] = evaluate(history, rules, hoursOf, now);
      const standing = timer?.standings[0];
      return standing ? standing.elapsed + (standing.due ?? 0) : NaN;
    };
  });
}

function readingsBy(name: EngineName): Reading[] {
  const { compile, between, addWorking } = engines[name];
  return works.map(({ calendar }) => {
    const compiled = compile(calendar);
    return ({ at, now }) => {
      let elapsed = 0;
      for (let i = 0; i < at.length; i += 2) elapsed += between(compiled, at[i] ?? now, at[i + 1] ?? now);
      return elapsed + addWorking(compiled, now, Math.max(GOAL - elapsed, 0));
    };
  });
}

/** Nanoseconds for one, the least disturbed of some passes. */
function timed(count: number, read: (index: number) => number): number {
  let best = Infinity;
  const until = performance.now() + 300;
  for (let passes = 0; passes < 3 || performance.now() < until; passes++) {
    const start = performance.now();
    let sum = 0;
    for (let index = 0; index < count; index++) sum += read(index);
    if (Number.isNaN(sum)) throw new Error('An answer is no number');
    best = Math.min(best, performance.now() - start);
  }
  return (best * 1e6) / count;
}

const name = process.argv[2] as EngineName;
const all = cases(name === 'walk' ? 6 : 2_000);
const readings = name === 'ours' ? readingsByUs() : readingsBy(name);
const ask = (reading: number, one: number): number => (readings[reading] as Reading)(all[one] as Case);
// Once through all, so that no calendar is compiled and nothing is interpreted while the clock runs.
for (let round = 0; round < (name === 'walk' ? 0 : 3); round++) {
  timed(all.length, (index) => ask(index % readings.length, index));
}
const timings: EvaluationTimings = {
  alone: Object.fromEntries(
    works.map(({ calendar: { id } }, place) => [id, timed(all.length, (index) => ask(place, index))]),
  ),
  interleaved: timed(all.length, (index) => ask(index % readings.length, index)),
};
console.log(JSON.stringify(timings));
