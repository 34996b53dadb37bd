import type { LocalDate } from '../../domain/time/local-date';

/** A day as the store counts it, such as 20261123; what has not ended comes after all days. */
export const dayKey = (day: LocalDate | null): number =>
  day === null ? OPEN : Number(day.replaceAll('-', ''));

/** Of a timer that has not ended. */
export const OPEN = 99_991_231;
