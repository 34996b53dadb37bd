import { dayAfter, type LocalDate } from '../time/local-date';

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
  from: dayAfter(planned, -EFFECT_DAYS),
  to: planned,
});

/** The days after it was done, that of the doing left out. */
export const daysAfter = (done: LocalDate): Days => ({
  from: dayAfter(done, 1),
  to: dayAfter(done, 1 + EFFECT_DAYS),
});
