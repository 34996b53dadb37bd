import type { ReactElement } from 'react';
import type { HealthView } from '../../../../../../src/contract/health';
import { instant } from '../../../../../../src/domain/time/instant';
import { useProjectNames } from '../../../data/use-names';
import { Filled } from '../../../parts/filled';
import { Moment } from '../../../parts/moment';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { useNow } from '../../../parts/use-now';
import { asOfText } from '../../../text/when';
import { styles } from '../styles';
import { DriftList } from './drift-list';
import { ProjectRow } from './project-row';
import { TroubleTable } from './trouble-table';

interface Props {
  readonly health: HealthView;
  /** When it was read (epoch ms). */
  readonly asOf: number;
}

const columns = ['project', 'waiting', 'judged', 'reconciled', 'checked', 'backfill'] as const;

/** What holds work, how far each project is, and what somebody should look at. */
export function HealthSection({ health, asOf }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const now = useNow();
  const names = useProjectNames(health.projects.map(({ project }) => project));
  return (
    <section className={styles['section']} aria-labelledby="health">
      <h2 id="health" className="heading">
        {messages.text('admin.health.title')}
      </h2>
      <p className="note">
        {messages.text('admin.health.asOf', { time: asOfText(instant(asOf), now, reader) })}
      </p>
      {health.holds.map(({ until, reason, butUrgent }) => (
        <Notice key={String(butUrgent)} tone="warning">
          <Filled
            text={`admin.health.hold.${butUrgent ? 'urgent' : 'all'}`}
            values={{ reason, until: <Moment at={until} calendarZone={undefined} now={now} /> }}
          />
        </Notice>
      ))}
      <Table label={messages.text('admin.health.projects')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`admin.health.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {health.projects.map((each) => (
            <ProjectRow
              key={each.project}
              health={each}
              name={names.get(each.project) ?? messages.text('admin.projectUnnamed', { id: each.project })}
              now={now}
            />
          ))}
        </tbody>
      </Table>
      <DriftList health={health} now={now} />
      <TroubleTable troubles={health.troubles} now={now} />
    </section>
  );
}
