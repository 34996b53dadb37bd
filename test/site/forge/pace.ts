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
   * it a minute on a real site: so a call comes not before {@link ASSUMED_WAITS_MS} after those that had been answered
   * when it was made. What a function asks for at the same time happens at the same time.
   * @param answered how many of the invocation's calls had been answered
   */
  callAt(invocation: object, answered: number): number;
  /** A call that was made at that instant is answered. */
  answered(invocation: object, at: number, what: keyof typeof ASSUMED_WAITS_MS): void;
}

/** How long a call takes: what one may expect of it, since nobody has measured it on a real site. A function is billed for it. */
export const ASSUMED_WAITS_MS = { jira: 400, sql: 20, push: 50 } as const;

/** Both clocks are compared over spans of this length: summed up from call to call, their rounding would add up. */
const SPAN_MS = 100;

/** @param machineNow Milliseconds. */
export function createPace(clock: Pick<SiteClock, 'now'>, machineNow: () => number): Pace {
  /** By invocation: from when on it may go on after so many answers. */
  const free = new WeakMap<object, number[]>();
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
    callAt: (invocation, answered) => Math.max(now(), free.get(invocation)?.[answered - 1] ?? 0),
    answered(invocation, at, what) {
      const instants = free.get(invocation) ?? [];
      instants.push(Math.max(at + ASSUMED_WAITS_MS[what], instants.at(-1) ?? 0));
      free.set(invocation, instants);
    },
  };
}
