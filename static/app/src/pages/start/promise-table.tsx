import type { ReactElement } from 'react';
import { presets, type PresetId } from '../../../../../src/domain/agreement/presets/presets';
import type { CalendarRecord } from '../../../../../src/domain/calendar/calendar';
import { compiledCalendar } from '../../../../../src/domain/calendar/compiled-calendars';
import { findWorkingTime } from '../../../../../src/domain/calendar/working-time';
import { parseSpan } from '../../../../../src/domain/time/duration-text';
import { NO_TIME } from '../../../../../src/domain/time/instant';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { clockNow } from '../../platform/clock';
import { durationText } from '../../text/duration';
import { resolved } from '../calendars/draft';

interface Props {
  readonly preset: PresetId;
  readonly calendar: CalendarRecord;
}

const columns = ['kind', 'audience', 'within', 'due'] as const;

/** What is promised, and when each would be due if it began now: hours are service hours, which people misjudge. */
export function PromiseTable({ preset, calendar }: Props): ReactElement {
  const { messages } = useReader();
  const now = clockNow();
  const hours = compiledCalendar(resolved(calendar, []));
  return (
    <Table label={messages.text('start.preview.title')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {messages.text(`start.goals.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {presets[preset].promises.map((promise) => {
          const within = parseSpan(promise.within) ?? NO_TIME;
          const due = findWorkingTime(hours, now, within);
          return (
            <tr key={`${promise.kind} ${promise.for}`}>
              <th scope="row">{messages.text(`timer.kind.${promise.kind}`)}</th>
              <td>{messages.text(`preset.goal.${promise.for}`)}</td>
              <td className="figure">{durationText(within, messages)}</td>
              <td>{due !== undefined && <Moment at={due} calendarZone={calendar.timeZone} now={now} />}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
