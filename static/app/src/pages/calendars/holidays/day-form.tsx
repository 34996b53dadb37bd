import Button from '@atlaskit/button/new';
import * as v from 'valibot';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { nameSchema } from '../../../../../../src/contract/calendar';
import type { Dates } from '../../../../../../src/domain/calendar/dates';
import { datesProblems } from '../../../../../../src/domain/calendar/dates-rules';
import type { Holiday } from '../../../../../../src/domain/calendar/holiday-set';
import { ChoiceField, InputField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import { problemText } from '../../../text/failure-text';
import { monthName } from '../year/planned-day-text';
import styles from './holidays.module.css';

const kinds = ['date', 'range', 'yearly'] as const;
type Kind = (typeof kinds)[number];

interface Written {
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
  readonly month: string;
  readonly day: string;
  readonly name: string;
}

interface Props {
  /** The day that is changed; a new one when left out. */
  readonly initial?: Holiday;
  readonly submit: (day: Holiday) => void;
  readonly cancel?: () => void;
}

/** One day off, or several, by hand. Mistakes stand at their fields once somebody has tried to send them. */
export function DayForm({ initial, submit, cancel }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const [written, setWritten] = useState(() => writtenOf(initial));
  const [isTried, setTried] = useState(false);
  const { kind } = written;
  const dates = datesOf(written);
  const [wrong] = datesProblems(dates, '');
  const isNamed = v.is(nameSchema, written.name);
  const form = useRef<HTMLFormElement>(null);

  // It takes the place of the button that opened it.
  useEffect(() => {
    if (initial) form.current?.querySelector('select')?.focus();
  }, [initial]);

  const write = (change: Partial<Written>): void => setWritten({ ...written, ...change });

  const mistakeAt = (field: string, value: string): string | undefined => {
    if (!isTried || wrong?.path !== `.${field}`) return undefined;
    return value ? problemText(wrong, messages) : messages.text('holidays.day.noDate');
  };

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong || !isNamed) return;
    submit({ ...dates, name: written.name.trim() });
    setWritten(writtenOf(undefined, kind));
    setTried(false);
  };

  return (
    <form ref={form} className={styles['fields']} onSubmit={send} noValidate>
      <ChoiceField
        label={messages.text('holidays.day.kind')}
        value={kind}
        choices={kinds.map((value) => ({ value, label: messages.text(`holidays.day.kinds.${value}`) }))}
        change={(chosen) => write({ kind: chosen as Kind })}
      />
      {kind === 'yearly' ? (
        <>
          <ChoiceField
            label={messages.text('holidays.day.month')}
            value={written.month}
            choices={Array.from({ length: 12 }, (_, month) => ({
              value: twoDigits(month + 1),
              label: monthName(month, reader),
            }))}
            change={(month) => write({ month })}
          />
          <ChoiceField
            label={messages.text('holidays.day.dayOfMonth')}
            value={written.day}
            choices={Array.from({ length: 31 }, (_, day) => ({
              value: twoDigits(day + 1),
              label: String(day + 1),
            }))}
            change={(day) => write({ day })}
            mistake={mistakeAt('yearly', written.day)}
          />
        </>
      ) : (
        <InputField
          type="date"
          label={messages.text(kind === 'date' ? 'holidays.day.date' : 'holidays.day.from')}
          value={written.from}
          change={(from) => write({ from })}
          mistake={mistakeAt(kind === 'date' ? 'date' : 'from', written.from)}
        />
      )}
      {kind === 'range' && (
        <InputField
          type="date"
          label={messages.text('holidays.day.to')}
          value={written.to}
          change={(to) => write({ to })}
          mistake={mistakeAt('to', written.to)}
        />
      )}
      <InputField
        label={messages.text('holidays.day.name')}
        value={written.name}
        change={(name) => write({ name })}
        mistake={isTried && !isNamed ? messages.text('holidays.nameWrong') : undefined}
      />
      <div className={styles['actions']}>
        <Button type="submit">{messages.text(initial ? 'holidays.day.change' : 'holidays.day.add')}</Button>
        {cancel && (
          <Button appearance="subtle" onClick={cancel}>
            {messages.text('holidays.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

function writtenOf(day: Holiday | undefined, kind: Kind = 'date'): Written {
  const empty = { kind, from: '', to: '', month: '01', day: '01', name: '' };
  if (!day) return empty;
  const { name } = day;
  if ('date' in day) return { ...empty, kind: 'date', from: day.date, name };
  if ('from' in day) return { ...empty, kind: 'range', from: day.from, to: day.to, name };
  return { ...empty, kind: 'yearly', month: day.yearly.slice(0, 2), day: day.yearly.slice(3), name };
}

function datesOf({ kind, from, to, month, day }: Written): Dates {
  if (kind === 'yearly') return { yearly: `${month}-${day}` };
  return kind === 'date' ? { date: from } : { from, to };
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
