import type { Reference } from '../timer/condition';
import type { FieldId } from '../timer/history';

/**
 * Which priority an issue has by its impact and its urgency (A13). It changes no timer: goals go by the priority that the
 * issue has in Jira.
 *
 * @typeParam Value how values are named: by a reference once read, by name or id in a definitions file.
 */
export interface PriorityMatrixOf<Value> {
  /** The field that says how much is affected; it holds one thing at a time. */
  readonly impact: FieldId;
  /** The field that says how soon it matters; likewise. */
  readonly urgency: FieldId;
  /** What people call values that Jira does not let the app list, by their ids. */
  readonly names?: Readonly<Record<string, string>>;
  /** Each pair of values once; for a pair that is missing there is no priority. */
  readonly cells: readonly MatrixCellOf<Value>[];
  /** Whether the app sets Jira's priority; otherwise it only says where that differs. */
  readonly sets: boolean;
}

export interface MatrixCellOf<Value> {
  readonly impact: Value;
  readonly urgency: Value;
  readonly priority: Value;
}

export type PriorityMatrix = PriorityMatrixOf<Reference>;

/** The field that a matrix is about, by the id that it has on every site. */
export const PRIORITY: FieldId = 'priority';

/** The fields whose values a matrix goes by. */
export const axesOf = ({ impact, urgency }: Pick<PriorityMatrix, 'impact' | 'urgency'>): FieldId[] => [
  impact,
  urgency,
];
