import { problem } from '../problem';
import type { Reference } from '../timer/condition';
import type { FieldId } from '../timer/history';
import { readValue } from './condition-reader';
import { mustKnow, type DraftReading } from './draft-reading';
import type { KnownField } from './known-field';
import { PRIORITY, type PriorityMatrix, type PriorityMatrixOf } from './priority-matrix';

/** Reads a matrix of priorities: finds what its names mean, and refuses what could never be told from it (A13). */
export function readPriorityMatrix(
  draft: PriorityMatrixOf<string>,
  path: string,
  reading: DraftReading,
): PriorityMatrix {
  const { impact, urgency, names, cells, sets } = draft;
  const { problems } = reading;
  mustHoldOne(impact, `${path}.impact`, reading);
  if (urgency === impact && impact !== '')
    problems.push(problem('matrix.same-field', `${path}.urgency`, { found: urgency }));
  else mustHoldOne(urgency, `${path}.urgency`, reading);
  if (cells.length === 0) problems.push(problem('matrix.no-cell', `${path}.cells`));
  const valueOf = (field: FieldId, text: string, at: string): Reference => {
    const known = reading.fieldOf(field);
    // What stands in a field that is no good has been told with the field.
    if (!known) return { id: text, name: text };
    const value = readValue(field, text, at, reading);
    const isNamed = !known.values && names && Object.hasOwn(names, value.id);
    return isNamed ? { ...value, name: names[value.id] ?? value.name } : value;
  };
  const read = cells.map((cell, index) => {
    const at = `${path}.cells[${index}]`;
    return {
      impact: valueOf(impact, cell.impact, `${at}.impact`),
      urgency: valueOf(urgency, cell.urgency, `${at}.urgency`),
      priority: readValue(PRIORITY, cell.priority, `${at}.priority`, reading),
    };
  });
  read.forEach((cell, index) => {
    const isThere = read.slice(0, index).some((other) => isSameCell(other, cell));
    if (!isThere) return;
    const details = { impact: cell.impact.name, urgency: cell.urgency.name };
    problems.push(problem('matrix.cell-twice', `${path}.cells[${index}]`, details));
  });
  return { impact, urgency, ...(names && { names }), cells: read, sets };
}

type Cell = PriorityMatrix['cells'][number];

const isSameCell = (a: Cell, b: Cell): boolean =>
  a.impact.id === b.impact.id && a.urgency.id === b.urgency.id;

/** A field that holds one of several things at a time, and does not follow from the matrix itself. */
function mustHoldOne(field: FieldId, path: string, reading: DraftReading): void {
  if (field === '') return void reading.problems.push(problem('matrix.no-field', path));
  const known = mustKnow(field, path, reading);
  if (!known || (isChoice(known) && field !== PRIORITY)) return;
  reading.problems.push(problem('matrix.no-choice', path, { field }));
}

/** Whether a field holds one of several things at a time, so that a matrix can go by it. */
export const isChoice = ({ kind, several }: KnownField): boolean => kind === 'numbered' && !several;
