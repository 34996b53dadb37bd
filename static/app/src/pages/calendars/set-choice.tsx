import type { ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import { countDays } from '../../../../../src/domain/calendar/dates';
import { useReader } from '../../parts/reader-context';
import { Tick } from '../../parts/tick';
import styles from './calendars.module.css';

interface Props {
  readonly sets: CalendarsView['holidaySets'];
  readonly chosen: readonly string[];
  readonly change: (chosen: readonly string[]) => void;
  readonly mistake: string | undefined;
}

/** Which holiday sets close the calendar's days. One that was put away stays while it is chosen. */
export function SetChoice({ sets, chosen, change, mistake }: Props): ReactElement {
  const { messages } = useReader();
  const offered = sets.filter(({ record }) => !record.archived || chosen.includes(record.id));
  return (
    <fieldset className={styles['group']} data-field="doc.holidaySets">
      <legend className="subheading">{messages.text('calendars.sets.title')}</legend>
      <p className="note">
        {messages.text(offered.length > 0 ? 'calendars.sets.note' : 'calendars.sets.none')}
      </p>
      {offered.map(({ record: { id, name, days, archived }, home }) => (
        <Tick
          key={id}
          label={messages.text(`calendars.sets.${archived ? 'archived' : home}`, {
            name,
            days: days.reduce((sum, day) => sum + countDays(day), 0),
          })}
          isChecked={chosen.includes(id)}
          change={(isChecked) => change(isChecked ? [...chosen, id] : chosen.filter((other) => other !== id))}
        />
      ))}
      <p className="mistake" role="alert" data-mistake={mistake}>
        {mistake}
      </p>
    </fieldset>
  );
}
