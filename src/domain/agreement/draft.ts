import type { CalendarRecord } from '../calendar/calendar';
import type { HolidaySet } from '../calendar/holiday-set';
import type { Problem } from '../problem';
import type { GoalOf } from '../timer/goal';
import type { MetricOf, ThresholdOf } from '../timer/metric';
import type { Agreement, AgreementOf } from './agreement';

/** Definitions as people write them: values by name, durations as `4h 30m`, shares as `75%` (P8). */
export interface DefinitionsDraft {
  readonly holidaySets?: readonly HolidaySet[];
  readonly calendars: readonly CalendarRecord[];
  readonly agreements: readonly AgreementDraft[];
}

/**
 * Its dates are written `2026-12-31` and meant in its own zone: `effectiveFrom` and the `from` of a suspension begin with
 * that day, `effectiveTo` and the `to` of a suspension end with it, that is at the midnight after it. All but
 * `effectiveFrom` may name the minute instead, as `2026-12-31T18:00`.
 */
export type AgreementDraft = AgreementOf<string, string, string, string>;
export type MetricDraft = MetricOf<string, string, string>;
export type GoalDraft = GoalOf<string, string, string>;
export type ThresholdDraft = ThresholdOf<string, string, string>;

export interface Definitions {
  readonly holidaySets: readonly HolidaySet[];
  readonly calendars: readonly CalendarRecord[];
  readonly agreements: readonly Agreement[];
}

/** Definitions fit for use, or everything that is wrong with the draft; never half of each. */
export type Reading =
  | { readonly definitions: Definitions; readonly problems: readonly [] }
  | { readonly definitions: undefined; readonly problems: readonly Problem[] };
