import type { SiteClock } from '../seams';

/**
 * The time in which rates are counted, in milliseconds: of the site's time and the machine's, whichever passes faster.
 * On a clock that stands still nobody would ever be let through again by the site's time, on one that is moved by an
 * hour nobody soon enough by the machine's.
 */
export interface Pace {
  now(): number;
  /**
   * When an invocation makes a call. Here every answer comes at once, which would let a function make in a second what takes
   * it a minute on a real site: so a call comes not before {@link ASSUMED_WAITS_MS} after the one that was answered
   * before. What it asks for at the same time happens at the same time.
   */
  callAt(invocation: object): number;
  /** A call that was made at that instant is answered. */
  answered(invocation: object, at: number, what: keyof typeof ASSUMED_WAITS_MS): void;
}

/** How long a call takes: what one may expect of it, since nobody has measured it on a real site. A function is billed for it. */
export const ASSUMED_WAITS_MS = { jira: 400, sql: 20, push: 50 } as const;

/** Both clocks are compared over spans of this length: summed up from call to call, their rounding would add up. */
const SPAN_MS = 100;

/** @param machineNow Milliseconds. */
export function createPace(clock: Pick<SiteClock, 'now'>, machineNow: () => number): Pace {
  const freeAt = new WeakMap<object, number>();
  let base = 0;
  let site = clock.now();
  let machine = machineNow();

  function now(): number {
    const [siteNow, machineTime] = [clock.now(), machineNow()];
    const passed = Math.max(siteNow - site, machineTime - machine);
    if (passed < SPAN_MS) return base + passed;
    base += passed;
    site = siteNow;
    machine = machineTime;
    return base;
  }

  return {
    now,
    callAt: (invocation) => Math.max(now(), freeAt.get(invocation) ?? 0),
    answered(invocation, at, what) {
      freeAt.set(invocation, Math.max(at + ASSUMED_WAITS_MS[what], freeAt.get(invocation) ?? 0));
    },
  };
}
