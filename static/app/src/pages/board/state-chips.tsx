import type { ReactElement } from 'react';
import { boardStates, type BoardView } from '../../../../../src/contract/board';
import { WAITING_LONG } from '../../../../../src/domain/report/waiting-long';
import { DAY } from '../../../../../src/domain/time/wall-clock';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { isNarrowed, type BoardChoice } from './board-address';
import styles from './board.module.css';

type BoardState = (typeof boardStates)[number];

/** Those that every project has at one time or another; the others show only while there are some. */
const usual: readonly BoardState[] = ['breached', 'at-risk', 'running', 'paused'];

interface Props {
  readonly board: BoardView;
  readonly choice: BoardChoice;
  readonly choose: (choice: BoardChoice) => void;
}

/** Switches for the states that the board shows, each with how many timers stand so; none on shows them all. */
export function StateChips({ board, choice, choose }: Props): ReactElement {
  const { messages } = useReader();
  const chosen = choice.states ?? [];
  const offered = boardStates.filter(
    (state) => usual.includes(state) || chosen.includes(state) || board.counts[state],
  );
  const toggle = (state: BoardState): void => {
    const { states: _before, ...others } = choice;
    const states = boardStates.filter((each) => chosen.includes(each) !== (each === state));
    choose({ ...others, ...(states.length > 0 && { states }) });
  };
  const toggleLong = (): void => {
    const { waitingLong, ...others } = choice;
    choose(waitingLong ? others : { ...others, waitingLong: true });
  };
  return (
    <div className={styles['chips']} role="group" aria-label={messages.text('board.states')}>
      {offered.map((state) => (
        <Chip
          key={state}
          label={messages.text(`timer.state.${state}`)}
          count={board.counts[state] ?? 0}
          isOn={chosen.includes(state)}
          toggle={() => toggle(state)}
        />
      ))}
      <Chip
        label={messages.text('board.waitingLong', { count: WAITING_LONG / DAY })}
        count={board.waitingLong}
        isOn={choice.waitingLong === true}
        toggle={toggleLong}
      />
      {isNarrowed(choice) && (
        <TextButton onClick={() => choose({ filter: {} })}>{messages.text('board.clear')}</TextButton>
      )}
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly toggle: () => void;
}

function Chip({ label, count, isOn, toggle }: ChipProps): ReactElement {
  const { locale } = useReader();
  return (
    <button type="button" className={styles['chip']} aria-pressed={isOn} onClick={toggle}>
      {label} <span className={styles['count']}>{count.toLocaleString(locale)}</span>
    </button>
  );
}
