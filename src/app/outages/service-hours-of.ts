import type { RuleBook } from '../../domain/agreement/rule-book';
import { compiledCalendar } from '../../domain/calendar/compiled-calendars';
import type { Calendar } from '../../domain/calendar/calendar';
import type { ServiceHours } from '../../domain/calendar/service-hours';
import type { Service } from '../../domain/catalogue/service';

const DAY = [['00:00', '24:00']] as const;
const AROUND_THE_CLOCK: Calendar = {
  id: 'around-the-clock',
  name: '',
  timeZone: 'UTC',
  weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: DAY, sun: DAY },
  exceptions: [],
};

/** Every hour of every day. */
export const aroundTheClock = (): ServiceHours => compiledCalendar(AROUND_THE_CLOCK);

/** When a service is agreed, by its calendar as it is now; around the clock where it has none. */
export function serviceHoursOf(
  { calendars, latestCalendars }: Pick<RuleBook, 'calendars' | 'latestCalendars'>,
  service: Pick<Service, 'hours'> | undefined,
): { readonly name: string | undefined; readonly hours: ServiceHours } {
  const version = service?.hours === undefined ? undefined : latestCalendars.get(service.hours);
  const calendar = version === undefined ? undefined : calendars.get(version);
  return { name: calendar?.name, hours: compiledCalendar(calendar ?? AROUND_THE_CLOCK) };
}
