import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import type { FieldId } from '../../../../../../../src/domain/timer/history';
import { shownAs, type WrittenValue } from '../draft-values';
import { goalsOf, withCondition, type GoalMatrix } from '../goal-matrix';
import type { Key } from '../matrix-keys';

/** The name that a goal for these values gets. */
export function nameOf(keys: readonly string[]): string {
  return [...new Set(keys)].join(' · ');
}

/** What people read for a key. */
export function keyText(key: Key, values: readonly WrittenValue[] | undefined, others: string): string {
  return key ? [...new Set(key.map((text) => shownAs(text, values)))].join(', ') : others;
}

/** The goals with one cell filled, changed or, where `goal` is left out, emptied. */
export function withCell(matrix: GoalMatrix, y: number, x: number, goal: GoalDraft | undefined): GoalDraft[] {
  return goalsOf({
    ...matrix,
    cells: matrix.cells.map((line, row) =>
      line.map((cell, column) => (row === y && column === x ? goal : cell)),
    ),
  });
}

/**
 * The goals with a row more, whose promises are still to be written, on the calendars and at risk from the shares of the row before it.
 *
 * @param name of a goal in each column.
 */
export function withRow(matrix: GoalMatrix, key: Key, name: (column: Key) => string): GoalDraft[] {
  const last = matrix.cells.at(-1) ?? [];
  const line = matrix.columns.map((column, x): GoalDraft | undefined => {
    const like = last[x];
    return (
      like && {
        name: name(column),
        within: '',
        calendar: like.calendar,
        ...(like.atRiskAt !== undefined && { atRiskAt: like.atRiskAt }),
      }
    );
  });
  const at =
    key === undefined || matrix.rows.at(-1) !== undefined ? matrix.rows.length : matrix.rows.length - 1;
  return goalsOf({
    ...matrix,
    rows: matrix.rows.toSpliced(at, 0, key),
    cells: matrix.cells.toSpliced(at, 0, line),
  });
}

/** The goals with a column more, which begins with what the last column promises. */
export function withColumn(
  matrix: GoalMatrix,
  column: FieldId,
  key: Key,
  name: (row: Key) => string,
): GoalDraft[] {
  const at =
    key === undefined || matrix.columns.at(-1) !== undefined
      ? matrix.columns.length
      : matrix.columns.length - 1;
  return goalsOf({
    ...matrix,
    column,
    columns: matrix.columns.toSpliced(at, 0, key),
    cells: matrix.cells.map((line, y) => {
      const like = line.at(-1);
      return line.toSpliced(at, 0, like && { ...like, name: name(matrix.rows[y]) });
    }),
  });
}

export function withoutRow(matrix: GoalMatrix, y: number): GoalDraft[] {
  return goalsOf({ ...matrix, rows: matrix.rows.toSpliced(y, 1), cells: matrix.cells.toSpliced(y, 1) });
}

export function withoutColumn(matrix: GoalMatrix, x: number): GoalDraft[] {
  return goalsOf({
    ...matrix,
    columns: matrix.columns.toSpliced(x, 1),
    cells: matrix.cells.map((line) => line.toSpliced(x, 1)),
  });
}

/** A goal for each value of a field in place of the one for all, which stays for all others. */
export function splitBy(goal: GoalDraft, field: FieldId, values: readonly WrittenValue[]): GoalDraft[] {
  return [...values.map(({ text, name }) => ({ ...withCondition(goal, { field, in: [text] }), name })), goal];
}

/** The values of a field that no key has yet. */
export function leftOver(keys: readonly Key[], values: readonly WrittenValue[]): WrittenValue[] {
  const taken = new Set(keys.flatMap((key) => key ?? []));
  return values.filter(({ text, name, id }) => ![text, name, id].some((each) => taken.has(each)));
}
