import type { ReactElement } from 'react';
import type { DefinitionsView } from '../../../../../src/contract/views';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { clockNow } from '../../platform/clock';
import { CalendarDays } from './calendar-days';
import { weeklyHoursTexts } from '../../text/weekly-hours';
import { dateText } from '../../text/when';
import styles from './project-settings.module.css';

/** The calendars in force: when service is given, on whose clock. */
export function CalendarTable({
  calendars,
  holidaySets,
}: Pick<DefinitionsView, 'calendars' | 'holidaySets'>): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const now = clockNow();
  const columns = ['calendar', 'zone', 'hours', 'exceptions', 'revision', 'changedAt'] as const;
  return (
    <section className={styles['section']} aria-labelledby="calendars">
      <h2 id="calendars" className="heading">
        {messages.text('settings.calendars')}
      </h2>
      <Table label={messages.text('settings.calendars')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`settings.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendars.map((calendar) => (
            <tr key={calendar.id}>
              <th scope="row">{calendar.name}</th>
              <td>{calendar.timeZone}</td>
              <td className="figure">
                {weeklyHoursTexts(calendar.weekly, reader).map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
              <td>
                <CalendarDays calendar={calendar} holidaySets={holidaySets} />
              </td>
              <td>{calendar.revision}</td>
              <td className="figure">{dateText(calendar.changedAt, now, reader)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
