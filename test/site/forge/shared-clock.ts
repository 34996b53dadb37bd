import type { ClockReading, SiteClock } from '../seams';

/**
 * The clock's reading in memory that another thread can look at, so that a moved clock is seen at once.
 * Layout: one Int32 counter, odd while the numbers change; from byte 8 on three Float64: base, anchor, rate.
 */
export function shareClock(clock: SiteClock): { readonly memory: SharedArrayBuffer; stop(): void } {
  const memory = new SharedArrayBuffer(8 + 3 * Float64Array.BYTES_PER_ELEMENT);
  const counter = new Int32Array(memory, 0, 1);
  const numbers = new Float64Array(memory, 8, 3);
  function write({ base, anchor, rate }: ClockReading): void {
    Atomics.add(counter, 0, 1);
    numbers.set([base, anchor, rate]);
    Atomics.add(counter, 0, 1);
  }
  write(clock.reading());
  return { memory, stop: clock.onMove(write) };
}
