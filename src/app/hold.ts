import { hours, instant, later, seconds, type Instant } from '../domain/time/instant';
import type { QuotaUsedUp } from './errors';
import type { Ports } from './ports';

/** Jira grants points by the hour of the clock. */
const HOUR = hours(1);

/**
 * Stops all work in the background of the site until Jira's quota is granted anew (design §3): every further request
 * would be refused too, and all sites of the app may share the quota. What is unfinished stays marked, and the tick wakes
 * it afterwards.
 */
export async function holdWork(
  { holds, clock, log }: Pick<Ports, 'holds' | 'clock' | 'log'>,
  { retryAfterSeconds, reason }: QuotaUsedUp,
): Promise<void> {
  const now = clock.now();
  const asked = later(now, seconds(Math.ceil(retryAfterSeconds ?? 0)));
  const until = asked > now && asked <= later(now, HOUR) ? asked : nextHour(now);
  await holds.hold({ until, reason });
  log.warn('quota used up', { reason, until });
}

const nextHour = (now: Instant): Instant => instant((Math.floor(now / HOUR) + 1) * HOUR);
