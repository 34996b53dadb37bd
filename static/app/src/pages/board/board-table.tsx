import type { ReactElement } from 'react';
import type { BoardView, OpenTimerView } from '../../../../../src/contract/board';
import type { Instant } from '../../../../../src/domain/time/instant';
import { timerKey } from '../../data/use-board';
import { useIssues, usePriorityNames } from '../../data/use-names';
import { usePersons } from '../../data/use-rights';
import { IssueCell } from '../../parts/issue-cell';
import { useReader } from '../../parts/reader-context';
import { Saying } from '../../parts/saying';
import { StateLozenge } from '../../parts/state-lozenge';
import { Table } from '../../parts/table';
import { useNow } from '../../parts/use-now';
import { durationText } from '../../text/duration';
import styles from './board.module.css';
import { dueSaid, statesAt } from './due-said';

/** What says when comes first: on a narrow page the rest is scrolled to. */
const columns = ['issue', 'due', 'state', 'timer', 'priority', 'assignee'] as const;

interface Props {
  readonly board: BoardView;
  readonly timers: readonly OpenTimerView[];
  /** Whether the status of each issue is told as well. */
  readonly hasStatus?: boolean;
}

/** Open timers in the order in which they come, each counting down. */
export function BoardTable({ board, timers, hasStatus = false }: Props): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  const issues = useIssues(timers.map(({ issue }) => issue));
  const priorities = usePriorityNames();
  const persons = usePersons(timers.flatMap(({ assignee }) => assignee ?? []));
  const names = board.names.agreements;
  const isOne = Object.keys(names).length === 1;
  return (
    <div className={styles['table']}>
      <Table label={messages.text('board.table')}>
        <thead>
          <tr>
            {[...columns, ...(hasStatus ? (['status'] as const) : [])].map((column) => (
              <th key={column} scope="col">
                {messages.text(`board.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timers.map((timer) => {
            const { priority, assignee } = timer;
            return (
              <tr key={timerKey(timer)}>
                <th scope="row">
                  {issues && <IssueCell id={timer.issue} issue={issues.get(timer.issue)} />}
                </th>
                <td>
                  {dueSaid(timer, now, messages).map((said) => (
                    <Saying key={said.key} of={said} now={now} />
                  ))}
                </td>
                <td>
                  <States timer={timer} now={now} />
                </td>
                <td>
                  <TimerCell timer={timer} agreement={isOne ? undefined : names[timer.agreement]} />
                </td>
                <td>{priority !== null && (priorities.get(priority) ?? priority)}</td>
                <td>
                  {assignee === null ? (
                    <span className="note">{messages.text('board.unassigned')}</span>
                  ) : (
                    persons.get(assignee)?.name
                  )}
                </td>
                {hasStatus && <td>{issues?.get(timer.issue)?.status}</td>}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

interface TimerProps {
  readonly timer: OpenTimerView;
  /** What the agreement is called; undefined where that tells nothing, or it is not there any more. */
  readonly agreement: string | undefined;
}

function TimerCell({ timer: { kind, goal, within }, agreement }: TimerProps): ReactElement {
  const { messages } = useReader();
  return (
    <>
      {messages.text(`timer.kind.${kind}`)}
      {goal !== null && within !== null && (
        <div className="note">
          {messages.text('board.goal', { goal, within: durationText(within, messages) })}
        </div>
      )}
      {agreement !== undefined && <div className="note">{agreement}</div>}
    </>
  );
}

function States({ timer, now }: { readonly timer: OpenTimerView; readonly now: Instant }): ReactElement {
  return (
    <span className={styles['states']}>
      {statesAt(timer, now).map((state) => (
        <StateLozenge key={state} state={state} />
      ))}
    </span>
  );
}
