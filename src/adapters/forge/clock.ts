import type { Clock, Ids } from '../../app/ports';
import { instant } from '../../domain/time/instant';

/** The one place where the app asks what time it is. */
export const forgeClock: Clock = { now: () => instant(Date.now()) };

/** For how many milliseconds something goes on: what Forge bills, whatever the clock on the wall does meanwhile. */
export function stopwatch(): () => number {
  const from = performance.now();
  return () => performance.now() - from;
}

export const randomIds: Ids = { next: () => crypto.randomUUID() };
