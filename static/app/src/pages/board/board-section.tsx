import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { BoardView } from '../../../../../src/contract/board';
import { useBoard } from '../../data/use-board';
import { useAddress } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { addressOf, choiceIn, isNarrowed, type BoardChoice } from './board-address';
import { BoardFilters } from './board-filters';
import { BoardFrame } from './board-frame';
import styles from './board.module.css';
import { BoardTable } from './board-table';
import { StateChips } from './state-chips';

/** All open timers of the project, those due next first (M1). What a reader narrows them down to is in the address. */
export function BoardSection(): ReactElement {
  const { messages } = useReader();
  const { parts, go } = useAddress();
  const choice = choiceIn(parts);
  const choose = (wanted: BoardChoice): void => go(...addressOf(wanted));
  const watched = useBoard(choice);
  const { board, timers, hasMore, isReadingMore, readMore, isOutdated } = watched;
  return (
    <BoardFrame title={messages.text('board.title')} watched={watched}>
      {board && (
        <>
          <p className="note">{messages.text('board.intro')}</p>
          <BoardFilters board={board} choice={choice} choose={choose} />
          <StateChips board={board} choice={choice} choose={choose} />
          {timers.length === 0 ? (
            <NoTimers board={board} choice={choice} />
          ) : (
            <div className={styles['list']} aria-busy={isOutdated}>
              <BoardTable board={board} timers={timers} />
              <div className={styles['foot']}>
                <p className="note">{messages.text('board.shown', { count: timers.length })}</p>
                {hasMore && (
                  <Button onClick={readMore} isLoading={isReadingMore}>
                    {messages.text('board.more')}
                  </Button>
                )}
              </div>
            </div>
          )}
        </>
      )}
    </BoardFrame>
  );
}

interface NoTimersProps {
  readonly board: BoardView;
  readonly choice: BoardChoice;
}

function NoTimers({ board, choice }: NoTimersProps): ReactElement {
  const { messages } = useReader();
  const why = isNarrowed(choice) && board.values.length > 0 ? 'noMatch' : 'nothing';
  return (
    <Notice tone="information" title={messages.text(`board.${why}.title`)}>
      {messages.text(`board.${why}.text`)}
    </Notice>
  );
}
