import { useId, type ReactElement } from 'react';
import styles from '../editor.module.css';

interface Props<Value extends string> {
  /** For those who hear the page: for the eye the sentence says it. */
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly change: (value: Value) => void;
  readonly isWrong?: boolean;
}

/** A word of a sentence that can be another one. */
export function WordChoice<Value extends string>(props: Props<Value>): ReactElement {
  const { label, value, choices, change, isWrong = false } = props;
  const id = useId();
  return (
    <span className={styles['word']}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        value={value}
        aria-invalid={isWrong}
        onChange={({ currentTarget }) => change(currentTarget.value as Value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}
