import type { ReactElement } from 'react';
import type { OpenTimerView } from '../../../../../src/contract/board';
import { timerKey, useBoard } from '../../data/use-board';
import { useAccountHere } from '../../data/use-gadget';
import { useIssues } from '../../data/use-names';
import { IssueCell } from '../../parts/issue-cell';
import { useReader } from '../../parts/reader-context';
import { Saying } from '../../parts/saying';
import { StateLozenge } from '../../parts/state-lozenge';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { useNow } from '../../parts/use-now';
import { goToProjectPage } from '../../platform/projects';
import { addressOf, type BoardChoice, type BoardFilter } from '../board/board-address';
import { dueSaid, statesAt } from '../board/due-said';
import { agreementText } from './agreement-text';
import { GadgetFrame, type ShownProps } from './gadget-frame';
import styles from './gadgets.module.css';

/** What is due and not late yet: the late ones have a number, and would hide it. */
const DUE = ['at-risk', 'running'] as const;
const counted = ['breached', 'at-risk', 'running', 'paused'] as const;

/** What is due next of a project, or of what is the reader's in it (M1). */
export function DueNext(props: ShownProps): ReactElement | null {
  const { agreement, assignee } = props.settings;
  const account = useAccountHere();
  // Whose they are is not known for a moment, in which those of everybody would be shown.
  if (assignee === 'me' && account === undefined) return null;
  const filter: BoardFilter = {
    ...(agreement !== undefined && { agreement }),
    ...(assignee === 'me' && { assignee: account ?? null }),
  };
  return <DueList {...props} filter={filter} />;
}

function DueList({ project, settings, filter }: ShownProps & { readonly filter: BoardFilter }): ReactElement {
  const { messages, locale } = useReader();
  const { agreement, assignee, count } = settings;
  const { board, timers, failure, retry } = useBoard({ filter, states: DUE }, project.id);
  const open = (choice: BoardChoice): void => void goToProjectPage(project.key, addressOf(choice));
  return (
    <GadgetFrame
      project={project}
      scope={[
        agreementText(agreement, board, messages),
        ...(assignee === 'me' ? [messages.text('gadgets.mine')] : []),
      ]}
      answer={board}
      error={failure}
      retry={retry}
      more={{ text: messages.text('overview.board'), parts: addressOf({ filter }) }}
    >
      {board && (
        <>
          <ul className={styles['counts']} aria-label={messages.text('overview.tiles')}>
            {counted.map((state) => (
              <li key={state}>
                <TextButton onClick={() => open({ filter, states: [state] })}>
                  {messages.text(`timer.state.${state}`)}{' '}
                  <strong className="figure">{(board.counts[state] ?? 0).toLocaleString(locale)}</strong>
                </TextButton>
              </li>
            ))}
          </ul>
          {timers.length > 0 ? (
            <DueTable timers={timers.slice(0, count)} />
          ) : (
            <p>{messages.text(assignee === 'me' ? 'gadgets.nothingMine' : 'overview.nothing')}</p>
          )}
        </>
      )}
    </GadgetFrame>
  );
}

/** Two columns: a gadget is narrow. */
function DueTable({ timers }: { readonly timers: readonly OpenTimerView[] }): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  const issues = useIssues(timers.map(({ issue }) => issue));
  return (
    <div className={styles['due']}>
      <Table label={messages.text('board.title')}>
        <thead>
          <tr>
            {(['issue', 'due'] as const).map((column) => (
              <th key={column} scope="col">
                {messages.text(`board.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timers.map((timer) => (
            <tr key={timerKey(timer)}>
              <th scope="row">{issues && <IssueCell id={timer.issue} issue={issues.get(timer.issue)} />}</th>
              <td>
                <span className={styles['states']}>
                  {messages.text(`timer.kind.${timer.kind}`)}
                  {statesAt(timer, now).map((state) => (
                    <StateLozenge key={state} state={state} />
                  ))}
                </span>
                {dueSaid(timer, now, messages).map((said) => (
                  <Saying key={said.key} of={said} now={now} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
