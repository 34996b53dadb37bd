import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Instant } from '../../../../src/domain/time/instant';
import { conditionText } from '../text/condition-text';
import { durationText } from '../text/duration';
import { targetText } from '../text/goal-text';
import type { Piece, Sentence } from '../text/sentence';
import { Moment } from './moment';
import { useReader } from './reader-context';
import styles from './saying.module.css';

interface Props {
  readonly of: Sentence;
  readonly now: Instant;
}

/** A sentence in the reader's words, its instants explained on demand. */
export function Saying({ of: { key, values }, now }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const shown = (piece: Piece): string | ReactElement => {
    if (typeof piece === 'string') return piece;
    if ('condition' in piece) return conditionText(piece.condition, reader);
    if ('target' in piece) return targetText(piece.target, piece.zone, now, reader);
    return 'at' in piece ? (
      <Moment {...piece} now={now} />
    ) : (
      <span className="figure">{durationText(piece.span, messages, piece.ticking)}</span>
    );
  };
  const filled = Object.fromEntries(Object.entries(values).map(([name, piece]) => [name, shown(piece)]));
  const parts: ReactNode[] = messages.parts(key, filled);
  return (
    <span className={styles['saying']}>
      {parts.map((part, index) => (
        <Fragment key={index}>{part}</Fragment>
      ))}
    </span>
  );
}
