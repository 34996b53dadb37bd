import type { ClockReading, SiteClock } from './seams';

export interface ClockOptions {
  /** Epoch milliseconds on the site when the clock is made. */
  readonly start: number;
  /** Site milliseconds per machine millisecond: 1 (the default) runs with the machine, 0 stands still. */
  readonly rate?: number;
  /** Told of every task that threw or does not end; `problems` holds them too. Default: the console. */
  readonly report?: (problem: Error) => void;
  /** Machine milliseconds after which a task counts as stuck and the clock goes on without it. */
  readonly stuckAfterMs?: number;
}

/** The site's clock with what only its owner may do. */
export interface ManagedClock extends SiteClock {
  /** How fast the clock runs whenever it is not being moved: site milliseconds per machine millisecond. */
  readonly rate: number;
  /** Changes how fast the clock runs from now on; 0 stops it. */
  setRate(rate: number): void;
  /** What went wrong in scheduled tasks, oldest first. A test run should end with none. */
  readonly problems: readonly Error[];
  /** Drops what is still scheduled. Later calls of `schedule` do nothing, `moveTo` rejects. */
  close(): void;
}

interface Entry {
  readonly at: number;
  readonly task: () => void | Promise<void>;
}

/** A function may run for 900 s; whatever takes longer will not come back. */
const DEFAULT_STUCK_AFTER_MS = 960_000;
/** Node fires timers with a longer delay at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A clock that can run, stand still and be moved forward. While it is being moved it stands still at each instant
 * where something is scheduled, until that has ended, and only then goes on: a week passes in the order in which
 * it would have happened. What was running already is waited for first. Moves queue up behind one another. A move to an
 * instant already past moves nothing, but runs what is due. A running clock starts each task at its own instant too, however
 * fast it runs, but does not wait for its end.
 */
export function createClock(options: ClockOptions): ManagedClock {
  const stuckAfterMs = options.stuckAfterMs ?? DEFAULT_STUCK_AFTER_MS;
  const report = options.report ?? ((problem: Error) => console.error(problem));
  const problems: Error[] = [];
  const listeners = new Set<(reading: ClockReading) => void>();
  /** Ordered by instant; those of one instant in the order in which they were scheduled. */
  const entries: Entry[] = [];
  /** What the clock started by itself and what has not ended yet. */
  const underway = new Set<Promise<void>>();
  /** The latest instant that the clock has said: it never says an earlier one. */
  let reached = options.start;
  /** While a task is being started on a running clock. */
  let starting = false;
  let rate = checkedRate(options.rate ?? 1);
  let reading: ClockReading = { base: options.start, anchor: Date.now(), rate };
  let moving = false;
  let closed = false;
  let moves: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  function now(): number {
    // Never later than a task that waits to be started.
    if (!starting) reached = Math.max(reached, Math.min(running(), entries[0]?.at ?? Infinity));
    return reached;
  }

  /** What follows from the reading, as others compute it. */
  function running(): number {
    return Math.floor(reading.base + (Date.now() - reading.anchor) * reading.rate);
  }

  function set(base: number, nextRate: number): void {
    reading = { base, anchor: Date.now(), rate: nextRate };
    reached = Math.max(reached, base);
    for (const listener of listeners) listener(reading);
  }

  function problem(cause: unknown, at: number): void {
    const text = cause instanceof Error ? cause.message : String(cause);
    const error = new Error(`A task of the site's clock for ${new Date(at).toISOString()} failed: ${text}`, {
      cause,
    });
    problems.push(error);
    report(error);
  }

  async function run(entry: Entry): Promise<void> {
    let watchdog: NodeJS.Timeout | undefined;
    const stuck = new Promise<never>((_, reject) => {
      watchdog = setTimeout(() => reject(new Error(`not ended after ${stuckAfterMs} ms`)), stuckAfterMs);
      watchdog.unref();
    });
    try {
      await Promise.race([entry.task(), stuck]);
    } catch (error) {
      problem(error, entry.at);
    } finally {
      clearTimeout(watchdog);
    }
  }

  /** Sees to it that the next entry runs by itself. Nothing to do while the clock is moved: the move runs it. */
  function arm(): void {
    clearTimeout(timer);
    const next = entries[0];
    if (next === undefined || moving || closed) return;
    const wait = next.at - running();
    if (wait <= 0) {
      immediate ??= setImmediate(runDue);
    } else if (reading.rate > 0) {
      timer = setTimeout(arm, Math.min(Math.ceil(wait / reading.rate), LONGEST_TIMER_MS));
      timer.unref();
    }
  }

  function runDue(): void {
    immediate = undefined;
    if (moving || closed) return;
    const instant = running();
    for (let next = entries[0]; next !== undefined && next.at <= instant; next = entries[0]) {
      entries.shift();
      reached = Math.max(reached, next.at);
      starting = true;
      // Not awaited: a running clock does not wait for what runs on it.
      const done = run(next).finally(() => underway.delete(done));
      underway.add(done);
      starting = false;
    }
    arm();
  }

  async function move(target: number): Promise<void> {
    if (closed) throw new Error('The clock is closed');
    moving = true;
    clearTimeout(timer);
    let instant = now();
    try {
      set(instant, 0);
      await Promise.all(underway);
      for (
        let next = entries[0];
        next !== undefined && next.at <= Math.max(target, instant);
        next = entries[0]
      ) {
        entries.shift();
        if (next.at > instant) set((instant = next.at), 0);
        await run(next);
      }
      set(Math.max(target, instant), rate);
    } finally {
      moving = false;
      arm();
    }
  }

  return {
    now,
    get rate() {
      return rate;
    },
    problems,
    schedule(at, task) {
      if (closed) return { cancel: () => undefined };
      const entry: Entry = { at, task };
      entries.splice(indexAfter(entries, at), 0, entry);
      arm();
      return {
        cancel() {
          const index = entries.indexOf(entry);
          if (index >= 0) entries.splice(index, 1);
        },
      };
    },
    moveTo(at) {
      const done = moves.then(() => move(at));
      // One failed move must not fail those behind it.
      moves = done.catch(() => undefined);
      return done;
    },
    reading: () => reading,
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setRate(next) {
      rate = checkedRate(next);
      if (moving) return;
      set(now(), rate);
      arm();
    },
    close() {
      closed = true;
      entries.length = 0;
      clearTimeout(timer);
      clearImmediate(immediate);
    },
  };
}

/** The place behind the last entry that is due at `at` or earlier. */
function indexAfter(entries: readonly Entry[], at: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && entry.at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function checkedRate(rate: number): number {
  if (!Number.isFinite(rate) || rate < 0) throw new RangeError(`A clock cannot run at the rate ${rate}`);
  return rate;
}
