import type { ReactElement } from 'react';
import { weekdayOf, weekdays } from '../../../../../../src/domain/time/local-date';
import { DAY } from '../../../../../../src/domain/time/wall-clock';
import { useReader } from '../../../parts/reader-context';
import { durationText } from '../../../text/duration';
import { weekdayName } from '../../../text/weekly-hours';
import { DayMark } from './day-mark';
import { dayOfYearText, monthName, plannedDayText } from './planned-day-text';
import { departs, type Planned, type PlannedDay } from './year-plan';
import styles from './year.module.css';

interface Props {
  /** From 0. */
  readonly month: number;
  readonly planned: Planned;
}

/** A month as a wall calendar shows it; what each day is stands in it for those who hear it, and as a tooltip. */
export function MonthTable({ month, planned }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { days, openDays, workingTime } = planned;
  return (
    <table className={styles['month']}>
      <caption>
        <span className={styles['name']}>{monthName(month, reader)}</span>
        <span className={styles['sum']}>
          {messages.text('holidays.year.sum', {
            days: openDays,
            time: durationText(workingTime, messages),
          })}
        </span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekdayName(weekday, reader)}>
              {weekdayName(weekday, reader, 'narrow')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, index) => (
          <tr key={index}>
            {week.map((day, column) => (day ? <DayCell key={column} planned={day} /> : <td key={column} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ planned }: { readonly planned: PlannedDay }): ReactElement {
  const reader = useReader();
  const said = plannedDayText(planned, reader);
  return (
    <td
      data-kind={planned.kind}
      title={departs(planned) ? `${dayOfYearText(planned, reader)} · ${said}` : said}
    >
      {new Date(planned.day * DAY).getUTCDate()}
      <DayMark planned={planned} />
      <span className="visually-hidden">{` ${said}`}</span>
    </td>
  );
}

/** Rows from Monday to Sunday, with holes before the first day and behind the last. */
function weeksOf(days: readonly PlannedDay[]): (PlannedDay | undefined)[][] {
  const before = days[0] ? weekdays.indexOf(weekdayOf(days[0].day)) : 0;
  const rows = Math.ceil((before + days.length) / 7);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 7 }, (__, column) => days[row * 7 + column - before]),
  );
}
