import { useId, useState, type ReactElement } from 'react';
import type { FieldId } from '../../../../../../../src/domain/timer/history';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { shownAs, valuesOf } from '../draft-values';
import { useEditor } from '../editor-context';
import styles from '../editor.module.css';
import { ListedValues } from './listed-values';
import { TypedValues } from './typed-values';

interface Props {
  readonly label: string;
  /** Whose values they are; undefined for groups, which nobody lists. */
  readonly field: FieldId | undefined;
  readonly texts: readonly string[];
  readonly change: (texts: readonly string[]) => void;
  /** Whether none at all means any. */
  readonly isOptional?: boolean;
}

/** Values in a sentence, any of which may be the one; it opens into a list to tick, or into a field to type them. */
export function ValuesField({ label, field, texts, change, isOptional = false }: Props): ReactElement {
  const { locale, messages } = useReader();
  const { shape } = useEditor();
  const [isOpen, setOpen] = useState(texts.length === 0 && !isOptional);
  const id = useId();
  const values = field === undefined ? undefined : valuesOf(field, shape);
  const names = [...new Set(texts.map((text) => shownAs(text, values)))];
  const said = new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
  const none = messages.text(
    isOptional ? 'agreement.edit.condition.anyValue' : 'agreement.edit.condition.choose',
  );
  return (
    <span className={styles['values']}>
      <TextButton
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={messages.text('agreement.edit.condition.valuesNamed', { label, values: said || none })}
        onClick={() => setOpen(!isOpen)}
      >
        {said || none}
      </TextButton>
      <span id={id} className={styles['panel']} hidden={!isOpen}>
        {isOpen &&
          (values ? (
            <ListedValues label={label} values={values} texts={texts} change={change} />
          ) : (
            <TypedValues
              label={label}
              kind={shape.fields.find((known) => known.id === field)?.kind}
              texts={texts}
              change={change}
            />
          ))}
      </span>
    </span>
  );
}
