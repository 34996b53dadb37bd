import type { ReactElement } from 'react';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import styles from './editor.module.css';

interface Props {
  /** Of what is moved, for those who hear the buttons out of their place. */
  readonly name: string;
  readonly place: {
    readonly index: number;
    readonly count: number;
    readonly move: (by: -1 | 1) => void;
  };
}

/** Moves something up or down in its list. */
export function OrderButtons({ name, place: { index, count, move } }: Props): ReactElement | null {
  const { messages } = useReader();
  if (count < 2) return null;
  return (
    <span className={styles['actions']}>
      <TextButton
        aria-label={messages.text('agreement.edit.upNamed', { name })}
        aria-disabled={index === 0}
        onClick={() => index > 0 && move(-1)}
      >
        ↑
      </TextButton>
      <TextButton
        aria-label={messages.text('agreement.edit.downNamed', { name })}
        aria-disabled={index === count - 1}
        onClick={() => index < count - 1 && move(1)}
      >
        ↓
      </TextButton>
    </span>
  );
}
