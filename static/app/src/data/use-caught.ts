import { useEffect, useRef, useState } from 'react';
import type { Caught } from '../../../../src/contract/catalogue';
import { callApp } from '../platform/app-calls';

/** More than anybody looks up. */
const MOST_NAMED = 20;

/** What a count has come to so far. */
export interface Count {
  readonly state: 'running' | 'stopped' | 'failed' | 'done';
  readonly error: Error | undefined;
  readonly read: number;
  /** How many issues belong to each service. */
  readonly counts: ReadonlyMap<string, number>;
  readonly none: number;
  readonly uncaught: readonly string[];
  /** Names the page to come; null for none, undefined for the first. */
  readonly next: string | null | undefined;
}

const NOTHING: Count = {
  state: 'running',
  error: undefined,
  read: 0,
  counts: new Map(),
  none: 0,
  uncaught: [],
  next: undefined,
};

export interface Counting {
  /** None before the first. */
  readonly count: Count | undefined;
  readonly start: () => void;
  /** Goes on where it failed. */
  readonly retry: () => void;
  readonly stop: () => void;
}

/** Counts the issues of the last 30 days by the service that they belong to, page by page as long as somebody watches. */
export function useCaught(): Counting {
  const [count, setCount] = useState<Count>();
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const run = async (from: Count): Promise<void> => {
    const mine = (turn.current += 1);
    let so = { ...from, state: 'running' as const, error: undefined };
    setCount(so);
    try {
      while (so.next !== null) {
        const page = await callApp('countCaught', so.next === undefined ? {} : { after: so.next });
        if (turn.current !== mine) return;
        so = { ...so, ...added(so, page) };
        setCount(so);
      }
      setCount({ ...so, state: 'done' });
    } catch (error) {
      if (turn.current === mine) setCount({ ...so, state: 'failed', error: error as Error });
    }
  };

  return {
    count,
    start: () => void run(NOTHING),
    retry: () => void run(count ?? NOTHING),
    stop: () => {
      turn.current += 1;
      setCount(count && { ...count, state: 'stopped' });
    },
  };
}

function added(so: Count, page: Caught): Omit<Count, 'state' | 'error'> {
  const counts = new Map(so.counts);
  for (const { service, count } of page.counts) counts.set(service, (counts.get(service) ?? 0) + count);
  return {
    read: so.read + page.read,
    counts,
    none: so.none + page.none,
    uncaught: [...so.uncaught, ...page.uncaught].slice(0, MOST_NAMED),
    next: page.next,
  };
}
