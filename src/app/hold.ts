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
  { holds, clock, log, usage }: Pick<Ports, 'holds' | 'clock' | 'log' | 'usage'>,
  { retryAfterSeconds, reason }: QuotaUsedUp,
): Promise<void> {
  const now = clock.now();
  const asked = later(now, seconds(Math.ceil(retryAfterSeconds ?? 0)));
  const until = asked > now && asked <= later(now, HOUR) ? asked : nextHour(now);
  await holds.hold({ until, reason });
  usage.countHold(now);
  await usage.keep('soon');
  log.warn('quota used up', { reason, until });
}

/**
 * Leaves what Jira grants for the rest of the hour to what cannot wait, once little of it is left (design §3): alerts stay on
 * time then, while everything else falls behind. To be called after what has asked Jira for much. Jira counts, for all
 * processes and, where they share a quota, for all sites.
 */
export async function keepLastPoints({
  holds,
  quota,
  clock,
  log,
  usage,
}: Pick<Ports, 'holds' | 'quota' | 'clock' | 'log' | 'usage'>): Promise<void> {
  if (!quota.isLow()) return;
  const now = clock.now();
  const until = nextHour(now);
  await holds.hold({ until, reason: 'few points left', butUrgent: true });
  usage.countHold(now);
  await usage.keep('soon');
  log.warn('few points left', { until });
}

const nextHour = (now: Instant): Instant => instant((Math.floor(now / HOUR) + 1) * HOUR);
