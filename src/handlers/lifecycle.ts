import type { InvocationError } from '@forge/events';
import { judgeOutdated } from '../app/judge-outdated';
import type { Ports } from '../app/ports';
import { describe } from './failure';
import { tryAgain } from './try-again';

/** Forge counts the statements that make tables by the minute. */
const NEXT_MINUTE_SECONDS = 61;

/**
 * The app was installed, or came in a new major version. Tables that cannot be made yet are made a minute later; what cannot be
 * done yet the daily check does.
 */
export function onInstalledOf(ports: Ports, migrate: () => Promise<void>) {
  return async (): Promise<InvocationError | undefined> => {
    try {
      await migrate();
    } catch (error) {
      ports.log.warn('not all tables made', { error: describe(error) });
      return tryAgain(NEXT_MINUTE_SECONDS, 'failure');
    }
    try {
      await judgeOutdated(ports);
    } catch (error) {
      ports.log.warn('not judged anew', { error: describe(error) });
    }
    return undefined;
  };
}
