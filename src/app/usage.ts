import { hours, earlier, type Instant } from '../domain/time/instant';
import { hourOf, USE_KEEPS_HOURS, type HourOfUse } from '../domain/usage/usage';
import type { GrowingTable, HoldInForce, Ports } from './ports';

export interface UsageView {
  /** Those of the last eight days in which something was counted. */
  readonly hours: readonly HourOfUse[];
  readonly left: { readonly points: number; readonly at: Instant } | null;
  readonly holds: readonly HoldInForce[];
  readonly rows: Readonly<Record<GrowingTable, number>>;
}

/** What the app uses of what Jira and Forge grant it, as far as it knows. */
export async function viewUsage({
  usage,
  health,
  clock,
}: Pick<Ports, 'usage' | 'health' | 'clock'>): Promise<UsageView> {
  const now = clock.now();
  await usage.keep('soon');
  const [known, left, holds, rows] = await Promise.all([
    usage.since(firstKept(now)),
    usage.left(),
    health.holds(now),
    usage.rows(),
  ]);
  return { hours: known, left: left ?? null, holds, rows };
}

/** Forgets what is older than is shown. */
export const forgetOldUse = ({ usage, clock }: Pick<Ports, 'usage' | 'clock'>): Promise<void> =>
  usage.forget(firstKept(clock.now()));

const firstKept = (now: Instant): Instant => earlier(hourOf(now), hours(USE_KEEPS_HOURS));
