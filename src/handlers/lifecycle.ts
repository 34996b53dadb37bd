import { judgeOutdated } from '../app/judge-outdated';
import type { Ports } from '../app/ports';
import { describe } from './failure';

/** The app was installed, or came in a new major version. What cannot be done yet the daily check does. */
export function onInstalledOf(ports: Ports, migrate: () => Promise<void>) {
  return async (): Promise<void> => {
    await migrate();
    try {
      await judgeOutdated(ports);
    } catch (error) {
      ports.log.warn('not judged anew', { error: describe(error) });
    }
  };
}
