import { useCallback, useEffect, useRef, useState } from 'react';
import { CallFailure } from '../platform/call-failure';

/** While somebody still changes what is asked about nothing is asked. */
const PAUSE_MS = 400;
/** Every issue read takes of what Jira grants in an hour, so the rest waits until somebody asks for it. */
const PAGES_AT_ONCE = 5;

/** A page of what is asked for. Pages of different rules do not belong together. */
interface Page {
  readonly rules: string;
  readonly next: string | null;
}

/** How pages are had and added up. */
export interface Pages<Asked, Found extends Page, Sum> {
  /** @param page the `next` of the page before; null for the first. */
  readonly ask: (asked: Asked & { readonly page: string | null }) => Promise<Found>;
  readonly add: (sum: Sum | undefined, page: Found) => Sum;
}

export interface PageWalk<Sum> {
  /**
   * `waiting`: nothing is asked yet. `stopped`: by the reader, or because enough was read at once; it can go on. `failed`:
   * the page to come could not be had; what was read stays.
   */
  readonly state: 'waiting' | 'reading' | 'stopped' | 'failed' | 'done';
  readonly sum: Sum | undefined;
  readonly error: Error | undefined;
  readonly stop: () => void;
  /** Reads on from where it stopped or failed. */
  readonly goOn: () => void;
}

interface Walk<Asked, Sum> extends Pick<PageWalk<Sum>, 'state' | 'sum' | 'error'> {
  readonly asked: Asked;
  /** The page to come; null for the first. */
  readonly page: string | null;
}

const begun = <Asked>(asked: Asked): Walk<Asked, never> => ({
  asked,
  state: 'waiting',
  sum: undefined,
  page: null,
  error: undefined,
});

/**
 * Reads page by page whenever something else is asked.
 *
 * @param asked undefined while there is nothing to ask about; the same object as long as the same is asked.
 * @param pages always the same object.
 */
export function usePageWalk<Asked extends object, Found extends Page, Sum extends Pick<Page, 'rules'>>(
  asked: Asked | undefined,
  pages: Pages<Asked, Found, Sum>,
): PageWalk<Sum> {
  const [walk, setWalk] = useState<Walk<Asked, Sum>>();
  /** Only the latest reading may say what it found. */
  const current = useRef(0);

  const read = useCallback(
    async (from: Walk<Asked, Sum>): Promise<void> => {
      const mine = (current.current += 1);
      let at: Walk<Asked, Sum> = { ...from, state: 'reading', error: undefined };
      setWalk(at);
      for (let count = 0; count < PAGES_AT_ONCE; count++) {
        const next = await nextOf(at, pages);
        if (mine !== current.current) return;
        at = next;
        if (at.state !== 'reading') return setWalk(at);
        if (count < PAGES_AT_ONCE - 1) setWalk(at);
      }
      setWalk({ ...at, state: 'stopped' });
    },
    [pages],
  );

  useEffect(() => {
    current.current += 1;
    if (asked === undefined) return undefined;
    const timer = setTimeout(() => void read(begun(asked)), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      current.current += 1;
    };
  }, [asked, read]);

  const known = walk?.asked === asked ? walk : undefined;
  return {
    state: known?.state ?? 'waiting',
    sum: known?.sum,
    error: known?.error,
    stop: () => {
      current.current += 1;
      if (known) setWalk({ ...known, state: 'stopped' });
    },
    goOn: () => {
      if (known) void read(known);
    },
  };
}

/** A page further. */
async function nextOf<Asked extends object, Found extends Page, Sum extends Pick<Page, 'rules'>>(
  walk: Walk<Asked, Sum>,
  pages: Pages<Asked, Found, Sum>,
): Promise<Walk<Asked, Sum>> {
  const { asked, page, sum } = walk;
  try {
    const found = await persistently(() => pages.ask({ ...asked, page }));
    // Somebody has changed the rules meanwhile: what was read before does not hold any more.
    if (sum && sum.rules !== found.rules) return { ...begun(asked), state: 'reading' };
    const state = found.next === null ? 'done' : 'reading';
    return { ...walk, sum: pages.add(sum, found), page: found.next, state };
  } catch (error) {
    return { ...walk, state: 'failed', error: error as Error };
  }
}

/** What may pass by itself. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'jira-unavailable', 'failed']);
const AGAIN_AFTER_MS = 2_000;

/** One page that fails does not end a reading: it is asked for once more. */
async function persistently<Found>(ask: () => Promise<Found>): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CallFailure) || !passing.has(error.reason)) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    return ask();
  }
}
