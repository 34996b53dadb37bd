import Button from '@atlaskit/button/new';
import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import {
  isWrittenAs,
  type FieldKind,
  type ListedField,
} from '../../../../../../../src/domain/agreement/known-field';
import { InputField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { fieldName } from '../../../../text/field-name';
import styles from '../editor.module.css';
import type { Key } from '../matrix-keys';
import { leftOver } from './matrix-edits';
import { useKeyValues } from './use-key-values';

interface Props {
  readonly field: ListedField;
  /** Those that are there already. */
  readonly keys: readonly Key[];
  /** Also told what people call the value. */
  readonly add: (text: string, name: string) => void;
}

/** Whether the values of a field that Jira does not list can be told apart by what people type. */
export const isTypable = (kind: FieldKind): boolean => ['label', 'text', 'numbered'].includes(kind);

/** Adds a value of a field whose values Jira does not list: one that issues have, by its name, or another, as a draft writes it. */
export function TypedKey({ field, keys, add }: Props): ReactElement {
  const { messages } = useReader();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const list = useId();
  const values = leftOver(keys, useKeyValues(field.id));
  const taken = new Set(keys.flatMap((key) => key ?? []));
  const help = messages.text(`agreement.edit.condition.typed.${field.kind}`);
  const take = (): void => {
    const name = typed.trim();
    const text = values.find((value) => value.name === name)?.text ?? name;
    const isRight = isWrittenAs(field.kind, text) && !taken.has(text);
    setWrong(!isRight);
    if (!isRight) return;
    add(text, name);
    setTyped('');
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    take();
  };
  return (
    <span className={styles['adding']}>
      <InputField
        label={messages.text('agreement.edit.goal.addRow', { field: fieldName(field.id, messages) })}
        {...(isWrong ? { mistake: help } : { help })}
        value={typed}
        change={setTyped}
        onKeyDown={enter}
        list={list}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={list}>
        {values.map(({ text, name }) => (
          <option key={text} value={name} />
        ))}
      </datalist>
      <Button spacing="compact" onClick={take}>
        {messages.text('agreement.edit.add')}
      </Button>
    </span>
  );
}
