import { useRef, type ReactElement } from 'react';
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
  const buttons = useRef<HTMLSpanElement>(null);
  const press = (by: -1 | 1): void => {
    if (index + by < 0 || index + by >= count) return;
    const list = buttons.current?.closest('[data-rows]');
    move(by);
    // What was moved is moved on by the next press.
    setTimeout(() => {
      list?.querySelectorAll<HTMLElement>(`[data-place="${index + by}"] button`)[by === 1 ? 1 : 0]?.focus();
    });
  };
  if (count < 2) return null;
  return (
    <span ref={buttons} className={styles['actions']} data-place={index}>
      <TextButton
        aria-label={messages.text('agreement.edit.upNamed', { name })}
        aria-disabled={index === 0}
        onClick={() => press(-1)}
      >
        ↑
      </TextButton>
      <TextButton
        aria-label={messages.text('agreement.edit.downNamed', { name })}
        aria-disabled={index === count - 1}
        onClick={() => press(1)}
      >
        ↓
      </TextButton>
    </span>
  );
}
