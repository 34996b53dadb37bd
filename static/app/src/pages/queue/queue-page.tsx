import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { BoardView, OpenTimerView } from '../../../../../src/contract/board';
import { useBoard } from '../../data/use-board';
import { useAccountHere } from '../../data/use-gadget';
import { ChoiceField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { useValueName } from '../../parts/use-value-name';
import { compareNames } from '../../text/names';
import type { BoardChoice } from '../board/board-address';
import { BoardFrame } from '../board/board-frame';
import { BoardTable } from '../board/board-table';
import { StateChips } from '../board/state-chips';
import styles from '../board/board.module.css';

const whose = ['all', 'mine', 'nobodys'] as const;
type Whose = (typeof whose)[number];

/** The open issues of the team by what is due next (M1). Jira gives a queue page no address, so it keeps none. */
export function QueuePage(): ReactElement {
  const { messages } = useReader();
  const [choice, setChoice] = useState<BoardChoice>({ filter: {} });
  const watched = useBoard(choice);
  const { board, hasMore, isReadingMore, readMore, isOutdated } = watched;
  const issues = firstOfEach(watched.timers);
  return (
    <>
      <BoardFrame title={messages.text('queue.title')} watched={watched}>
        {board && (
          <>
            <p className="note">{messages.text('queue.intro')}</p>
            <QueueFilters board={board} choice={choice} choose={setChoice} />
            <StateChips board={board} choice={choice} choose={setChoice} />
            {issues.length === 0 ? (
              <Notice tone="information">{messages.text('queue.nothing')}</Notice>
            ) : (
              <div className={styles['list']} aria-busy={isOutdated}>
                <BoardTable board={board} timers={issues} hasStatus />
                <div className={styles['foot']}>
                  <p className="note">{messages.text('queue.shown', { count: issues.length })}</p>
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
    </>
  );
}

/** Of the timers of an issue the one that is due first: they come in that order. */
function firstOfEach(timers: readonly OpenTimerView[]): OpenTimerView[] {
  const first = new Map<string, OpenTimerView>();
  for (const timer of timers) if (!first.has(timer.issue)) first.set(timer.issue, timer);
  return [...first.values()];
}

interface Props {
  readonly board: BoardView;
  readonly choice: BoardChoice;
  readonly choose: (choice: BoardChoice) => void;
}

/** Whose issues, and those of which group where the project names a field for groups. */
function QueueFilters({ board, choice, choose }: Props): ReactElement {
  const { messages, locale } = useReader();
  const account = useAccountHere();
  const nameOf = useValueName(board, []);
  const { assignee, team, ...others } = choice.filter;
  const groups = board.values
    .flatMap(({ by, value }) =>
      by === 'team' && value !== null ? [{ value, label: nameOf('team', value) }] : [],
    )
    .sort((a, b) => compareNames(a.label, b.label, locale));
  const shown: Whose = assignee === undefined ? 'all' : assignee === null ? 'nobodys' : 'mine';
  const withWhose = (wanted: Whose): BoardChoice['filter'] => {
    const group = team === undefined ? {} : { team };
    if (wanted === 'all' || (wanted === 'mine' && account === undefined)) return { ...others, ...group };
    return { ...others, ...group, assignee: wanted === 'mine' ? (account ?? null) : null };
  };
  return (
    <fieldset className={styles['filters']} aria-label={messages.text('board.filters')}>
      <ChoiceField
        label={messages.text('queue.whose')}
        value={shown}
        choices={whose.map((value) => ({ value, label: messages.text(`queue.of.${value}`) }))}
        change={(value) => choose({ ...choice, filter: withWhose(value as Whose) })}
      />
      {groups.length > 0 && (
        <ChoiceField
          label={messages.text('board.filter.team')}
          value={team ?? ''}
          choices={[{ value: '', label: messages.text('board.all') }, ...groups]}
          change={(value) => {
            const filter = { ...others, ...(assignee !== undefined && { assignee }) };
            choose({ ...choice, filter: value === '' ? filter : { ...filter, team: value } });
          }}
        />
      )}
    </fieldset>
  );
}
