import type { Instant } from '../time/instant';
import type { Standing } from './standing';

/** How a timer stands, in one word. */
export const timerStates = [
  'breached',
  'at-risk',
  'running',
  'out-of-hours',
  'paused',
  'unknown',
  'no-promise',
  'met',
  'ended',
] as const;
export type TimerState = (typeof timerStates)[number];

/** The one word that says most: its verdict where there is one, else what its clock does. */
export function stateOf({ verdict, clock, atRisk }: Standing): TimerState {
  if (verdict === 'none') return 'ended';
  if (verdict !== 'open') return verdict;
  if (clock.kind === 'paused' || clock.kind === 'suspended') return 'paused';
  if (atRisk) return 'at-risk';
  return clock.kind === 'out-of-hours' ? 'out-of-hours' : 'running';
}

/** Whether nothing can happen to it any more. */
export const isOver = ({ clock: { kind } }: Standing): boolean => kind === 'stopped' || kind === 'cancelled';

/**
 * When a timer that is not over is due; undefined while it waits or promises nothing. What was breached stays due when it was
 * breached, while it waits and after a longer goal too (engine rule 17).
 */
export function nextDueOf(standing: Standing): Instant | undefined {
  const { verdict, due, breachedAt } = standing;
  if (isOver(standing)) return undefined;
  return verdict === 'breached' ? breachedAt : verdict === 'open' ? due : undefined;
}

/** Of several timers of an issue the one that calls for attention first: overrun and not yet done, then due next (M1). */
export function foremost(standings: readonly Standing[]): Standing | undefined {
  return [...standings].sort((a, b) => rank(a) - rank(b) || (a.due ?? Infinity) - (b.due ?? Infinity))[0];
}

/** Those out of hours are among those that run: else what is published would change every evening. */
const whileOpen: readonly (readonly TimerState[])[] = [
  ['breached'],
  ['at-risk'],
  ['running', 'out-of-hours'],
  ['paused'],
  ['unknown'],
  ['no-promise'],
];
const whenOver: readonly (readonly TimerState[])[] = [
  ['breached'],
  ['met'],
  ['unknown'],
  ['no-promise'],
  ['ended'],
];

/** What is open comes before what is over. */
function rank(standing: Standing): number {
  const state = stateOf(standing);
  const placeIn = (order: readonly (readonly TimerState[])[]): number =>
    order.findIndex((states) => states.includes(state));
  return isOver(standing) ? whileOpen.length + placeIn(whenOver) : placeIn(whileOpen);
}
