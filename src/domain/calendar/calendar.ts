import type { Weekday } from '../time/local-date';
import type { WallTime } from '../time/wall-clock';
import type { Zone } from '../time/zone';
import type { Dates } from './dates';
import type { HolidaySet } from './holiday-set';

/**
 * Service hours of a day, `[from, to)` on the wall. `to` at or before `from` runs past midnight and belongs to the day
 * it starts on; `24:00` is the midnight that ends the day (engine rule 2).
 */
export type WallInterval = readonly [from: WallTime, to: WallTime];

/** When service is given (T4, engine rule 3). Plain data. `Holidays` is how it names the sets that close its dates. */
export interface CalendarOf<Holidays> {
  readonly id: string;
  readonly name: string;
  readonly timeZone: Zone;
  /** A day that is missing or has no interval is closed. */
  readonly weekly: { readonly [day in Weekday]?: readonly WallInterval[] };
  readonly exceptions: readonly CalendarException[];
  readonly holidaySets?: readonly Holidays[];
  readonly interruptions?: readonly Interruption[];
  /** Put away: nobody chooses it any more. What counts on it goes on doing so. */
  readonly archived?: true;
}

/** A calendar as it is in force, with all it takes to answer questions: what the engine and the browser compute by. */
export type Calendar = CalendarOf<HolidaySet>;

/** A calendar as people edit it and as it is stored: it refers to holiday sets by their ids. */
export type CalendarRecord = CalendarOf<HolidaySet['id']>;

/**
 * Dates on which `hours` hold instead of the weekly ones and of any holiday; no hours mean closed. On a day that is closed
 * otherwise it is an extra working day.
 */
export type CalendarException = Dates & { readonly hours: readonly WallInterval[]; readonly name?: string };

/** Hours that are agreed not to count although service is given then, such as a maintenance window. */
export type Interruption = Dates & { readonly hours: readonly WallInterval[]; readonly name: string };
