import type { ReactElement } from 'react';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import styles from '../editor.module.css';

interface Props {
  readonly text: string;
  readonly remove?: () => void;
}

/** Whom a row or a column is for. */
export function KeyHead({ text, remove }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <span className={styles['key']}>
      <span>{text}</span>
      {remove && (
        <TextButton aria-label={messages.text('agreement.edit.removeNamed', { name: text })} onClick={remove}>
          ×
        </TextButton>
      )}
    </span>
  );
}
