import type { Jira } from '../seams';
import { createEvents, type Events, type EventsOptions } from './events';
import { createQueue, type Queue, type QueueOptions } from './queue';
import { startSchedules, type SchedulesOptions } from './schedules';
import { untilEnded } from './work';

/** What an installed app hears of and waits for, from the installation until it is removed. */
export interface AppLife {
  /** When the app came. */
  readonly since: number;
  readonly queue: Queue;
  /** Events about the installation itself, which come at once. */
  readonly lifecycle: Events;
  /** Whatever is still on its way is lost. */
  end(): void;
}

export type LifeOptions = EventsOptions & QueueOptions & SchedulesOptions & { readonly jira: Jira };

export function beginLife(options: LifeOptions): AppLife {
  const part = untilEnded(options.work);
  const parts = { ...options, work: part.work };
  const events = createEvents(parts);
  const stopListening = options.jira.onEvent((event) => events.emit(event));
  startSchedules(parts);
  return {
    since: options.since,
    queue: createQueue(parts),
    lifecycle: createEvents({ ...parts, delays: 0 }),
    end() {
      stopListening();
      part.end();
    },
  };
}
