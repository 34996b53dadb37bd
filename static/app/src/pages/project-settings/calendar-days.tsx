import type { ReactElement } from 'react';
import type { DefinitionsView } from '../../../../../src/contract/views';
import { countDays } from '../../../../../src/domain/calendar/dates';
import { Disclosure } from '../../parts/disclosure';
import { useReader } from '../../parts/reader-context';
import { dayText, type NamedDays } from '../../text/day-text';
import styles from './project-settings.module.css';

interface Props {
  readonly calendar: DefinitionsView['calendars'][number];
  readonly holidaySets: DefinitionsView['holidaySets'];
}

/** Where a calendar departs from its week: how often, and on request when. */
export function CalendarDays({ calendar, holidaySets }: Props): ReactElement {
  const { messages } = useReader();
  const { exceptions, interruptions = [], holidaySets: ids = [] } = calendar;
  const sets = holidaySets.filter(({ id }) => ids.includes(id));
  if (exceptions.length + interruptions.length + sets.length === 0) {
    return <>{messages.text('settings.noExceptions')}</>;
  }
  return (
    <>
      <Days title={messages.text('settings.exceptions', { count: exceptions.length })} days={exceptions} />
      {sets.map(({ id, name, days }) => {
        const count = days.reduce((total, day) => total + countDays(day), 0);
        return (
          <Days key={id} title={messages.text('settings.holidaySet', { name, days: count })} days={days} />
        );
      })}
      <Days
        title={messages.text('settings.interruptions', { count: interruptions.length })}
        days={interruptions}
      />
    </>
  );
}

interface DaysProps {
  readonly title: string;
  readonly days: readonly NamedDays[];
}

function Days({ title, days }: DaysProps): ReactElement | null {
  const reader = useReader();
  if (days.length === 0) return null;
  return (
    <Disclosure summary={title}>
      <ul className={`note ${styles['days']}`}>
        {days.map((day, index) => (
          <li key={index}>{dayText(day, reader)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
