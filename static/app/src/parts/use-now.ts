import { useEffect, useState } from 'react';
import { instant, type Instant } from '../../../../src/domain/time/instant';
import { clockNow } from '../platform/clock';
import { whileVisible } from '../platform/visibility';

const SECOND_MS = 1_000;

/** The present second, for as long as the page is seen. It turns when the clock's does, so that no countdown skips one. */
export function useNow(): Instant {
  const [now, setNow] = useState(presentSecond);
  useEffect(
    () =>
      whileVisible({
        act: () => setNow(presentSecond()),
        wait: () => SECOND_MS - (clockNow() % SECOND_MS),
      }),
    [],
  );
  return now;
}

function presentSecond(): Instant {
  return instant(Math.floor(clockNow() / SECOND_MS) * SECOND_MS);
}
