import type { ReactElement } from 'react';
import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import { useReader } from '../../../../parts/reader-context';
import { Table } from '../../../../parts/table';
import { fieldName } from '../../../../text/field-name';
import styles from '../editor.module.css';
import type { GoalMatrix } from '../goal-matrix';
import type { Key } from '../matrix-keys';
import { KeyHead } from './key-head';
import { MatrixAdds } from './matrix-adds';
import { MatrixCell } from './matrix-cell';
import { keyText, nameOf, withCell, withoutColumn, withoutRow } from './matrix-edits';
import { useKeyValues } from './use-key-values';

interface Props {
  readonly matrix: GoalMatrix;
  readonly goals: readonly GoalDraft[];
  readonly change: (goals: readonly GoalDraft[]) => void;
  readonly path: string;
}

/** Goals as a table of one field, or of one by another. */
export function MatrixTable({ matrix, goals, change, path }: Props): ReactElement {
  const { messages } = useReader();
  const { row, column, rows, columns, cells } = matrix;
  const others = messages.text('agreement.edit.goal.others');
  const [rowValues, columnValues] = [useKeyValues(row), useKeyValues(column)];
  const rowText = (key: Key): string => keyText(key, rowValues, others);
  const columnText = (key: Key): string => (column === undefined ? '' : keyText(key, columnValues, others));
  const name = (y: Key, x: Key): string => nameOf([rowText(y), columnText(x)].filter((text) => text !== ''));
  const titles = {
    row: fieldName(row, messages),
    column: column === undefined ? '' : fieldName(column, messages),
  };
  return (
    <>
      <div className={styles['matrix']} data-single={column === undefined}>
        <Table label={messages.text('agreement.edit.goal.title')}>
          <thead>
            <tr>
              <th scope="col">{titles.row}</th>
              {columns.map((key, x) =>
                column === undefined ? (
                  <th key={x} scope="col">
                    {messages.text('agreement.edit.goal.promise')}
                  </th>
                ) : (
                  <th key={x} scope="col">
                    <KeyHead
                      text={`${titles.column}: ${columnText(key)}`}
                      {...(columns.length > 1 && { remove: () => change(withoutColumn(matrix, x)) })}
                    />
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((key, y) => (
              <tr key={y}>
                <th scope="row">
                  <KeyHead
                    text={rowText(key)}
                    {...(rows.length > 1 &&
                      column !== undefined && { remove: () => change(withoutRow(matrix, y)) })}
                  />
                </th>
                {columns.map((across, x) => {
                  const goal = cells[y]?.[x];
                  return (
                    <MatrixCell
                      key={x}
                      about={name(key, across)}
                      goal={goal}
                      path={`${path}[${goal ? goals.indexOf(goal) : ''}]`}
                      change={(changed) => change(withCell(matrix, y, x, changed))}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <MatrixAdds matrix={matrix} change={change} name={name} />
    </>
  );
}
