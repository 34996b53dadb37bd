import type { WallInterval } from '../../../../../src/domain/calendar/calendar';
import type { Dates } from '../../../../../src/domain/calendar/dates';

/** Dates with hours, as exceptions and interruptions are. */
export type Entry = Dates & { readonly hours: readonly WallInterval[]; readonly name?: string };

export const datesKinds = ['date', 'range', 'yearly'] as const;
export type DatesKind = (typeof datesKinds)[number];

export function datesKind(dates: Dates): DatesKind {
  if ('date' in dates) return 'date';
  return 'yearly' in dates ? 'yearly' : 'range';
}

/** An entry whose dates are said in another way, about the same day as far as that can be. */
export function datesAs<Of extends Entry>(entry: Of, kind: DatesKind): Of {
  const first = firstOf(entry);
  const { hours, name } = entry;
  const rest = { hours, ...(name !== undefined && { name }) };
  switch (kind) {
    case 'date':
      return { date: first, ...rest } as Of;
    case 'range':
      return { from: first, to: first, ...rest } as Of;
    case 'yearly':
      return { yearly: first.slice(5), ...rest } as Of;
  }
}

/** Of a yearly day nobody knows the year. */
function firstOf(dates: Dates): string {
  if ('date' in dates) return dates.date;
  return 'from' in dates ? dates.from : '';
}
