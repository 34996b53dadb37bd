import type { GoalDraft } from '../../../../../../src/domain/agreement/draft';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import type { FieldId } from '../../../../../../src/domain/timer/history';

import { valuesOf, type ConditionDraft } from './draft-values';
import { distinct, inOrderOf, isSameKey, orderOf, type Key } from './matrix-keys';

/** Goals as a table of one field by another (A2): what holds for all others stands last. */
export interface GoalMatrix {
  readonly row: FieldId;
  /** Without one there is a single column, for all. */
  readonly column?: FieldId;
  readonly rows: readonly Key[];
  readonly columns: readonly Key[];
  /** By row and column; undefined where nothing is promised. */
  readonly cells: readonly (readonly (GoalDraft | undefined)[])[];
}

/** The goals of a matrix, in the order in which they are tried: row by row, in each the columns, all others last. */
export function goalsOf({ row, column, rows, columns, cells }: GoalMatrix): GoalDraft[] {
  return rows.flatMap((rowKey, y) =>
    columns.flatMap((columnKey, x) => {
      const goal = cells[y]?.[x];
      return goal ? [withCondition(goal, conditionOf([row, rowKey], [column, columnKey]))] : [];
    }),
  );
}

/**
 * The matrix whose goals are exactly these, in this order; undefined where there is none, as their conditions are of
 * another form or stand in an order that a table does not keep.
 */
export function matrixOf(goals: readonly GoalDraft[], shape: ProjectShape): GoalMatrix | undefined {
  const parts = goals.map(({ when }) => partsOf(when));
  const fields = [...new Set(parts.flatMap((found) => (found ?? []).map(({ field }) => field)))];
  const [row, column] = fields;
  if (goals.length === 0 || row === undefined || fields.length > 2) return undefined;
  if (parts.some((found) => found === undefined)) return undefined;
  const candidates =
    column === undefined
      ? [[row]]
      : [
          [row, column],
          [column, row],
        ];
  for (const [first = row, second] of candidates) {
    const matrix = arranged(goals, first, second, shape);
    if (JSON.stringify(goalsOf(matrix).map(inWriting)) === JSON.stringify(goals.map(inWriting)))
      return matrix;
  }
  return undefined;
}

function arranged(
  goals: readonly GoalDraft[],
  row: FieldId,
  column: FieldId | undefined,
  shape: ProjectShape,
): GoalMatrix {
  const keyed = goals.map((goal) => ({
    goal,
    row: keyIn(goal, row),
    column: column === undefined ? undefined : keyIn(goal, column),
  }));
  const rows = distinct(keyed.map((each) => each.row));
  const lines = rows.map((key) => keyed.filter((each) => isSameKey(each.row, key)));
  const rank = orderOf(column === undefined ? [] : (valuesOf(column, shape) ?? []).map(({ text }) => text));
  const columns = inOrderOf(
    lines.map((line) => line.map((each) => each.column)),
    rank,
  );
  return {
    row,
    ...(column !== undefined && { column }),
    rows,
    columns,
    cells: lines.map((line) => columns.map((key) => line.find((each) => isSameKey(each.column, key))?.goal)),
  };
}

interface Part {
  readonly field: FieldId;
  readonly in: readonly string[];
}

/** The fields that a condition asks about, each once and for values; undefined where it is of another form. */
function partsOf(when: ConditionDraft | undefined): readonly Part[] | undefined {
  if (!when) return [];
  if ('in' in when) return [when];
  if (!('all' in when) || when.all.length !== 2) return undefined;
  const [first, second] = when.all;
  if (!first || !second || !('in' in first) || !('in' in second)) return undefined;
  return first.field === second.field ? undefined : [first, second];
}

function keyIn({ when }: GoalDraft, field: FieldId): Key {
  return partsOf(when)?.find((part) => part.field === field)?.in;
}

type Asked = readonly [field: FieldId | undefined, key: Key];

function conditionOf(...asked: readonly Asked[]): ConditionDraft | undefined {
  const parts = asked.flatMap(([field, key]) => (field !== undefined && key ? { field, in: key } : []));
  return parts.length > 1 ? { all: parts } : parts[0];
}

/** The goal with that condition in place of its own. */
export function withCondition(
  { when: _when, ...goal }: GoalDraft,
  when: ConditionDraft | undefined,
): GoalDraft {
  return when ? { ...goal, when } : goal;
}

/** What a goal says, whatever order its entries have. */
const inWriting = ({ when, ...goal }: GoalDraft): unknown => [Object.entries(goal).sort(), when];
