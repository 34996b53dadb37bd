import type { ReactElement } from 'react';
import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import { useReader } from '../../../../parts/reader-context';
import { fieldName } from '../../../../text/field-name';
import { Adding } from '../adding';
import { valuesOf } from '../draft-values';
import { useEditor } from '../editor-context';
import styles from '../editor.module.css';
import type { GoalMatrix } from '../goal-matrix';
import type { Key } from '../matrix-keys';
import { leftOver, withColumn, withRow } from './matrix-edits';

interface Props {
  readonly matrix: GoalMatrix;
  readonly change: (goals: readonly GoalDraft[]) => void;
  readonly name: (row: Key, column: Key) => string;
}

/** Stands for all others among values, none of which is named so. */
const OTHERS = '*';

/** Adds rows and columns: for values that have none yet, for all others, and by a second field. */
export function MatrixAdds({ matrix, change, name }: Props): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const { row, column, rows, columns } = matrix;
  const others = messages.text('agreement.edit.goal.others');
  const choicesFor = (keys: readonly Key[], field: string): { value: string; label: string }[] => [
    ...leftOver(keys, valuesOf(field, shape) ?? []).map((value) => ({
      value: value.text,
      label: value.name,
    })),
    ...(keys.includes(undefined) ? [] : [{ value: OTHERS, label: others }]),
  ];
  const keyFor = (chosen: string): Key => (chosen === OTHERS ? undefined : [chosen]);
  const fields = shape.fields.filter(({ id, values }) => id !== row && values && values.length > 0);
  return (
    <div className={styles['actions']} data-adds>
      <Adding
        label={messages.text('agreement.edit.goal.addRow', { field: fieldName(row, messages) })}
        choices={choicesFor(rows, row)}
        add={(chosen) => change(withRow(matrix, keyFor(chosen), (across) => name(keyFor(chosen), across)))}
      />
      {column === undefined ? (
        <Adding
          label={messages.text('agreement.edit.goal.addField')}
          choices={fields.map(({ id }) => ({ value: id, label: fieldName(id, messages) }))}
          add={(field) => {
            const [first] = valuesOf(field, shape) ?? [];
            if (first)
              change(
                withColumn(matrix, field, [first.text], (down) => `${name(down, undefined)} · ${first.name}`),
              );
          }}
        />
      ) : (
        <Adding
          label={messages.text('agreement.edit.goal.addRow', { field: fieldName(column, messages) })}
          choices={choicesFor(columns, column)}
          add={(chosen) =>
            change(withColumn(matrix, column, keyFor(chosen), (down) => name(down, keyFor(chosen))))
          }
        />
      )}
    </div>
  );
}
