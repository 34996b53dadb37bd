import type { ReactElement } from 'react';
import type { BoardView, OpenTimerView } from '../../../../../src/contract/board';
import { useBoard } from '../../data/use-board';
import { useAddress } from '../../parts/address';
import { HowTimersCount } from '../../parts/how-timers-count';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { addressOf, type BoardChoice } from '../board/board-address';
import { BoardFrame } from '../board/board-frame';
import { BoardTable } from '../board/board-table';
import styles from './overview.module.css';
import { StateTiles } from './state-tiles';

/** What is due and not late yet: the late ones have a tile, and would hide it. */
const DUE: BoardChoice = { filter: {}, states: ['at-risk', 'running'] };

const MOST_SHOWN = 10;

/** How the service levels of the project stand, and what is due next. */
export function OverviewSection(): ReactElement {
  const { messages } = useReader();
  const watched = useBoard(DUE);
  const { board, timers } = watched;
  return (
    <BoardFrame title={messages.text('overview.title')} watched={watched}>
      {board && (
        <>
          <StateTiles board={board} />
          <div className={styles['note']}>
            <p className="note">{messages.text('overview.note')}</p>
            <HowTimersCount />
          </div>
          <DueNext board={board} timers={timers.slice(0, MOST_SHOWN)} />
        </>
      )}
    </BoardFrame>
  );
}

interface Props {
  readonly board: BoardView;
  readonly timers: readonly OpenTimerView[];
}

function DueNext({ board, timers }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  return (
    <section className={styles['next']} aria-labelledby="due-next">
      <div className="section-head">
        <h3 id="due-next" className="subheading">
          {messages.text('overview.next')}
        </h3>
        <TextButton onClick={() => go(...addressOf({ filter: {} }))}>
          {messages.text('overview.board')}
        </TextButton>
      </div>
      {timers.length > 0 ? (
        <BoardTable board={board} timers={timers} />
      ) : (
        <p>{messages.text('overview.nothing')}</p>
      )}
    </section>
  );
}
