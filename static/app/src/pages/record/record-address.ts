import { targetPeriods } from '../../../../../src/domain/monitoring/periodic-target';
import { periodOf, type Period } from '../../../../../src/domain/report/periods';
import type { LocalDate } from '../../../../../src/domain/time/local-date';
import { saidIn } from '../../parts/address-path';
import { idOf, periodCode, periodIn } from '../reports/reports-address';

export const RECORD = 'record';

export type TargetPeriod = (typeof targetPeriods)[number];

/** What a reader wants the record of. */
export interface RecordChoice {
  readonly period: Period & { readonly kind: TargetPeriod };
  readonly agreement?: string;
  /** The plan of what is watched, in place of the values. */
  readonly isPlan?: true;
}

/** The address of a record, such as `record/month=2026-11/agreement=it-support`. */
export function addressOf({ period, agreement, isPlan }: RecordChoice): string[] {
  return [
    RECORD,
    ...(isPlan ? ['plan'] : []),
    `${period.kind}=${periodCode(period)}`,
    ...(agreement === undefined ? [] : [`agreement=${agreement}`]),
  ];
}

/** What an address says. Somebody may have typed it: what cannot be is left out. */
export function choiceIn([, ...parts]: readonly string[], today: LocalDate): RecordChoice {
  const said = saidIn(parts);
  const { kind, from } = periodIn(said, today);
  const agreement = idOf(said.get('agreement'));
  return {
    period: targetPeriod(kind) ? { kind, from } : monthOf(today),
    ...(agreement !== undefined && { agreement }),
    ...(parts[0] === 'plan' && { isPlan: true }),
  };
}

export const targetPeriod = (kind: string): kind is TargetPeriod =>
  targetPeriods.some((each) => each === kind);

const monthOf = (day: LocalDate): RecordChoice['period'] => ({ ...periodOf('month', day), kind: 'month' });
