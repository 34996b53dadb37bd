import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { ListedField } from '../../../../../src/domain/agreement/known-field';
import { isWrittenAs } from '../../../../../src/domain/agreement/known-field';
import type { Reference } from '../../../../../src/domain/timer/condition';
import { useFieldValues } from '../../data/use-choices';
import { ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import styles from './catalogue.module.css';
import type { Row } from './mapping-groups';
import { nameOfField } from './mapping-text';
import { compareNames } from '../../text/names';

interface Props {
  readonly row: Row;
  readonly number: number;
  readonly fields: readonly ListedField[];
  /** Undefined takes the row away. */
  readonly change: (row: Row | undefined) => void;
  readonly mistake: string | undefined;
}

/** Kinds of field whose values people write themselves, and so may name one that no issue has yet. */
const TYPED = ['label', 'text', 'number', 'date', 'instant'];

/** One row of a mapping: a field, and the values of which it holds one. */
export function MappingRow({ row, number, fields, change, mistake }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const [typed, setTyped] = useState('');
  const field = fields.find(({ id }) => id === row.field);
  const seen = useFieldValues(row.field, field !== undefined && !field.values);
  const isTyped = field !== undefined && TYPED.includes(field.kind);
  const offered = (field?.values ?? seen.data ?? []).filter(
    ({ id }) => !row.values.some((value) => value.id === id),
  );
  const add = (value: Reference): void => change({ ...row, values: [...row.values, value] });
  const addTyped = (): void => {
    const text = typed.trim();
    if (!field || !isWrittenAs(field.kind, text) || row.values.some(({ id }) => id === text)) return;
    add({ id: text, name: text });
    setTyped('');
  };
  const sorted = fields
    .map(({ id }) => ({ value: id, label: nameOfField(id, fields, reader) }))
    .sort((a, b) => compareNames(a.label, b.label, reader.locale));

  return (
    <div
      className={styles['row']}
      role="group"
      aria-label={messages.text('service.mapping.row', { number })}
      data-mistake={mistake}
    >
      <ChoiceField
        label={messages.text('service.mapping.field')}
        value={row.field}
        change={(id) => change({ field: id, values: [] })}
        choices={[{ value: '', label: messages.text('service.mapping.chooseField') }, ...sorted]}
        mistake={mistake}
      />
      <div className={styles['stack']}>
        {(offered.length > 0 || !isTyped) && (
          <ChoiceField
            label={messages.text('service.mapping.value')}
            value=""
            change={(id) => offered.filter((value) => value.id === id).forEach(add)}
            choices={[
              { value: '', label: messages.text('service.mapping.chooseValue') },
              ...offered.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...(field &&
              !field.values && {
                help: messages.text(seen.isPending ? 'service.mapping.reading' : 'service.mapping.seen'),
              })}
          />
        )}
        {isTyped && (
          <div className={styles['oneLine']}>
            <InputField
              label={messages.text('service.mapping.typeValue')}
              value={typed}
              change={setTyped}
              autoComplete="off"
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                addTyped();
              }}
            />
            <Button onClick={addTyped}>{messages.text('service.mapping.addValue')}</Button>
          </div>
        )}
        {row.values.length > 0 && (
          <ul className={styles['values']}>
            {row.values.map(({ id, name }) => (
              <li key={id} className={styles['value']}>
                {name}
                <button
                  type="button"
                  aria-label={messages.text('service.mapping.removeValue', { value: name })}
                  onClick={() => change({ ...row, values: row.values.filter((value) => value.id !== id) })}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles['remove']}>
        <TextButton onClick={() => change(undefined)}>
          {messages.text('service.mapping.removeRow')}
        </TextButton>
      </div>
    </div>
  );
}
