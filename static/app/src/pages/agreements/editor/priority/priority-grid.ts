import type { AgreementDraft } from '../../../../../../../src/domain/agreement/draft';
import type { ListedField } from '../../../../../../../src/domain/agreement/known-field';
import { PRIORITY } from '../../../../../../../src/domain/agreement/priority-matrix';
import { isChoice } from '../../../../../../../src/domain/agreement/priority-matrix-reader';
import type { ProjectShape } from '../../../../../../../src/domain/agreement/project-shape';
import type { Reference } from '../../../../../../../src/domain/timer/condition';
import { means, unknownAmong, valuesOf, type WrittenValue } from '../draft-values';
import { compareNames } from '../../../../text/names';

export type MatrixDraft = NonNullable<AgreementDraft['priorityMatrix']>;
export type Axis = 'impact' | 'urgency';

/** The fields that a matrix can go by. */
export const choiceFields = ({ fields }: ProjectShape): readonly ListedField[] =>
  fields.filter((field) => isChoice(field) && field.id !== PRIORITY);

const USUAL_NAMES: Readonly<Record<Axis, RegExp>> = { impact: /impact|影响/i, urgency: /urgency|紧急/i };

/** A matrix without priorities yet, by the fields that are called so. */
export function newMatrix(shape: ProjectShape): MatrixDraft {
  const called = (axis: Axis): string =>
    choiceFields(shape).find(({ name }) => USUAL_NAMES[axis].test(name))?.id ?? '';
  return { impact: called('impact'), urgency: called('urgency'), cells: [], sets: false };
}

/**
 * The values of a field, the gravest first as far as that can be told; those that the matrix names stay, whatever became of them.
 *
 * @param seen what issues have, for a field whose values nobody lists.
 */
export function axisOf(
  matrix: MatrixDraft,
  axis: Axis,
  shape: ProjectShape,
  seen: readonly Reference[],
): readonly WrittenValue[] {
  const listed = valuesOf(matrix[axis], shape);
  const known = listed ?? seen.map((value) => ({ ...value, text: value.id }));
  const texts = [...new Set(matrix.cells.map((cell) => cell[axis]))];
  const named = unknownAmong(texts, known).map((text) => ({
    id: text,
    name: matrix.names?.[text] ?? text,
    text,
  }));
  const all = [...known, ...named];
  return listed ? all : all.sort(byRank);
}

const NUMBERED = /^\d/;

/** Values that begin with a number go by it; others by their ids, which are in the order in which they were made. */
function byRank(a: Reference, b: Reference): number {
  if (NUMBERED.test(a.name) && NUMBERED.test(b.name)) {
    return compareNames(a.name, b.name, 'en');
  }
  return Number(a.id) - Number(b.id);
}

/** What the matrix says for two values, as it is written. */
export const priorityAt = (
  { cells }: MatrixDraft,
  impact: WrittenValue,
  urgency: WrittenValue,
): string | undefined =>
  cells.find((cell) => means(cell.impact, impact) && means(cell.urgency, urgency))?.priority;

/** The matrix with another priority for two values, or without one. */
export function withPriority(
  matrix: MatrixDraft,
  impact: WrittenValue,
  urgency: WrittenValue,
  priority: string | undefined,
): MatrixDraft {
  const others = matrix.cells.filter((cell) => !means(cell.impact, impact) || !means(cell.urgency, urgency));
  if (priority === undefined) return { ...matrix, cells: others };
  const cell = { impact: impact.text, urgency: urgency.text, priority };
  return { ...matrix, ...namesWith(matrix, impact, urgency), cells: [...others, cell] };
}

/** A first proposal: the graver the two are together, the higher the priority. */
export function proposed(
  matrix: MatrixDraft,
  impacts: readonly WrittenValue[],
  urgencies: readonly WrittenValue[],
  priorities: readonly WrittenValue[],
): MatrixDraft {
  const share = (place: number, { length }: readonly unknown[]): number =>
    length > 1 ? place / (length - 1) : 0;
  const cells = impacts.flatMap((impact, y) =>
    urgencies.flatMap((urgency, x) => {
      const rank = (share(y, impacts) + share(x, urgencies)) / 2;
      const priority = priorities[Math.round(rank * (priorities.length - 1))];
      return priority ? { impact: impact.text, urgency: urgency.text, priority: priority.text } : [];
    }),
  );
  return { ...matrix, ...namesWith(matrix, ...impacts, ...urgencies), cells };
}

/** The names of values that are written by their ids, for those who read the agreement elsewhere. */
function namesWith({ names }: MatrixDraft, ...values: readonly WrittenValue[]): Pick<MatrixDraft, 'names'> {
  const told = values.filter(({ text, id, name }) => text === id && name !== id);
  const all = { ...names, ...Object.fromEntries(told.map(({ id, name }) => [id, name])) };
  return Object.keys(all).length > 0 ? { names: all } : {};
}
