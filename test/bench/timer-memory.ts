/**
 * Memory of evaluated timers, as JSON: run with --expose-gc, in a process of its own. Measured on a sample of timers
 * just as `evaluate` returns them, one running cycle each, by rules compiled once as in the app; the engine keeps no
 * other form of a timer.
 */
import { hours, instant, later, minutes } from '../../src/domain/time/instant';
import { evaluate } from '../../src/domain/timer/evaluate';
import { compileRules } from '../../src/domain/timer/rules';
import { created, goal, hoursOf, publication, resolutionMetric } from '../support/builders';

const SAMPLE = 10_000;

const collect = globalThis.gc;
if (!collect) throw new Error('Memory is measured with --expose-gc');

const rules = compileRules([[publication([resolutionMetric([goal('All', hours(8))])])]]);
const morning = instant(Date.UTC(2026, 10, 2, 9));
const evaluated = (i: number): unknown => {
  const start = later(morning, minutes(i % 1_000));
  return evaluate({ facts: [created(start)] }, rules, hoursOf, later(start, minutes(90)))[0];
};

const timers: unknown[] = Array.from({ length: SAMPLE }, () => null);
evaluated(0);
collect();
const before = process.memoryUsage().heapUsed;
for (let i = 0; i < SAMPLE; i++) timers[i] = evaluated(i);
collect();
const heap = (process.memoryUsage().heapUsed - before) / SAMPLE;
console.log(JSON.stringify({ heap, json: Buffer.byteLength(JSON.stringify(timers)) / SAMPLE }));
