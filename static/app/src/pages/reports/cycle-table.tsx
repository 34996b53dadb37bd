import type { ReactElement } from 'react';
import type { CountedCycleView } from '../../../../../src/contract/figures';
import { useIssues } from '../../data/use-names';
import { IssueCell } from '../../parts/issue-cell';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { clockNow } from '../../platform/clock';
import { durationText } from '../../text/duration';
import { VerdictLozenge } from '../breaches/verdict-lozenge';
import styles from './reports.module.css';

const columns = ['issue', 'goal', 'used', 'measured', 'reported', 'ended'] as const;

/** Timers as they were counted, each in a row. */
export function CycleTable({ cycles }: { readonly cycles: readonly CountedCycleView[] }): ReactElement {
  const { messages } = useReader();
  const issues = useIssues(cycles.map(({ issue }) => issue));
  const now = clockNow();
  return (
    <div className={styles['cycles']}>
      <Table label={messages.text('reports.list.table')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`reports.list.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cycles.map(({ issue, cycle, goal, elapsed, within, verdict, reported, endedAt }) => (
            <tr key={`${issue} ${cycle}`}>
              <th scope="row">
                <IssueCell id={issue} issue={issues?.get(issue)} />
                {cycle > 1 && <div className="note">{messages.text('timer.cycle', { number: cycle })}</div>}
              </th>
              <td>{goal ?? <span className="note">{messages.text('breaches.verdict.no-promise')}</span>}</td>
              <td>
                {within === null
                  ? durationText(elapsed, messages)
                  : messages.text('reports.list.usedOf', {
                      used: durationText(elapsed, messages),
                      goal: durationText(within, messages),
                    })}
              </td>
              <td>
                <VerdictLozenge verdict={verdict} />
              </td>
              <td>
                <VerdictLozenge verdict={reported} />
              </td>
              <td>
                {endedAt === null ? (
                  <span className="note">{messages.text('breaches.verdict.open')}</span>
                ) : (
                  <Moment at={endedAt} calendarZone={undefined} now={now} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
