import { dayNumberOf, localDateOf, type LocalDate } from '../time/local-date';

/** An effect is measured over so many days before an action was planned, and as many after it was done: three months. */
export const EFFECT_DAYS = 90;

/** Days in a row. */
export interface Days {
  readonly from: LocalDate;
  /** The first day after the last. */
  readonly to: LocalDate;
}

/** The days before an action was planned. */
export const daysBefore = (planned: LocalDate): Days => ({
  from: shifted(planned, -EFFECT_DAYS),
  to: planned,
});

/** The days after it was done, that of the doing left out. */
export const daysAfter = (done: LocalDate): Days => ({
  from: shifted(done, 1),
  to: shifted(done, 1 + EFFECT_DAYS),
});

const shifted = (day: LocalDate, by: number): LocalDate => localDateOf((dayNumberOf(day) ?? 0) + by);
