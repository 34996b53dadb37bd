import { problem, type Problem } from '../problem';
import type { Period } from '../report/periods';
import { ruleOf, type Measure } from './measures';
import type { PeriodicTarget } from './periodic-target';

/** A value of a period that somebody entered, because the app cannot measure it (M8). */
export interface Measurement extends MeasurementName {
  /** As {@link measurementIdOf} makes it of its name: one a target and period. */
  readonly id: string;
  /** In the unit of its measure: percentages as themselves, durations in milliseconds; null when it was taken back. */
  readonly value: number | null;
  /** Where it is from, so that somebody else can check it: a link, a file's name, whoever said so. */
  readonly evidence: string;
}

export interface MeasurementName {
  readonly agreement: string;
  readonly target: PeriodicTarget['id'];
  readonly period: Period;
}

export const measurementIdOf = ({ agreement, target, period: { kind, from } }: MeasurementName): string =>
  `${kind}:${from}:${target}:${agreement}`;

/** The most characters of evidence. */
export const LONGEST_EVIDENCE = 1_000;

/** Everything that is wrong with an entered value. */
export function measurementProblems(
  { value, evidence }: Pick<Measurement, 'value' | 'evidence'>,
  measure: Measure,
): Problem[] {
  const [least, most] = ruleOf(measure).within;
  const isOut = value !== null && (value < least || value > most);
  return [
    ...(isOut
      ? [problem('measurement.out-of-bounds', 'value', { least: String(least), most: String(most) })]
      : []),
    ...(evidence === '' ? [problem('measurement.no-evidence', 'evidence')] : []),
    ...(evidence.length > LONGEST_EVIDENCE
      ? [problem('breach.long', 'evidence', { most: String(LONGEST_EVIDENCE) })]
      : []),
  ];
}
