import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { CalendarsView } from '../../../../../../src/contract/calendars';
import type { PublicHolidays } from '../../../../../../src/domain/calendar/public-holidays';
import { weekdays, type Weekday } from '../../../../../../src/domain/time/local-date';
import { useSaveCalendar, type Home } from '../../../data/use-calendars';
import { Disclosure } from '../../../parts/disclosure';
import { ChoiceField } from '../../../parts/field';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { dayText } from '../../../text/day-text';
import { intervalsText } from '../../../text/hours-today';
import { weekdayName } from '../../../text/weekly-hours';
import { withExtraDays } from './draft-days';
import styles from './holidays.module.css';
import { SaveFailure } from './save-failure';

export type WorkingDays = PublicHolidays['workingDays'];

interface Props {
  readonly days: WorkingDays;
  readonly home: Home;
  readonly calendars: CalendarsView['calendars'];
  readonly reload: () => void;
  readonly close: () => void;
}

/**
 * Days that people work in exchange for days off (调休). No holiday set can say that: they are exceptions of calendars,
 * and can be added to one here.
 */
export function WorkingDaysOffer({ days, home, calendars, reload, close }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const saving = useSaveCalendar(home);
  const [chosen, setChosen] = useState('');
  const [weekday, setWeekday] = useState<Weekday>('mon');
  const [said, setSaid] = useState<string>();
  const own = calendars.filter((each) => each.home === home && !each.record.archived);
  const calendar = own.find(({ record }) => record.id === chosen) ?? own[0];
  const hours = calendar?.record.weekly[weekday] ?? [];

  const add = (): void => {
    if (!calendar) return;
    const dates = days.map(({ date }) => date);
    const { record, added } = withExtraDays(
      calendar.record,
      dates,
      hours,
      messages.text('holidays.working.name'),
    );
    const done = messages.text('holidays.working.added', {
      added,
      known: dates.length - added,
      calendar: record.name,
    });
    if (added === 0) return setSaid(done);
    setSaid(undefined);
    saving.mutate({ doc: record, seen: calendar.revision }, { onSuccess: () => setSaid(done) });
  };

  return (
    <section className={styles['offer']} aria-label={messages.text('holidays.working.title')}>
      <Notice tone="information" title={messages.text('holidays.working.title')}>
        {messages.text('holidays.working.text', { count: days.length })}
      </Notice>
      <Disclosure summary={messages.text('holidays.working.list')}>
        <ul className={styles['plain']}>
          {days.map(({ date }) => (
            <li key={date}>{dayText({ date }, reader)}</li>
          ))}
        </ul>
      </Disclosure>
      {calendar ? (
        <>
          <div className={styles['fields']}>
            <ChoiceField
              label={messages.text('holidays.working.calendar')}
              value={calendar.record.id}
              choices={own.map(({ record }) => ({ value: record.id, label: record.name }))}
              change={setChosen}
            />
            <ChoiceField
              label={messages.text('holidays.working.weekday')}
              value={weekday}
              choices={weekdays.map((day) => ({ value: day, label: weekdayName(day, reader, 'long') }))}
              change={(day) => setWeekday(day as Weekday)}
              help={hours.length > 0 ? intervalsText(hours) : undefined}
              mistake={hours.length > 0 ? undefined : messages.text('holidays.working.noHours')}
            />
          </div>
          <div className={styles['actions']}>
            <Button isLoading={saving.isPending} isDisabled={hours.length === 0} onClick={add}>
              {messages.text('holidays.working.add')}
            </Button>
            <Button appearance="subtle" onClick={close}>
              {messages.text('holidays.working.close')}
            </Button>
          </div>
        </>
      ) : (
        <p>{messages.text('holidays.working.noCalendar')}</p>
      )}
      {saving.error && (
        <SaveFailure
          error={saving.error}
          reload={() => {
            saving.reset();
            reload();
          }}
        />
      )}
      <p role="status">{said}</p>
    </section>
  );
}
