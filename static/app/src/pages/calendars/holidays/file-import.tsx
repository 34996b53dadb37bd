import Button from '@atlaskit/button/new';
import { useRef, useState, type ChangeEvent, type ReactElement } from 'react';
import type { IcsHolidays } from '../../../data/holidays-in-ics';
import { useReader } from '../../../parts/reader-context';
import { problemText } from '../../../text/failure-text';
import styles from './holidays.module.css';

interface Props {
  /** The present date: what comes back at irregular dates is listed from its year on. */
  readonly today: string;
  readonly add: (found: IcsHolidays, file: string) => void;
}

/** Calendars of holidays have some kilobytes. */
const LARGEST = 5_000_000;

/** Adds the all-day events of a calendar file. */
export function FileImport({ today, add }: Props): ReactElement {
  const { messages } = useReader();
  const chooser = useRef<HTMLInputElement>(null);
  const [mistake, setMistake] = useState<string>();
  const [isReading, setReading] = useState(false);

  const read = async (file: File): Promise<string | undefined> => {
    if (file.size > LARGEST) return messages.text('holidays.file.tooLarge');
    const [{ holidaysInIcs }, text] = await Promise.all([
      import('../../../data/holidays-in-ics'),
      file.text(),
    ]);
    const found = holidaysInIcs(text, today);
    if ('code' in found) return problemText(found, messages);
    add(found, file.name);
    return undefined;
  };

  const take = async ({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    setReading(true);
    setMistake(
      await read(file).catch(() => messages.text('transfer.import.unreadableFile', { name: file.name })),
    );
    setReading(false);
    // Otherwise choosing the same file again, after mending it, would not be noticed.
    if (chooser.current) chooser.current.value = '';
  };

  return (
    <div className={styles['import']}>
      <p className="note">{messages.text('holidays.file.note')}</p>
      <div>
        <Button isLoading={isReading} onClick={() => chooser.current?.click()}>
          {messages.text('holidays.file.choose')}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".ics,text/calendar"
          aria-label={messages.text('holidays.file.choose')}
          hidden
          onChange={(event) => void take(event)}
        />
      </div>
      <p className="mistake" role="alert">
        {mistake}
      </p>
    </div>
  );
}
