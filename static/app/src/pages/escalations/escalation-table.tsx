import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { EscalationRow } from '../../../../../src/contract/escalations';
import type { ActionSummary } from '../../../../../src/domain/alert/action-summary';
import { isLate, type StepOutcome } from '../../../../../src/domain/alert/alert';
import { useIssues } from '../../data/use-names';
import { IssueCell } from '../../parts/issue-cell';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { clockNow } from '../../platform/clock';
import { markText, reasonText } from './escalation-text';
import styles from './escalations.module.css';

const columns = ['issue', 'passed', 'threshold', 'done'] as const;

interface Props {
  readonly rows: readonly EscalationRow[];
  readonly actionText: (action: ActionSummary) => string;
}

/** Alerts, each in a row: what was passed, and below each other what was done about it. */
export function EscalationTable({ rows, actionText }: Props): ReactElement {
  const { messages } = useReader();
  const issues = useIssues(rows.map(({ issue }) => issue));
  const now = clockNow();
  return (
    <div className={styles['table']}>
      <Table label={messages.text('escalations.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`escalations.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <IssueCell id={row.issue} issue={issues?.get(row.issue)} />
              </th>
              <td>
                <Moment at={row.passedAt} calendarZone={undefined} now={now} />
                {isLate(row) && (
                  <div className="note">
                    {messages.text('escalations.seen')}{' '}
                    <Moment at={row.raisedAt} calendarZone={undefined} now={now} />
                  </div>
                )}
              </td>
              <td>
                {messages.text('escalations.target', {
                  target: messages.text(`timer.kind.${row.kind}`),
                  mark: markText(row.mark, messages),
                })}
                <div className="note">
                  {row.agreementName} · {row.goal}
                </div>
              </td>
              <td>
                <Steps steps={row.steps} actionText={actionText} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Steps({
  steps,
  actionText,
}: Pick<EscalationRow, 'steps'> & Pick<Props, 'actionText'>): ReactElement {
  const { messages } = useReader();
  const now = clockNow();
  if (steps.length === 0) return <span className="note">{messages.text('escalations.noAction')}</span>;
  return (
    <ul className={styles['steps']}>
      {steps.map((step, index) => (
        <li key={index}>
          <span>{actionText(step.action)}</span>
          <span className={styles['outcome']}>
            <Lozenge appearance={looks[step.outcome]}>
              {messages.text(`escalations.outcome.${step.outcome}`)}
            </Lozenge>
            {step.outcome !== 'to-do' && <Moment at={step.at} calendarZone={undefined} now={now} />}
          </span>
          {step.outcome === 'refused' && <span className="note">{reasonText(step.reason, messages)}</span>}
        </li>
      ))}
    </ul>
  );
}

const looks: Readonly<Record<StepOutcome, NonNullable<ComponentProps<typeof Lozenge>['appearance']>>> = {
  done: 'success',
  refused: 'removed',
  unsure: 'moved',
  'to-do': 'inprogress',
};
