import { lastDayOf, type Period as ReportPeriod } from '../../../../../src/domain/report/periods';
import type { Instant } from '../../../../../src/domain/time/instant';
import { dayNumberOf } from '../../../../../src/domain/time/local-date';
import type { Zone } from '../../../../../src/domain/time/zone';
import { instantOf, wallInput } from '../../text/wall-input';

/** What is offered by name; the first is shown where none is named. */
export const periods = ['this-month', 'last-month', 'this-quarter', 'last-quarter'] as const;
/** One of those, or from one day to another, both included. */
export type Period = (typeof periods)[number] | { readonly from: string; readonly to: string };

/** The days of a period of reports. */
export const daysIn = (period: ReportPeriod): Exclude<Period, string> => ({
  from: period.from,
  to: lastDayOf(period),
});

const DAY_MS = 86_400_000;
const dateText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const nextDay = (date: string): string => dateText(Date.parse(date) + DAY_MS);

export const isLocalDate = (text: string): boolean => dayNumberOf(text) !== undefined;

/** The days of a period on the clock of a zone, both included. */
export function daysOf(
  period: Period,
  now: Instant,
  zone: Zone,
): { readonly from: string; readonly to: string } {
  if (typeof period !== 'string') return period;
  const [year = 0, month = 1] = wallInput(now, zone).split('-').map(Number);
  const [length, ago] = period.endsWith('quarter')
    ? [3, period === 'last-quarter' ? 1 : 0]
    : [1, period === 'last-month' ? 1 : 0];
  const first = Math.floor((month - 1) / length) * length - ago * length;
  return {
    from: dateText(Date.UTC(year, first)),
    to: dateText(Date.UTC(year, first + length) - DAY_MS),
  };
}

/** The instants between which a period lies; undefined where its days are beyond the years that are known. */
export function spanOf(
  period: Period,
  now: Instant,
  zone: Zone,
): { readonly from: Instant; readonly to: Instant } | undefined {
  const days = daysOf(period, now, zone);
  const [from, to] = [instantOf(`${days.from}T00:00`, zone), instantOf(`${nextDay(days.to)}T00:00`, zone)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
