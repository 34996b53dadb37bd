import Button from '@atlaskit/button/new';
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { Holiday } from '../../../../../../src/domain/calendar/holiday-set';
import type { Problem } from '../../../../../../src/domain/problem';
import { Disclosure } from '../../../parts/disclosure';
import { useReader } from '../../../parts/reader-context';
import { datesText, dayText } from '../../../text/day-text';
import { problemText } from '../../../text/failure-text';
import { DayForm } from './day-form';
import { byYear, countAll } from './draft-days';
import styles from './holidays.module.css';

interface Changes {
  readonly remove: (index: number) => void;
  readonly change: (index: number, day: Holiday) => void;
}

interface Props {
  readonly days: readonly Holiday[];
  /** Years that stand open at first. */
  readonly years: readonly string[];
  /** What is wrong, at paths such as `doc.days[0].date`. */
  readonly problems?: readonly Problem[];
  /** Left out where nobody may change anything. */
  readonly changes?: Changes;
}

/** The days of a set, year by year. */
export function DayList({ days, years, problems = [], changes }: Props): ReactElement {
  const { messages } = useReader();
  const groups = byYear(days);
  const list = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<number>();
  const left = useRef<{ readonly action: string; readonly index: number }>(undefined);

  // Whoever has removed or changed one by the keyboard goes on from there.
  useLayoutEffect(() => {
    if (!left.current) return;
    const { action, index } = left.current;
    left.current = undefined;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>(`[data-${action}]`) ?? [])];
    const next = buttons.find(({ dataset }) => Number(dataset[action]) >= index) ?? buttons.at(-1);
    (next?.querySelector('button') ?? list.current)?.focus();
  }, [days, edited]);

  const stopEditing = (index: number): void => {
    setEdited(undefined);
    left.current = { action: 'edit', index };
  };

  const row = (index: number, day: Holiday): ReactElement => {
    const wrong = problems.find(({ path }) => path.startsWith(`doc.days[${index}]`));
    if (changes && edited === index) {
      return (
        <li key={index} className={styles['editedDay']}>
          <DayForm
            initial={day}
            submit={(changed) => {
              changes.change(index, changed);
              stopEditing(index);
            }}
            cancel={() => stopEditing(index)}
          />
        </li>
      );
    }
    return <Row key={index} {...{ index, day, wrong }} actions={changes && actions(index, changes)} />;
  };
  const actions = (index: number, { remove }: Changes): RowActions => ({
    edit: () => setEdited(index),
    remove: () => {
      remove(index);
      setEdited(undefined);
      left.current = { action: 'remove', index };
    },
  });

  return (
    <div ref={list} tabIndex={-1} className={styles['years']}>
      {groups.map(([year, entries]) => (
        <Disclosure
          key={year}
          summary={messages.text('holidays.ofYear', {
            year: year === 'yearly' ? messages.text('holidays.everyYear') : year,
            days: countAll(entries.map(([, day]) => day)),
          })}
          open={groups.length === 1 || year === 'yearly' || years.includes(year) || undefined}
        >
          <ul className={styles['days']}>{entries.map(([index, day]) => row(index, day))}</ul>
        </Disclosure>
      ))}
    </div>
  );
}

interface RowActions {
  readonly edit: () => void;
  readonly remove: () => void;
}

interface RowProps {
  readonly index: number;
  readonly day: Holiday;
  readonly wrong: Problem | undefined;
  readonly actions: RowActions | undefined;
}

function Row({ index, day, wrong, actions }: RowProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const said = { day: dayText(day, reader) };
  return (
    <li className={styles['day']}>
      <span className={styles['dates']}>{datesText(day, reader, { weekday: 'short' })}</span>
      <span className={styles['dayName']}>
        {day.name}
        {wrong && <span className="mistake">{problemText(wrong, messages)}</span>}
      </span>
      {actions && (
        <span className={styles['rowActions']}>
          <span data-edit={index}>
            <Button
              appearance="subtle"
              spacing="compact"
              onClick={actions.edit}
              aria-label={messages.text('holidays.day.editOf', said)}
            >
              {messages.text('holidays.day.edit')}
            </Button>
          </span>
          <span data-remove={index}>
            <Button
              appearance="subtle"
              spacing="compact"
              onClick={actions.remove}
              aria-label={messages.text('holidays.day.removeOf', said)}
            >
              {messages.text('holidays.day.remove')}
            </Button>
          </span>
        </span>
      )}
    </li>
  );
}
