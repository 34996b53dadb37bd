import type { SiteClock } from '../seams';

/** Knows what is under way, so that whoever drives the site can wait for the end instead of sleeping. */
export interface Work {
  /** Counts what `run` does as under way until it has ended, and gives back its outcome. */
  track<T>(run: () => Promise<T>): Promise<T>;
  /** Like the clock's `schedule`; counts as due from `at` on and as under way until the task has ended. */
  schedule(at: number, task: () => Promise<void>): { cancel(): void };
  /** Resolves when nothing is under way and nothing is due at the site's present instant. */
  settled(): Promise<void>;
}

export function createWork(clock: SiteClock): Work {
  const planned = new Set<{ readonly at: number }>();
  let running = 0;
  let wake: (() => void)[] = [];

  function changed(): void {
    const waiting = wake;
    wake = [];
    for (const resume of waiting) resume();
  }

  function idle(): boolean {
    if (running > 0) return false;
    const now = clock.now();
    for (const entry of planned) if (entry.at <= now) return false;
    return true;
  }

  async function track<T>(run: () => Promise<T>): Promise<T> {
    running += 1;
    try {
      return await run();
    } finally {
      running -= 1;
      changed();
    }
  }

  return {
    track,
    schedule(at, task) {
      const entry = { at };
      planned.add(entry);
      const scheduled = clock.schedule(at, () => {
        planned.delete(entry);
        return track(task);
      });
      return {
        cancel() {
          planned.delete(entry);
          scheduled.cancel();
          changed();
        },
      };
    },
    async settled() {
      for (;;) {
        if (!idle()) {
          await new Promise<void>((resume) => wake.push(resume));
        } else {
          // What has just ended may be about to start something else in the same turn of the event loop.
          await new Promise((resume) => setImmediate(resume));
          if (idle()) return;
        }
      }
    },
  };
}

/** A part of some work that ends before the rest: what it has planned for later is dropped then, and nothing is planned any more. */
export function untilEnded(whole: Work): { readonly work: Work; end(): void } {
  const planned = new Set<{ cancel(): void }>();
  let ended = false;
  return {
    work: {
      ...whole,
      schedule(at, task) {
        if (ended) return { cancel: () => undefined };
        const entry = whole.schedule(at, () => {
          planned.delete(entry);
          return task();
        });
        planned.add(entry);
        return {
          cancel() {
            planned.delete(entry);
            entry.cancel();
          },
        };
      },
    },
    end() {
      ended = true;
      for (const entry of planned) entry.cancel();
    },
  };
}
