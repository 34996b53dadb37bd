import type { SiteClock, SiteIdentity } from '../seams';
import type { Functions } from './functions';
import type { Manifest, Schedule } from './manifest';
import type { Work } from './work';

/** Forge starts schedules about this long after the app came; then they keep their phase. */
const FIRST_RUN_MS = 5 * 60_000;

export interface SchedulesOptions {
  readonly manifest: Manifest;
  readonly functions: Functions;
  readonly clock: SiteClock;
  readonly work: Work;
  readonly identity: SiteIdentity;
  /** When the app came. */
  readonly since: number;
}

/**
 * Starts the manifest's scheduled triggers, in site time. A run that fails is not repeated: the next one is the next
 * due time. A run may begin while the one before is still under way.
 */
export function startSchedules(options: SchedulesOptions): void {
  const { manifest, functions, clock, work, identity, since } = options;

  async function run(schedule: Schedule, at: number): Promise<void> {
    plan(schedule, at + schedule.interval);
    try {
      await functions.invoke({
        kind: 'schedule',
        functionKey: schedule.functionKey,
        moduleKey: schedule.key,
        moduleType: 'scheduledTrigger',
        accountId: undefined,
        payload: { context: { cloudId: identity.cloudId, moduleKey: schedule.key }, contextToken: 'local' },
      });
    } catch {
      // In the log already; Forge does nothing more about it.
    }
  }

  function plan(schedule: Schedule, at: number): void {
    work.schedule(at, () => run(schedule, at));
  }

  for (const schedule of manifest.schedules) {
    const first = since + FIRST_RUN_MS;
    const missed = Math.max(0, Math.floor((clock.now() - first) / schedule.interval) + 1);
    plan(schedule, first + missed * schedule.interval);
  }
}
