import type { LocalDate, Weekday } from '../time/local-date';
import type { WallTime } from '../time/wall-clock';
import type { Zone } from '../time/zone';

/**
 * Service hours of a day, `[from, to)` on the wall. `to` at or before `from` runs past midnight and belongs to the day
 * it starts on; `24:00` is the midnight that ends the day (engine rule 2).
 */
export type WallInterval = readonly [from: WallTime, to: WallTime];

/** When service is given (T4, engine rule 3). Plain data: what people edit, what is stored, what the browser gets. */
export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly timeZone: Zone;
  /** A day that is missing or has no interval is closed. */
  readonly weekly: { readonly [day in Weekday]?: readonly WallInterval[] };
  readonly exceptions: readonly CalendarException[];
}

/** A date on which `hours` hold instead of the weekly ones; no hours mean closed. */
export interface CalendarException {
  readonly date: LocalDate;
  readonly hours: readonly WallInterval[];
  readonly name?: string;
}
