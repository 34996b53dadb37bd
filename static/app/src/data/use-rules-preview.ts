import { useCallback, useEffect, useRef, useState } from 'react';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import type { RulesPreviewView } from '../../../../src/contract/rules-preview';
import { callApp } from '../platform/app-calls';
import { CallFailure } from '../platform/call-failure';
import { withPage, type RulesPreviewSum } from './rules-preview-sum';

/** While somebody still changes the draft nothing is asked. */
const PAUSE_MS = 400;
/** Every issue read takes of what Jira grants in an hour, so the rest waits until somebody asks for it. */
const PAGES_AT_ONCE = 5;

export interface RulesPreview {
  /**
   * `waiting`: nothing is asked yet. `stopped`: by the reader, or because enough was read at once; it can go on. `failed`:
   * the page to come could not be had; what was read stays.
   */
  readonly state: 'waiting' | 'reading' | 'stopped' | 'failed' | 'done';
  readonly sum: RulesPreviewSum | undefined;
  readonly error: Error | undefined;
  readonly stop: () => void;
  /** Reads on from where it stopped or failed. */
  readonly goOn: () => void;
}

interface Walk {
  readonly file: string;
  readonly appliesToRunning: boolean;
  readonly state: RulesPreview['state'];
  readonly sum: RulesPreviewSum | undefined;
  /** The page to come; null for the first. */
  readonly page: string | null;
  readonly error: Error | undefined;
}

const begun = (file: string, appliesToRunning: boolean): Walk => ({
  file,
  appliesToRunning,
  state: 'waiting',
  sum: undefined,
  page: null,
  error: undefined,
});

/**
 * What a definitions file would mean for the open issues, read page by page whenever the file is another one.
 *
 * @param file its text; undefined while there is none to ask about.
 * @param appliesToRunning whether running timers change over to it.
 */
export function useRulesPreview(file: string | undefined, appliesToRunning = false): RulesPreview {
  const [walk, setWalk] = useState<Walk>();
  /** Only the latest reading may say what it found. */
  const current = useRef(0);

  const read = useCallback(async (from: Walk): Promise<void> => {
    const mine = (current.current += 1);
    let at: Walk = { ...from, state: 'reading', error: undefined };
    setWalk(at);
    for (let pages = 0; pages < PAGES_AT_ONCE; pages++) {
      const next = await nextOf(at);
      if (mine !== current.current) return;
      at = next;
      if (at.state !== 'reading') return setWalk(at);
      if (pages < PAGES_AT_ONCE - 1) setWalk(at);
    }
    setWalk({ ...at, state: 'stopped' });
  }, []);

  useEffect(() => {
    current.current += 1;
    if (file === undefined) return undefined;
    const timer = setTimeout(() => void read(begun(file, appliesToRunning)), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      current.current += 1;
    };
  }, [file, appliesToRunning, read]);

  const known = walk?.file === file && walk?.appliesToRunning === appliesToRunning ? walk : undefined;
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
async function nextOf(walk: Walk): Promise<Walk> {
  const { file, appliesToRunning, page, sum } = walk;
  try {
    const answer = await asked({ file, page, appliesToRunning });
    // Somebody has changed the rules meanwhile: what was read before does not hold any more.
    if (sum && sum.rules !== answer.rules) return { ...begun(file, appliesToRunning), state: 'reading' };
    const state = answer.next === null ? 'done' : 'reading';
    return { ...walk, sum: withPage(sum, answer), page: answer.next, state };
  } catch (error) {
    return { ...walk, state: 'failed', error: error as Error };
  }
}

/** What may pass by itself. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'jira-unavailable', 'failed']);
const AGAIN_AFTER_MS = 2_000;

/** One page that fails does not end a reading: it is asked for once more. */
async function asked(payload: PayloadOf<'previewRules'>): Promise<RulesPreviewView> {
  try {
    return await callApp('previewRules', payload);
  } catch (error) {
    if (!(error instanceof CallFailure) || !passing.has(error.reason)) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    return callApp('previewRules', payload);
  }
}
