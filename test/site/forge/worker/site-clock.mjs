// @ts-check
import { installSiteDate } from '../browser/site-date.mjs';

/**
 * Lets `Date` read the clock that ../shared-clock.ts writes.
 *
 * @param {SharedArrayBuffer} memory
 */
export function followSharedClock(memory) {
  const machineNow = Date.now;
  const counter = new Int32Array(memory, 0, 1);
  const numbers = new Float64Array(memory, 8, 3);
  installSiteDate(() => {
    for (;;) {
      const before = Atomics.load(counter, 0);
      const [base = 0, anchor = 0, rate = 0] = numbers;
      const quiet = before % 2 === 0 && before === Atomics.load(counter, 0);
      if (quiet) return Math.floor(base + (machineNow() - anchor) * rate);
    }
  });
}
