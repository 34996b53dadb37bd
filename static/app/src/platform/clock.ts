import { instant, type Instant } from '../../../../src/domain/time/instant';

/** The only place in the pages that reads the time; everything else is told it. */
export function clockNow(): Instant {
  return instant(Date.now());
}
