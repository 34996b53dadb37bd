import type { PeriodKind } from '../report/period-kinds';
import { parseSpan, spanText } from '../time/duration-text';
import { span } from '../time/instant';
import { ruleOf, type Measure, type Source, type Unit } from './measures';

/** The periods that something can be promised for. */
export const targetPeriods = ['month', 'quarter', 'year'] as const satisfies readonly PeriodKind[];

/** What an agreement promises for a period as a whole (T3), and how that is watched (M8). */
export interface PeriodicTarget {
  readonly id: string;
  readonly measure: Measure;
  /** The least or the most that it may be, as people write it: `99.9%`, `2h 30m`, `12`. */
  readonly target: string;
  readonly period: (typeof targetPeriods)[number];
  /** Of a metric of this agreement, for measures of timers. */
  readonly metric?: string;
  /** Of a service that the agreement covers, for measures of outages. */
  readonly service?: string;
  /** The hours in which the service is agreed to be there, for measures that count them; around the clock, when left out. */
  readonly calendar?: string;
  /** Among what the failed are counted, for a failure rate. */
  readonly base?: string;
  /** What is measured, for any other number. */
  readonly name?: string;
  /** The values are entered, although the app could compute them: they come from another system. */
  readonly byHand?: true;
  /** Whoever sees to it that there is a value, by account. */
  readonly responsible?: string;
}

/** Where its values come from. */
export const sourceOf = ({ measure, byHand }: Pick<PeriodicTarget, 'measure' | 'byHand'>): Source =>
  byHand ? 'hand' : ruleOf(measure).source;

/**
 * A value as people write it, in the unit of a measure: percentages as themselves, durations in milliseconds.
 * Undefined for what is none.
 */
export function amountOf(unit: Unit, text: string): number | undefined {
  const written = text.trim();
  if (unit === 'duration') return parseSpan(written);
  const match = (
    unit === 'percent' ? /^(\d{1,3}(?:[.,]\d{1,6})?)\s*%$/ : /^(-?\d{1,13}(?:[.,]\d{1,6})?)$/
  ).exec(written);
  return match ? Number(match[1]?.replace(',', '.')) : undefined;
}

/** The way back, as {@link amountOf} reads it again. */
export function amountText(unit: Unit, amount: number): string {
  if (unit === 'duration') return spanText(span(amount));
  return unit === 'percent' ? `${amount}%` : String(amount);
}

/** How a period's value stands against what was promised. */
export const keptStates = ['met', 'missed', 'missing'] as const;
export type Kept = (typeof keptStates)[number];

/** A value that is not there is missing: it is neither met nor missed (M8). */
export function keptBy(
  { measure, target }: Pick<PeriodicTarget, 'measure' | 'target'>,
  value: number | null,
): Kept {
  const { unit, bound } = ruleOf(measure);
  const amount = amountOf(unit, target);
  if (value === null || amount === undefined) return 'missing';
  return (bound === 'least' ? value >= amount : value <= amount) ? 'met' : 'missed';
}
