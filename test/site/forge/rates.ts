import type { Pace } from './pace';

const MOST_KEYS = 10_000;

/** How much may happen in a span of time. Instants need not come in order. */
export interface Rate {
  /** Milliseconds until something more may happen; 0 when it may now. */
  wait(at: number): number;
  add(at: number, amount?: number): void;
  /** How much more may happen. */
  left(at: number): number;
}

/** In any span of that length. @param clock that gives the instants: none comes earlier than its now. */
export function slidingRate(clock: Pick<Pace, 'now'>, most: number, ms: number): Rate {
  let entries: { readonly at: number; readonly amount: number }[] = [];

  /** Oldest first. */
  function lately(at: number) {
    return entries.filter((entry) => entry.at > at - ms && entry.at <= at).sort((a, b) => a.at - b.at);
  }

  const left = (at: number): number => most - lately(at).reduce((sum, { amount }) => sum + amount, 0);

  return {
    left,
    wait(at) {
      let room = left(at);
      for (const entry of lately(at)) {
        if (room > 0) break;
        room += entry.amount;
        if (room > 0) return entry.at + ms - at;
      }
      return 0;
    },
    add(at, amount = 1) {
      const oldest = clock.now() - ms;
      entries = entries.filter((entry) => entry.at > oldest);
      entries.push({ at, amount });
    },
  };
}

/** In each span of that length, one after the other. */
export function fixedRate(most: number, ms: number): Rate {
  const spans = new Map<number, number>();
  const left = (at: number): number => most - (spans.get(Math.floor(at / ms)) ?? 0);
  return {
    left,
    wait: (at) => (left(at) > 0 ? 0 : ms - (at % ms)),
    add(at, amount = 1) {
      const span = Math.floor(at / ms);
      spans.set(span, (spans.get(span) ?? 0) + amount);
      // Some calls are a little ahead of others, none by this much.
      if (spans.size > 100) spans.delete(Math.min(...spans.keys()));
    },
  };
}

/** Rates by key, such as one for each issue. Of very many the ones that nobody asked for longest are forgotten. */
export function ratesByKey(create: (key: string) => Rate): (key: string) => Rate {
  const rates = new Map<string, Rate>();
  return (key) => {
    const found = rates.get(key) ?? create(key);
    rates.delete(key);
    rates.set(key, found);
    const [oldest] = rates.keys();
    if (rates.size > MOST_KEYS && oldest !== undefined) rates.delete(oldest);
    return found;
  };
}
