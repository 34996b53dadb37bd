import type { ReactElement } from 'react';
import type { HealthView } from '../../../../../../src/contract/health';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { useIssueAddresses } from '../../../data/use-names';
import { IssueLink } from '../../../parts/issue-link';
import { Moment } from '../../../parts/moment';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { styles } from '../styles';

interface Props {
  readonly troubles: HealthView['troubles'];
  readonly now: Instant;
}

const columns = ['issue', 'action', 'outcome', 'when'] as const;

/** Actions of alerts that were refused, or of which nobody knows whether they were done. */
export function TroubleTable({ troubles, now }: Props): ReactElement {
  const { messages } = useReader();
  const addresses = useIssueAddresses(troubles.map(({ issue }) => issue));
  return (
    <div className={styles['part']}>
      <h3 id="troubles" className="subheading">
        {messages.text('admin.health.troubles.title')}
      </h3>
      {troubles.length === 0 && <p>{messages.text('admin.health.troubles.none')}</p>}
      {troubles.length > 0 && (
        <Table label={messages.text('admin.health.troubles.title')}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {messages.text(`admin.health.troubles.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {troubles.map(({ issue, action, state, reason, at }, index) => (
              <tr key={index}>
                <th scope="row">
                  <IssueLink
                    address={addresses.get(issue)}
                    otherwise={messages.text('admin.issueUnnamed', { id: issue })}
                  />
                </th>
                <td>{messages.text(`admin.health.troubles.kind.${action}`)}</td>
                <td>{messages.text(`admin.health.troubles.state.${state}`, { reason })}</td>
                <td>
                  <Moment at={at} calendarZone={undefined} now={now} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
