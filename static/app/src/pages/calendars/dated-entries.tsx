import Button from '@atlaskit/button/new';
import { useEffect, useRef, type ReactElement } from 'react';
import type { WallInterval } from '../../../../../src/domain/calendar/calendar';
import { useReader } from '../../parts/reader-context';
import { ChoiceField, InputField } from '../../parts/field';
import styles from './calendars.module.css';
import { datesAs, datesKind, datesKinds, type DatesKind, type Entry } from './entry-dates';
import { HoursField } from './hours-field';

interface Props<Of extends Entry> {
  readonly kind: 'exceptions' | 'interruptions';
  readonly entries: readonly Of[];
  readonly change: (entries: readonly Of[]) => void;
  /** What can be added, by the label of its button. */
  readonly additions: readonly { readonly label: string; readonly entry: () => Of }[];
  readonly mistakeAt: (field: string) => string | undefined;
}

/** Dates with hours of their own, each in a row. */
export function DatedEntries<Of extends Entry>(props: Props<Of>): ReactElement {
  const { kind, entries, change, additions } = props;
  const { messages } = useReader();
  const group = useRef<HTMLFieldSetElement>(null);
  const shown = useRef(entries.length);
  useEffect(() => {
    // Whoever adds a row wants to fill it in.
    if (entries.length === shown.current + 1) {
      const rows = group.current?.querySelectorAll('[data-row]') ?? [];
      [...rows].at(-1)?.querySelector('select')?.focus();
    }
    shown.current = entries.length;
  }, [entries.length]);

  const remove = (index: number): void => {
    change(entries.filter((_, other) => other !== index));
    group.current?.querySelector<HTMLElement>('[data-adds] button')?.focus();
  };
  return (
    <fieldset ref={group} className={styles['group']}>
      <legend className="subheading">{messages.text(`calendars.${kind}.title`)}</legend>
      <p className="note">{messages.text(`calendars.${kind}.note`)}</p>
      {entries.map((entry, index) => (
        <EntryRow
          key={index}
          {...props}
          index={index}
          entry={entry}
          replace={(changed) => change(entries.map((other, at) => (at === index ? changed : other)))}
          remove={() => remove(index)}
        />
      ))}
      <div className="buttons" data-adds>
        {additions.map(({ label, entry }) => (
          <Button key={label} spacing="compact" onClick={() => change([...entries, entry()])}>
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

interface RowProps<Of extends Entry> extends Props<Of> {
  readonly index: number;
  readonly entry: Of;
  readonly replace: (entry: Of) => void;
  readonly remove: () => void;
}

function EntryRow<Of extends Entry>({
  kind,
  index,
  entry,
  replace,
  remove,
  mistakeAt,
}: RowProps<Of>): ReactElement {
  const { messages } = useReader();
  const path = `doc.${kind}[${index}]`;
  const setHours = (hours: readonly WallInterval[]): void => replace({ ...entry, hours });
  return (
    <div
      className={styles['entry']}
      role="group"
      aria-label={messages.text(`calendars.${kind}.row`, { number: index + 1, name: entry.name ?? '' })}
      data-row
    >
      <ChoiceField
        label={messages.text('calendars.when.label')}
        value={datesKind(entry)}
        choices={datesKinds.map((value) => ({ value, label: messages.text(`calendars.when.${value}`) }))}
        change={(value) => replace(datesAs(entry, value as DatesKind))}
      />
      <DateInputs path={path} entry={entry} replace={replace} mistakeAt={mistakeAt} />
      <div data-field={`${path}.hours`}>
        <HoursField
          label={messages.text(`calendars.${kind}.hours`)}
          hours={entry.hours}
          change={setHours}
          placeholder={messages.text(kind === 'exceptions' ? 'calendars.closed' : 'calendars.hoursExample')}
          mistake={mistakeAt(`${path}.hours`)}
        />
      </div>
      <div data-field={`${path}.name`}>
        <InputField
          label={messages.text(`calendars.${kind}.name`)}
          value={entry.name ?? ''}
          change={(name) => replace({ ...entry, name })}
          mistake={mistakeAt(`${path}.name`)}
        />
      </div>
      <span className={styles['remove']}>
        <Button
          appearance="subtle"
          onClick={remove}
          aria-label={messages.text(`calendars.${kind}.remove`, {
            number: index + 1,
            name: entry.name ?? '',
          })}
        >
          {messages.text('calendars.remove')}
        </Button>
      </span>
    </div>
  );
}

type DateProps<Of extends Entry> = Pick<RowProps<Of>, 'entry' | 'replace' | 'mistakeAt'> & {
  readonly path: string;
};

function DateInputs<Of extends Entry>({ path, entry, replace, mistakeAt }: DateProps<Of>): ReactElement {
  const { messages } = useReader();
  const input = (key: 'date' | 'from' | 'to' | 'yearly', value: string): ReactElement => (
    <div key={key} data-field={`${path}.${key}`}>
      <InputField
        label={messages.text(`calendars.date.${key}`)}
        type={key === 'yearly' ? 'text' : 'date'}
        {...(key === 'yearly' ? { placeholder: '12-25' } : { max: '2199-12-30' })}
        value={value}
        change={(typed) => replace({ ...entry, [key]: typed })}
        mistake={mistakeAt(`${path}.${key}`)}
      />
    </div>
  );
  if ('date' in entry) return input('date', entry.date);
  if ('yearly' in entry) return input('yearly', entry.yearly);
  return (
    <div className={styles['range']}>
      {input('from', entry.from)}
      {input('to', entry.to)}
    </div>
  );
}
