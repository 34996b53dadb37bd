import type { ReactElement } from 'react';
import type { RepairsView } from '../../../../../../src/contract/repairs';
import { usePeople } from '../../../data/use-names';
import { Moment } from '../../../parts/moment';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { useNow } from '../../../parts/use-now';
import { styles } from '../styles';
import { ProposalText } from './proposal-text';

const columns = ['when', 'who', 'what', 'reason'] as const;

/** The repairs of a project, the latest first: who made them, when and why. */
export function RepairsMade({ made, agreements }: Pick<RepairsView, 'made' | 'agreements'>): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  const people = usePeople(made.map(({ by }) => by));
  return (
    <div className={styles['part']}>
      <h3 id="made" className="subheading">
        {messages.text('admin.repairs.made.title')}
      </h3>
      {made.length === 0 && <p>{messages.text('admin.repairs.made.none')}</p>}
      {made.length > 0 && (
        <Table label={messages.text('admin.repairs.made.title')}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {messages.text(`admin.repairs.made.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {made.map((repair, index) => (
              <tr key={index}>
                <th scope="row">
                  <Moment at={repair.at} calendarZone={undefined} now={now} />
                </th>
                <td>{people.get(repair.by) ?? messages.text('admin.somebody')}</td>
                <td>
                  <ProposalText proposal={repair} agreements={agreements} />
                  <p className="note">
                    {messages.text('admin.repairs.made.counts', {
                      changed: repair.changed,
                      timers: repair.timers,
                    })}
                  </p>
                </td>
                <td>{repair.reason}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
