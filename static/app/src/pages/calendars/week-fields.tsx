import type { ReactElement } from 'react';
import type { CalendarRecord, WallInterval } from '../../../../../src/domain/calendar/calendar';
import { weekdays, type Weekday } from '../../../../../src/domain/time/local-date';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { weekdayName } from '../../text/weekly-hours';
import styles from './calendars.module.css';
import { HoursField } from './hours-field';
import { WeekPainter } from './week-painter';

interface Props {
  readonly weekly: CalendarRecord['weekly'];
  readonly change: (weekly: CalendarRecord['weekly']) => void;
  readonly mistakeAt: (field: string) => string | undefined;
}

const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** The hours of each weekday, typed or painted. */
export function WeekFields({ weekly, change, mistakeAt }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const set = (days: readonly Weekday[], hours: readonly WallInterval[]): void =>
    change({ ...weekly, ...Object.fromEntries(days.map((day) => [day, hours])) });
  return (
    <fieldset className={styles['group']}>
      <legend className="subheading">{messages.text('calendars.week.title')}</legend>
      <p className="note">{messages.text('calendars.week.note')}</p>
      <p className="mistake" role="alert" data-mistake={mistakeAt('doc.weekly')}>
        {mistakeAt('doc.weekly')}
      </p>
      <div className={styles['week']}>
        {weekdays.map((day) => {
          const name = weekdayName(day, reader, 'long');
          const hours = weekly[day] ?? [];
          return (
            <div key={day} className={styles['day']} data-field={`doc.weekly.${day}`}>
              <span className={styles['dayName']} aria-hidden="true">
                {name}
              </span>
              <HoursField
                label={name}
                isLabelHidden
                hours={hours}
                change={(typed) => set([day], typed)}
                placeholder={messages.text('calendars.closed')}
                mistake={mistakeAt(`doc.weekly.${day}`)}
              />
              <span className={styles['copy']}>
                <TextButton
                  aria-label={messages.text('calendars.week.toWorkdaysFrom', { day: name })}
                  onClick={() => set(workdays, hours)}
                >
                  {messages.text('calendars.week.toWorkdays')}
                </TextButton>
                <TextButton
                  aria-label={messages.text('calendars.week.toAllFrom', { day: name })}
                  onClick={() => set(weekdays, hours)}
                >
                  {messages.text('calendars.week.toAll')}
                </TextButton>
              </span>
            </div>
          );
        })}
      </div>
      <WeekPainter weekly={weekly} change={change} />
    </fieldset>
  );
}
