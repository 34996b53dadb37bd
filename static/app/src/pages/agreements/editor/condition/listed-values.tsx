import { useState, type ReactElement } from 'react';
import { InputField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { isMeant, toggled, unknownAmong, type WrittenValue } from '../draft-values';
import styles from '../editor.module.css';

interface Props {
  readonly label: string;
  readonly values: readonly WrittenValue[];
  readonly texts: readonly string[];
  readonly change: (texts: readonly string[]) => void;
}

/** As many as one takes in at a glance: of more, one looks for what one wants. */
const AT_A_GLANCE = 12;
/** More are not drawn: whoever wants one of them narrows the search. */
const MOST_SHOWN = 100;

/** The values of a field, to be ticked; what stands there and is no value of it stays, to be taken away. */
export function ListedValues({ label, values, texts, change }: Props): ReactElement {
  const { messages, locale } = useReader();
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLocaleLowerCase(locale);
  const found = values.filter(
    (value) => isMeant(texts, value) || value.name.toLocaleLowerCase(locale).includes(wanted),
  );
  return (
    <>
      {values.length > AT_A_GLANCE && (
        <InputField
          label={messages.text('agreement.edit.condition.search')}
          type="search"
          value={sought}
          change={setSought}
          autoComplete="off"
        />
      )}
      <span role="group" aria-label={label} className={styles['ticks']}>
        {unknownAmong(texts, values).map((text) => (
          <label key={`? ${text}`} className={styles['tick']} data-severity="error">
            <input type="checkbox" checked onChange={() => change(texts.filter((other) => other !== text))} />
            {messages.text('agreement.edit.unknown', { name: text })}
          </label>
        ))}
        {found.slice(0, MOST_SHOWN).map((value) => (
          <label key={value.id} className={styles['tick']}>
            <input
              type="checkbox"
              checked={isMeant(texts, value)}
              onChange={() => change(toggled(texts, value, values))}
            />
            {value.name}
          </label>
        ))}
        {found.length > MOST_SHOWN && (
          <span className={styles['note']}>
            {messages.text('agreement.edit.condition.moreFound', { count: found.length - MOST_SHOWN })}
          </span>
        )}
      </span>
    </>
  );
}
