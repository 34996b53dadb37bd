import { instant, type Instant } from '../../src/domain/time/instant';
import type { History } from '../../src/domain/timer/history';
import { randomNumbers } from './workload';

/** How many facts a history has: its creation, and changes between working and waiting. */
export const FACTS = 20;

export interface Case {
  readonly history: History;
  /** When each fact happened; the clock counts from the even ones on, and waits from the odd ones on. */
  readonly at: readonly Instant[];
  /** When it is asked how the timer stands. */
  readonly now: Instant;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Creations uniform over 2019 to 2025, then a change every minute to every three days, log-uniform. */
export function cases(count: number): Case[] {
  const random = randomNumbers(4_711);
  const [from, to] = [Date.UTC(2019, 0, 1), Date.UTC(2026, 0, 1)];
  return Array.from({ length: count }, () => {
    let ms = Math.floor(from + random() * (to - from));
    const at = Array.from({ length: FACTS }, (_, index) => {
      if (index > 0) ms += Math.floor(MINUTE * ((3 * DAY) / MINUTE) ** random());
      return instant(ms);
    });
    const priority = `P${1 + Math.floor(random() * 4)}`;
    return { at, now: instant(ms + 60 * MINUTE), history: historyOf(at, priority) };
  });
}

function historyOf(at: readonly Instant[], priority: string): History {
  return {
    facts: at.map((when, index) => {
      const [before, after] = index % 2 === 0 ? ['Waiting', 'Open'] : ['Open', 'Waiting'];
      return index === 0
        ? {
            id: 'issue/1',
            at: when,
            kind: 'created',
            fields: { status: ['Open'], priority: [priority], assignee: [] },
          }
        : {
            id: `change/${index}`,
            at: when,
            kind: 'changed',
            changes: [{ field: 'status', from: [before], to: [after] }],
          };
    }),
  };
}
