import type { Clock, Ids } from '../../app/ports';
import { instant } from '../../domain/time/instant';

/** The one place where the app asks what time it is. */
export const forgeClock: Clock = { now: () => instant(Date.now()) };

export const randomIds: Ids = { next: () => crypto.randomUUID() };
