import type { Ports } from '../../../src/app/ports';
import { hourOf, type HourOfUse } from '../../../src/domain/usage/usage';
import type { Instant } from '../../../src/domain/time/instant';
import type { MemoryState } from '../memory-ports';

/** Writes down at once what is counted. */
export function memoryUsage(state: MemoryState): Ports['usage'] {
  const kept = new Map<Instant, HourOfUse>();
  const present = (): HourOfUse => {
    const hour = hourOf(state.now);
    const none = { points: 0, requests: 0, statements: 0, issues: 0, runMs: 0 };
    return kept.get(hour) ?? { hour, heldSince: null, ...none };
  };
  const put = (of: HourOfUse): void => void kept.set(of.hour, of);
  return {
    count(what, amount) {
      const of = present();
      put({ ...of, [what]: of[what] + amount });
    },
    runs: () => () => undefined,
    countHold(at) {
      const of = present();
      put({ ...of, heldSince: of.heldSince ?? at });
    },
    keep: async () => undefined,
    since: async (hour) => [...kept.values()].filter((of) => of.hour >= hour).sort((a, b) => a.hour - b.hour),
    left: async () => undefined,
    rows: async () => ({
      timers: [...state.evaluations.values()].flatMap(({ timers }) => timers).length,
      issues: state.evaluations.size,
      alerts: state.alertRows.length,
      revisions: state.changes.flatMap(({ revisions }) => revisions).length,
      marks: state.marks.length,
    }),
    async forget(hour) {
      for (const of of kept.keys()) if (of < hour) kept.delete(of);
    },
  };
}
