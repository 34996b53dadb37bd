import type { Dates } from './dates';

/** A day off, or several that follow one another, by the name that people know them by. */
export type Holiday = Dates & { readonly name: string };

/**
 * Days on which the calendars that refer to the set are closed, such as the public holidays of a country. Kept once and
 * never copied, so that an edit reaches them all (engine rule 3). Where two of its holidays meet, the date is closed once.
 */
export interface HolidaySet {
  readonly id: string;
  readonly name: string;
  /** Where the days were taken from, in its author's words. */
  readonly source?: string;
  readonly days: readonly Holiday[];
  /** Put away: nobody chooses it any more. What refers to it goes on doing so. */
  readonly archived?: true;
}
