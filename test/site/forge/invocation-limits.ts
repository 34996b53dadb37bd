import { INVOCATIONS } from './limits';
import type { Pace } from './pace';
import { fixedRate, ratesByKey, slidingRate } from './rates';

/** How often people may start functions through pages. What the platform starts by itself has no such limit. */
export interface InvocationLimits {
  /** Counts one more; false when that is one too many, which then does not count. */
  admit(accountId: string): boolean;
}

const MINUTE_MS = 60_000;

export function createInvocationLimits(pace: Pick<Pace, 'now'>): InvocationLimits {
  const users = ratesByKey(() => fixedRate(INVOCATIONS.perUserAndMinute, MINUTE_MS));
  const all = [slidingRate(pace, INVOCATIONS.perSecond, 1000), fixedRate(INVOCATIONS.perMinute, MINUTE_MS)];
  return {
    admit(accountId) {
      const at = pace.now();
      const rates = [users(accountId), ...all];
      if (rates.some((rate) => rate.wait(at) > 0)) return false;
      for (const rate of rates) rate.add(at);
      return true;
    },
  };
}
