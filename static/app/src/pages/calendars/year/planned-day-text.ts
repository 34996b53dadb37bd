import { DAY } from '../../../../../../src/domain/time/wall-clock';
import { intervalsText } from '../../../text/hours-today';
import type { Reader } from '../../../text/reader';
import type { PlannedDay } from './year-plan';

/** When service is given on a day, and why: `closed · Karfreitag (Bayern)`. */
export function plannedDayText(planned: PlannedDay, { messages }: Reader): string {
  const { kind, hours, name, set, interruptedBy } = planned;
  const said = [hours.length > 0 ? intervalsText(hours) : messages.text('settings.closed')];
  if (kind === 'extra-day' || kind === 'other-hours') said.push(messages.text(`holidays.year.kind.${kind}`));
  if (name) said.push(set ? messages.text('holidays.year.ofSet', { name, set }) : name);
  for (const cut of interruptedBy) {
    said.push(messages.text('holidays.year.cut', { hours: intervalsText(cut.hours), name: cut.name }));
  }
  return said.join(' · ');
}

/** A date as people say it who look at a year: `Fri, 3 Apr`. */
export function dayOfYearText({ day }: PlannedDay, { locale }: Reader): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(day * DAY);
}

/** @param month from 0 */
export function monthName(month: number, { locale }: Reader): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month));
}
