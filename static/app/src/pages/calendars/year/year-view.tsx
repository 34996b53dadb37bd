import Button from '@atlaskit/button/new';
import { useId, useMemo, useState, type ReactElement } from 'react';
import type { Calendar } from '../../../../../../src/domain/calendar/calendar';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { durationText } from '../../../text/duration';
import { LegendSign } from './day-mark';
import { Departures } from './departures';
import { MonthTable } from './month-table';
import { dayKinds, planYear, yearsShown } from './year-plan';
import styles from './year.module.css';

interface Props {
  /** One without problems; see `calendarProblems`. */
  readonly calendar: Calendar;
  /** The year that is shown first. */
  readonly year: number;
}

/** What a calendar comes to in a year: each day of it, and the working time of the months and of the whole. */
export function YearView({ calendar, year: first }: Props): ReactElement {
  const { messages } = useReader();
  const [year, setYear] = useState(first);
  const id = useId();
  const { months, whole } = useMemo(() => planYear(calendar, year), [calendar, year]);
  const kinds = dayKinds.filter((kind) => whole.days.some((day) => day.kind === kind));
  const isInterrupted = whole.days.some(({ interruptedBy }) => interruptedBy.length > 0);
  const lacksHolidays = Boolean(calendar.holidaySets?.length) && !kinds.includes('holiday');
  const yearText = String(year);
  return (
    <section className={styles['year']} aria-labelledby={id}>
      <div className="section-head">
        <h3 id={id} className="subheading" aria-live="polite">
          {messages.text('holidays.year.title', { year: yearText })}
        </h3>
        <div className={styles['buttons']}>
          <Button
            spacing="compact"
            isDisabled={year <= yearsShown.first}
            onClick={() => setYear(year - 1)}
            aria-label={messages.text('holidays.year.earlier', { year: String(year - 1) })}
          >
            {`← ${year - 1}`}
          </Button>
          <Button
            spacing="compact"
            isDisabled={year >= yearsShown.last}
            onClick={() => setYear(year + 1)}
            aria-label={messages.text('holidays.year.later', { year: String(year + 1) })}
          >
            {`${year + 1} →`}
          </Button>
        </div>
      </div>
      <p>
        {messages.text('holidays.year.total', {
          days: whole.openDays,
          time: durationText(whole.workingTime, messages),
          zone: calendar.timeZone,
        })}
      </p>
      {lacksHolidays && (
        <Notice tone="warning">{messages.text('holidays.year.noHolidays', { year: yearText })}</Notice>
      )}
      <ul className={styles['legend']} aria-label={messages.text('holidays.year.legend')}>
        {[...kinds, ...(isInterrupted ? (['interruption'] as const) : [])].map((kind) => (
          <li key={kind}>
            <LegendSign kind={kind} />
            {messages.text(`holidays.year.kind.${kind}`)}
          </li>
        ))}
      </ul>
      <div className={styles['months']}>
        {months.map((planned, month) => (
          <MonthTable key={month} month={month} planned={planned} />
        ))}
      </div>
      <Departures days={whole.days} />
    </section>
  );
}
