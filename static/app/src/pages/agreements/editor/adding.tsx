import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { useReader } from '../../../parts/reader-context';
import { WordChoice } from './condition/word-choice';
import styles from './editor.module.css';

interface Props<Value extends string> {
  /** What is added, such as `Add a timer`. */
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly add: (value: Value) => void;
}

/** Adds one of several things: a choice, and a button, so that arrow keys only choose. */
export function Adding<Value extends string>({ label, choices, add }: Props<Value>): ReactElement | null {
  const { messages } = useReader();
  const [chosen, setChosen] = useState<Value>();
  const [first] = choices;
  if (!first) return null;
  const current = choices.find(({ value }) => value === chosen) ?? first;
  return (
    <span className={styles['adding']}>
      <span>{label}</span>
      <WordChoice label={label} value={current.value} choices={choices} change={setChosen} />
      <Button
        spacing="compact"
        aria-label={messages.text('agreement.edit.addNamed', { name: current.label })}
        onClick={() => add(current.value)}
      >
        {messages.text('agreement.edit.add')}
      </Button>
    </span>
  );
}
