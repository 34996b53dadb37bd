import { useId, useState, type KeyboardEvent, type ReactElement, type SyntheticEvent } from 'react';
import type { Instant } from '../../../../src/domain/time/instant';
import type { InstantPiece } from '../text/sentence';
import { exactTexts, whenText } from '../text/when';
import styles from './moment.module.css';
import { useReader } from './reader-context';

interface Props extends InstantPiece {
  readonly now: Instant;
}

/** What is cut off at the top of the page's frame cannot be seen. */
const ROOM_ABOVE_PX = 96;

/**
 * An instant in plain words; exactly, and in the calendar's own zone, when it is pointed at or focused. Atlaskit's tooltip
 * is not used, since it would weigh more than the whole panel.
 */
export function Moment({ at, calendarZone, clock, now }: Props): ReactElement {
  const reader = useReader();
  const wall = clock === 'calendar' && calendarZone ? { ...reader, zone: calendarZone } : reader;
  const [place, setPlace] = useState<'hidden' | 'above' | 'below'>('hidden');
  const id = useId();
  const show = ({ currentTarget }: SyntheticEvent): void =>
    setPlace(currentTarget.getBoundingClientRect().top < ROOM_ABOVE_PX ? 'below' : 'above');
  const hide = (): void => setPlace('hidden');
  const hideOnEscape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') hide();
  };
  return (
    <>
      <time
        className={styles['moment']}
        dateTime={new Date(at).toISOString()}
        tabIndex={0}
        aria-describedby={id}
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
        onKeyDown={hideOnEscape}
      >
        {whenText(at, now, wall)}
      </time>
      <span id={id} role="tooltip" className={styles['exact']} data-place={place}>
        {exactTexts(at, reader, calendarZone).map((text) => (
          <span key={text} className={styles['line']}>
            {text}
          </span>
        ))}
      </span>
    </>
  );
}
