import { useState, type ReactElement } from 'react';
import { InputField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { Tick } from '../../../../parts/tick';
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
          <Tick
            key={`? ${text}`}
            label={messages.text('agreement.edit.unknown', { name: text })}
            isUnknown
            isChecked
            change={() => change(texts.filter((other) => other !== text))}
          />
        ))}
        {found.slice(0, MOST_SHOWN).map((value) => (
          <Tick
            key={value.id}
            label={value.name}
            isChecked={isMeant(texts, value)}
            change={() => change(toggled(texts, value, values))}
          />
        ))}
        {found.length > MOST_SHOWN && (
          <span className="note">
            {messages.text('agreement.edit.condition.moreFound', { count: found.length - MOST_SHOWN })}
          </span>
        )}
      </span>
    </>
  );
}
