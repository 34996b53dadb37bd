import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { CalendarsView } from '../../../../../../src/contract/calendars';
import { useSaveHolidaySet, type Home } from '../../../data/use-calendars';
import { Disclosure } from '../../../parts/disclosure';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { problemText } from '../../../text/failure-text';
import { HolidaySetTable, type KeptSet } from './holiday-set-table';
import styles from './holidays.module.css';
import { SaveFailure } from './save-failure';

interface Props {
  readonly home: Home;
  readonly view: CalendarsView;
  readonly open: (id: string) => void;
  readonly add: () => void;
  readonly reload: () => void;
}

/** All holiday sets, and the way to more; those put away are folded. */
export function HolidaySetList({ home, view, open, add, reload }: Props): ReactElement {
  const { messages } = useReader();
  const saving = useSaveHolidaySet(home);
  const { calendars, holidaySets, findings } = view;
  const inUse = holidaySets.filter(({ record }) => !record.archived);
  const archived = holidaySets.filter((set) => set.home === home && set.record.archived);
  const ending = findings.filter(({ code }) => code === 'calendar.holidays-end');
  const setArchived = (
    { record: { archived: _, ...record }, revision }: KeptSet,
    isArchived: boolean,
  ): void => saving.mutate({ doc: { ...record, ...(isArchived && { archived: true }) }, seen: revision });

  return (
    <section className="section" aria-labelledby="holiday-sets">
      <div className="section-head">
        <h2 id="holiday-sets" className="heading">
          {messages.text('holidays.title')}
        </h2>
        <Button appearance="primary" onClick={add}>
          {messages.text('holidays.new')}
        </Button>
      </div>
      <p className="note">{messages.text(`holidays.intro.${home}`)}</p>
      {ending.map((finding) => (
        <Notice key={finding.path} tone="warning">
          {problemText(finding, messages)}
        </Notice>
      ))}
      {inUse.length > 0 ? (
        <HolidaySetTable
          home={home}
          sets={inUse}
          calendars={calendars}
          open={open}
          putAway={(set) => setArchived(set, true)}
        />
      ) : (
        <Notice tone="information" title={messages.text('holidays.empty.title')}>
          {messages.text('holidays.empty.text')}
        </Notice>
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
      {archived.length > 0 && (
        <Disclosure summary={messages.text('holidays.archive.title', { count: archived.length })}>
          <ul className={styles['days']}>
            {archived.map((set) => (
              <li key={set.record.id} className={styles['day']}>
                <span className={styles['dayName']}>{set.record.name}</span>
                <Button
                  appearance="subtle"
                  spacing="compact"
                  onClick={() => setArchived(set, false)}
                  aria-label={messages.text('holidays.archive.bringBackOf', { name: set.record.name })}
                >
                  {messages.text('holidays.archive.bringBack')}
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
