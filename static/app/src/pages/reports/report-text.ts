import { endOf, type Period } from '../../../../../src/domain/report/periods';
import { FEW_CASES, shareOf, type Attainment } from '../../../../../src/domain/report/tally';
import { dayNumberOf, type LocalDate } from '../../../../../src/domain/time/local-date';
import { DAY } from '../../../../../src/domain/time/wall-clock';
import type { Reader } from '../../text/reader';
import { quarterOf } from './reports-address';

interface AttainmentSaid {
  readonly main: string;
  /** What the share is made of; left out where it is said already. */
  readonly cases?: string;
}

/** How many promises were kept; a share only where there are cases enough for one (engine rule 24). */
export function attainmentSaid(attainment: Attainment, { messages, locale }: Reader): AttainmentSaid {
  const { met, of } = attainment;
  const share = shareOf(attainment);
  if (share === undefined) return { main: messages.text('reports.noCases') };
  const cases = messages.text('reports.cases', { met, of });
  if (of < FEW_CASES) return { main: cases };
  return { main: percentText(share, locale), cases };
}

/** To a tenth of a percent. What is not quite all or nothing does not look so. */
export function percentText(share: number, locale: string): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const shown = share > 0 && share < 1 ? Math.min(Math.max(share, 0.001), 0.999) : share;
  return new Intl.NumberFormat(locale, { style: 'percent', ...digits }).format(shown);
}

/** As the ends of a scale are written. */
export const wholePercentText = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(share);

/**
 * By how many percentage points attainment has changed, to a tenth; undefined where one of both has too few cases.
 */
export function changeOf(now: Attainment, before: Attainment): number | undefined {
  const [share, shareBefore] = [shareOf(now), shareOf(before)];
  if (share === undefined || shareBefore === undefined) return undefined;
  if (Math.min(now.of, before.of) < FEW_CASES) return undefined;
  const change = Math.round((share - shareBefore) * 1_000) / 10;
  // Never a zero with a sign.
  return change === 0 ? 0 : change;
}

const ways = { up: '↑', down: '↓', same: '→' } as const;

/** A change for the eye, and in words for those who hear the page. */
export function changeSaid(
  change: number,
  { messages, locale }: Reader,
): { readonly shown: string; readonly heard: string } {
  const way = change > 0 ? 'up' : change < 0 ? 'down' : 'same';
  const points = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(Math.abs(change));
  return { shown: `${ways[way]} ${points}`, heard: messages.text(`reports.change.${way}`, { points }) };
}

/** A period as people call it, such as `November 2026`, `Q4 2026` or `16–22 Nov 2026`. */
export function periodText(period: Period, reader: Reader): string {
  const { from, kind } = period;
  switch (kind) {
    case 'week':
      return dates(reader, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(
        midnightOf(from),
        midnightOf(endOf(period)) - DAY,
      );
    case 'month':
      return dates(reader, { month: 'long', year: 'numeric' }).format(midnightOf(from));
    case 'quarter':
      return reader.messages.text('reports.quarter', { year: from.slice(0, 4), quarter: quarterOf(from) });
    case 'year':
      return dates(reader, { year: 'numeric' }).format(midnightOf(from));
  }
}

const dates = ({ locale }: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });

const midnightOf = (day: LocalDate): number => (dayNumberOf(day) ?? 0) * DAY;
