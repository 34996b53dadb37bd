import { serviceHours, type ServiceHours } from '../../../src/domain/calendar/service-hours';
import type { PlainCalendar } from './oracle';

/** The engine, made ready for a calendar of the oracle. */
export const engine = (calendar: PlainCalendar): ServiceHours =>
  serviceHours({ id: 'any', name: 'Any', ...calendar });
