import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { FieldKind } from '../../../../../../../src/domain/agreement/known-field';
import { InputField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import styles from '../editor.module.css';

interface Props {
  readonly label: string;
  /** Of the field; undefined for groups, and for a field that nobody knows. */
  readonly kind: FieldKind | undefined;
  readonly texts: readonly string[];
  readonly change: (texts: readonly string[]) => void;
}

/** Values that cannot be listed, typed one after the other. What is typed is taken when the field is left, too. */
export function TypedValues({ label, kind, texts, change }: Props): ReactElement {
  const { messages } = useReader();
  const [typed, setTyped] = useState('');
  const take = (): void => {
    const text = typed.trim();
    if (text !== '' && !texts.includes(text)) change([...texts, text]);
    setTyped('');
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    take();
  };
  return (
    <>
      {texts.map((text) => (
        <span key={text} className={styles['chip']}>
          {text}
          <TextButton
            aria-label={messages.text('agreement.edit.removeNamed', { name: text })}
            onClick={() => change(texts.filter((other) => other !== text))}
          >
            ×
          </TextButton>
        </span>
      ))}
      <InputField
        label={label}
        help={messages.text(`agreement.edit.condition.typed.${kind ?? 'group'}`)}
        type={kind === 'date' ? 'date' : 'text'}
        value={typed}
        change={setTyped}
        onKeyDown={enter}
        onBlur={take}
        autoComplete="off"
        spellCheck={false}
      />
    </>
  );
}
