import { useState, type ReactElement } from 'react';
import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import type { FieldId } from '../../../../../../../src/domain/timer/history';
import { useReader } from '../../../../parts/reader-context';
import { fieldName } from '../../../../text/field-name';
import { Adding } from '../adding';
import { valuesOf } from '../draft-values';
import { useEditor } from '../editor-context';
import styles from '../editor.module.css';
import type { GoalMatrix } from '../goal-matrix';
import type { Key } from '../matrix-keys';
import { leftOver, withColumn, withRow } from './matrix-edits';
import { isTypable, TypedKey } from './typed-key';

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
  /** By which columns are to be added, while there are none. */
  const [second, setSecond] = useState<FieldId>();
  const { row, column, rows, columns } = matrix;
  const by = column ?? second;
  const fields = shape.fields.filter(
    ({ id, kind, values }) => id !== row && (values ? values.length > 0 : isTypable(kind)),
  );
  const keyName = (down: Key, across: string): string => `${name(down, undefined)} · ${across}`;
  const splitBy = (field: FieldId): void => {
    const [first] = valuesOf(field, shape) ?? [];
    if (first) change(withColumn(matrix, field, [first.text], (down) => keyName(down, first.name)));
    else setSecond(field);
  };
  return (
    <div className={styles['actions']} data-adds>
      <KeyAdds
        field={row}
        keys={rows}
        add={(key) => change(withRow(matrix, key, (across) => name(key, across)))}
      />
      {column === undefined && (
        <Adding
          label={messages.text('agreement.edit.goal.addField')}
          choices={fields.map(({ id }) => ({ value: id, label: fieldName(id, messages) }))}
          add={splitBy}
        />
      )}
      {by !== undefined && (
        <KeyAdds
          field={by}
          keys={columns}
          add={(key, across) =>
            change(withColumn(matrix, by, key, (down) => (column ? name(down, key) : keyName(down, across))))
          }
        />
      )}
    </div>
  );
}

interface KeyAddsProps {
  readonly field: FieldId;
  readonly keys: readonly Key[];
  readonly add: (key: Key, name: string) => void;
}

/** Adds a value of a field that is not there yet, or all others. */
function KeyAdds({ field, keys, add }: KeyAddsProps): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const others = messages.text('agreement.edit.goal.others');
  const known = shape.fields.find(({ id }) => id === field);
  const choices = [
    ...leftOver(keys, valuesOf(field, shape) ?? []).map(({ text, name }) => ({ value: text, label: name })),
    ...(keys.includes(undefined) ? [] : [{ value: OTHERS, label: others }]),
  ];
  const label = messages.text('agreement.edit.goal.addRow', { field: fieldName(field, messages) });
  return (
    <>
      {known && !known.values && (
        <TypedKey field={known} keys={keys} add={(text, name) => add([text], name)} />
      )}
      <Adding
        label={label}
        choices={choices}
        add={(chosen) => {
          const name = choices.find(({ value }) => value === chosen)?.label ?? chosen;
          add(chosen === OTHERS ? undefined : [chosen], name);
        }}
      />
    </>
  );
}
