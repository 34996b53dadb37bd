import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { ComplaintIssue } from '../../../../../src/contract/complaint-issues';
import { useAddress } from '../../parts/address';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { ComplaintIssueKey } from './complaint-issue';
import styles from './complaint-issues.module.css';
import { ComplaintLozenge } from './complaint-lozenge';
import { COMPLAINTS, newAddressOf, ONE } from './complaints-address';
import { TimersInShort } from './timers-in-short';

/** What there is to do comes first: on a narrow page the rest is scrolled to. */
const columns = ['issue', 'record', 'customer', 'created', 'owner', 'timers', 'outcome'] as const;

interface Props {
  readonly issues: readonly ComplaintIssue[];
  readonly mayMonitor: boolean;
}

/** Issues that are complaints, each with the complaint that names it. */
export function ComplaintIssueTable({ issues, mayMonitor }: Props): ReactElement {
  const { messages } = useReader();
  const now = clockNow();
  return (
    <div className={styles['table']}>
      <Table label={messages.text('complaints.issues.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`complaints.issues.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              <th scope="row">
                <ComplaintIssueKey issue={issue} />
                <div className="note">{issue.summary}</div>
              </th>
              <td>
                <RecordCell issue={issue} mayMonitor={mayMonitor} />
              </td>
              <td>{issue.reporter?.name ?? '—'}</td>
              <td>
                <Moment at={issue.createdAt} calendarZone={undefined} now={now} />
              </td>
              <td>
                {issue.assignee?.name ?? <span className="note">{messages.text('board.unassigned')}</span>}
              </td>
              <td>
                <TimersInShort timers={issue.timers} />
              </td>
              <td>
                {issue.resolution ?? '—'}
                <div className="note">{issue.status}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface RecordProps {
  readonly issue: ComplaintIssue;
  readonly mayMonitor: boolean;
}

/** The complaint that names an issue, or the way to record one. */
function RecordCell({ issue: { key, record }, mayMonitor }: RecordProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  if (record) {
    const text = messages.text('complaints.issues.recorded');
    return (
      <>
        <TextButton aria-label={`${text} ${key}`} onClick={() => go(COMPLAINTS, ONE, record.id)}>
          {text}
        </TextButton>
        <div>
          <ComplaintLozenge state={record.state} />
        </div>
      </>
    );
  }
  const notYet = <span className="note">{messages.text('complaints.issues.notRecorded')}</span>;
  if (!mayMonitor) return notYet;
  const text = messages.text('complaints.issues.record');
  return (
    <>
      <div>{notYet}</div>
      <div className="unprinted">
        <Button
          spacing="compact"
          aria-label={`${text} ${key}`}
          onClick={() => go(...newAddressOf({ issue: key }))}
        >
          {text}
        </Button>
      </div>
    </>
  );
}
