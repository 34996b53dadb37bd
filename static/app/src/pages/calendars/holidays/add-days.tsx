import type { ReactElement } from 'react';
import type { Holiday } from '../../../../../../src/domain/calendar/holiday-set';
import { Disclosure } from '../../../parts/disclosure';
import { useReader } from '../../../parts/reader-context';
import { CountryImport } from './country-import';
import { DayForm } from './day-form';
import { FileImport } from './file-import';
import styles from './holidays.module.css';
import type { WorkingDays } from './working-days-offer';

/** Days to add to a set, and what a set that has no name or source yet can take over. */
export interface Addition {
  readonly days: readonly Holiday[];
  readonly name: string;
  readonly source: string;
  readonly workingDays: WorkingDays;
  /** Events of a file that have a time, and were left out. */
  readonly timed: number;
}

interface Props {
  readonly today: string;
  readonly isNew: boolean;
  readonly add: (addition: Addition) => void;
}

/** The three ways in which days come into a set. */
export function AddDays({ today, isNew, add }: Props): ReactElement {
  const { messages } = useReader();
  const none = { name: '', source: '', workingDays: [], timed: 0 };
  return (
    <div className={`${styles['part']} ${styles['adding']}`}>
      <h3 className="subheading">{messages.text('holidays.editor.add')}</h3>
      <Disclosure summary={messages.text('holidays.country.title')} open={isNew || undefined}>
        <CountryImport
          thisYear={Number(today.slice(0, 4))}
          add={({ days, workingDays }, place, years) =>
            add({
              ...none,
              days,
              workingDays,
              name: messages.text('holidays.country.name', { place }),
              source: messages.text('holidays.country.source', { place, years }),
            })
          }
        />
      </Disclosure>
      <Disclosure summary={messages.text('holidays.file.title')}>
        <FileImport
          today={today}
          add={(found, file) => add({ ...none, ...found, name: file.replace(/\.ics$/i, ''), source: file })}
        />
      </Disclosure>
      <Disclosure summary={messages.text('holidays.day.title')}>
        <DayForm submit={(day) => add({ ...none, days: [day] })} />
      </Disclosure>
    </div>
  );
}
