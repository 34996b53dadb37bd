import type { Calendar } from '../calendar/calendar';
import type { Instant, Span } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import type { WallTime } from '../time/wall-clock';
import type { ConditionOf } from './condition';
import type { FieldId } from './history';
import type { CalendarVersion } from './timeline';

/** A whole percentage, from 1 up. */
export type Percentage = number;

/** The share of a goal, 1 to 99, from which a timer is at risk where the goal names none. */
export const AT_RISK_AT: Percentage = 75;

/** A promise that a metric may make. Without `when` it holds for every issue. `Length` and `Share` as in `MetricOf`. */
export type GoalOf<Value, Length, Share> = {
  readonly name: string;
  readonly when?: ConditionOf<Value>;
  /** Id of the {@link Calendar} that the time is counted on. */
  readonly calendar: Calendar['id'];
  /** From which share of the goal on its timer is at risk (engine rule 20); {@link AT_RISK_AT} when left out. */
  readonly atRiskAt?: Share;
} & TermsOf<Length>;

/** What a goal promises, read from the issue where it says so (engine rules 6, 7). */
export type TermsOf<Length> =
  | WithinOf<Length>
  | BusinessDays
  | ByWallTime
  /** By the value of a date field; a date without a time means the end of that day. */
  | { readonly until: FieldId }
  /** As long as a field says: text such as `4h 30m`, or a number of `unit`s. */
  | { readonly withinField: FieldId; readonly unit: FieldUnit };

/** So much working time, an hour being an hour on the service clock: 24 hours may be three working days. */
interface WithinOf<Length> {
  readonly within: Length;
}

/** So many business days later at the same time on the wall, or at closing if that is earlier. From 1 up. */
interface BusinessDays {
  readonly businessDays: number;
}

/** By a time on the wall of the n-th business day after the start; 0 is the day of the start. */
interface ByWallTime {
  readonly by: WallTime;
  readonly onBusinessDay: number;
}

export const fieldUnits = ['seconds', 'minutes', 'hours'] as const;
export type FieldUnit = (typeof fieldUnits)[number];

/** What a cycle is judged by at a time: the terms of the goal that matched then, by the version that was in force. */
export type PromiseMade = {
  readonly goal: string;
  readonly calendar: CalendarVersion;
  readonly atRiskAt?: Percentage;
  /** Working time that an approval gave on top (engine rule 17); none where it is left out. */
  readonly extendedBy?: Span;
} & Target;

export type Target = WithinOf<Span> | BusinessDays | ByWallTime | { readonly until: Instant | LocalDate };

/** The fields that a goal reads its date or length from. */
export function fieldsReadBy(goal: TermsOf<unknown>): FieldId[] {
  if ('until' in goal) return [goal.until];
  return 'withinField' in goal ? [goal.withinField] : [];
}
