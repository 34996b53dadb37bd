import type { ReactElement } from 'react';
import { Disclosure } from '../../../parts/disclosure';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { dayOfYearText, plannedDayText } from './planned-day-text';
import { departs, type PlannedDay } from './year-plan';

/** In words, the days of a year that are not as in every week. */
export function Departures({ days }: { readonly days: readonly PlannedDay[] }): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const listed = days.filter(departs);
  if (listed.length === 0) return <p className="note">{messages.text('holidays.year.noDepartures')}</p>;
  return (
    <Disclosure summary={messages.text('holidays.year.departures', { count: listed.length })}>
      <Table label={messages.text('holidays.year.departures', { count: listed.length })}>
        <thead>
          <tr>
            <th scope="col">{messages.text('holidays.year.date')}</th>
            <th scope="col">{messages.text('holidays.year.what')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((planned) => (
            <tr key={planned.day}>
              <th scope="row">{dayOfYearText(planned, reader)}</th>
              <td>{plannedDayText(planned, reader)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  );
}
