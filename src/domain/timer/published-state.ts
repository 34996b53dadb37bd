import { instant, type Instant } from '../time/instant';
import type { EvaluatedTimer } from './evaluate';
import { foremost, isOver, nextDueOf, stateOf } from './foremost';
import { metricKinds, type MetricKind } from './metric';
import type { Standing } from './standing';

/**
 * How an issue's timers stand, in words that people write into filters: they never change. What would turn every evening
 * without anything having happened is no word of its own: out of hours counts as `running`. `missed` is a breach that is
 * over, `out-of-scope` that no agreement covers the issue, `none` that nothing runs and nothing was judged.
 */
export const publishedWords = [
  'running',
  'at-risk',
  'breached',
  'paused',
  'met',
  'missed',
  'unknown',
  'no-promise',
  'out-of-scope',
  'none',
] as const;
export type PublishedWord = (typeof publishedWords)[number];

/** When something is due, to the second, as Jira keeps no milliseconds; null when it is over, waits or promises nothing. */
export interface PublishedTimer {
  readonly due: Instant | null;
  readonly state: PublishedWord;
}

/** What agents filter and sort issues by (T9): the timer that calls for attention first, and that of each kind. */
export interface PublishedState extends PublishedTimer {
  /** The name of the agreement, cut to what a text field holds. */
  readonly agreement: string | null;
  readonly kinds: Readonly<Partial<Record<MetricKind, PublishedTimer>>>;
}

/** Of no timers. */
export const NOTHING_TO_PUBLISH: PublishedState = { due: null, state: 'none', agreement: null, kinds: {} };

/** Of an issue that no agreement covers (M5). */
export const OUT_OF_SCOPE: PublishedState = { ...NOTHING_TO_PUBLISH, state: 'out-of-scope' };

/** A one-line text field of Jira holds at most so many characters. */
const LONGEST_TEXT = 255;

/** Depends on nothing but the timers, as they stood at the instant of their evaluation. */
export function publishedState(timers: readonly EvaluatedTimer[]): PublishedState {
  const latest = timers.flatMap(({ agreement, metric, standings }) =>
    standings.slice(-1).map((standing) => ({ agreement, kind: metric.kind, standing })),
  );
  const first = foremost(latest.map(({ standing }) => standing));
  if (!first) return NOTHING_TO_PUBLISH;
  const agreement = latest.find(({ standing }) => standing === first)?.agreement.name ?? null;
  const kinds = metricKinds.flatMap((kind) => {
    const ofKind = foremost(latest.filter((timer) => timer.kind === kind).map(({ standing }) => standing));
    return ofKind ? [[kind, publishedTimer(ofKind)] as const] : [];
  });
  return {
    ...publishedTimer(first),
    agreement: agreement?.slice(0, LONGEST_TEXT) ?? null,
    kinds: Object.fromEntries(kinds),
  };
}

function publishedTimer(standing: Standing): PublishedTimer {
  return { due: dueOf(standing), state: wordOf(standing) };
}

function wordOf(standing: Standing): PublishedWord {
  const state = stateOf(standing);
  switch (state) {
    case 'out-of-hours':
      return 'running';
    case 'ended':
      return 'none';
    case 'breached':
      return isOver(standing) ? 'missed' : 'breached';
    default:
      return state;
  }
}

function dueOf(standing: Standing): Instant | null {
  const at = nextDueOf(standing);
  return at === undefined ? null : wholeSecond(at);
}

const SECOND = 1_000;

const wholeSecond = (at: Instant): Instant => instant(Math.floor(at / SECOND) * SECOND);

const isSameTimer = (a: PublishedTimer | undefined, b: PublishedTimer | undefined): boolean =>
  a?.due === b?.due && a?.state === b?.state;

export const isSameState = (a: PublishedState, b: PublishedState): boolean =>
  isSameTimer(a, b) &&
  a.agreement === b.agreement &&
  metricKinds.every((kind) => isSameTimer(a.kinds[kind], b.kinds[kind]));
