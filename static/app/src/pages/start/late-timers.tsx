import type { ReactElement } from 'react';
import type { RulesPreviewView } from '../../../../../src/contract/rules-preview';
import { useIssueAddresses } from '../../data/use-names';
import { IssueLink } from '../../parts/issue-link';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { useNow } from '../../parts/use-now';
import styles from './start.module.css';

interface Props {
  readonly timers: RulesPreviewView['lateTimers'];
  /** How many there are in all. */
  readonly count: number;
}

/** As many as somebody looks at before they decide. */
const MOST_SHOWN = 10;

/** The timers that would be late at once, those late for longest first. */
export function LateTimers({ timers, count }: Props): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  const shown = [...timers].sort((a, b) => a.since - b.since).slice(0, MOST_SHOWN);
  const addresses = useIssueAddresses(shown.map(({ issue }) => issue));
  return (
    <div className={styles['late']}>
      <h3 id="late" className={styles['legend']}>
        {messages.text('start.late.title')}
      </h3>
      <Table label={messages.text('start.late.title')}>
        <thead>
          <tr>
            <th scope="col">{messages.text('start.late.issue')}</th>
            <th scope="col">{messages.text('start.late.timer')}</th>
            <th scope="col">{messages.text('start.late.since')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ issue, metric, kind, cycle, since }) => (
            <tr key={`${issue} ${metric} ${cycle}`}>
              <th scope="row">
                <IssueLink
                  address={addresses.get(issue)}
                  otherwise={messages.text('start.late.unnamed', { id: issue })}
                />
              </th>
              <td>{messages.text(`timer.kind.${kind}`)}</td>
              <td>
                <Moment at={since} calendarZone={undefined} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {count > shown.length && (
        <p className="note">{messages.text('start.late.more', { count: count - shown.length })}</p>
      )}
    </div>
  );
}
