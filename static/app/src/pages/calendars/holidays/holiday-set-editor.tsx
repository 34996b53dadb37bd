import Button from '@atlaskit/button/new';
import * as v from 'valibot';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { holidaySetSchema } from '../../../../../../src/contract/calendar';
import type { CalendarsView } from '../../../../../../src/contract/calendars';
import { holidaySetProblems } from '../../../../../../src/domain/calendar/calendar-rules';
import type { HolidaySet } from '../../../../../../src/domain/calendar/holiday-set';
import { useSaveHolidaySet, type Home } from '../../../data/use-calendars';
import { useUnsaved } from '../../../parts/address';
import { InputField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import { AddDays, type Addition } from './add-days';
import { DayList } from './day-list';
import { inOrder, withDays } from './draft-days';
import styles from './holidays.module.css';
import { isNewer, problemsOf, SaveFailure } from './save-failure';
import { freeId } from './set-names';
import type { WorkingDays } from './working-days-offer';

type Kept = CalendarsView['holidaySets'][number];

interface Props {
  readonly home: Home;
  /** What is edited; a new set when left out. */
  readonly kept: Kept | undefined;
  /** Ids that a new set may not have. */
  readonly knownIds: readonly string[];
  /** The present date on the reader's wall. */
  readonly today: string;
  readonly saved: (record: HolidaySet) => void;
  readonly cancel: () => void;
  /** Brings what somebody else has saved. */
  readonly reload: () => Promise<Kept | undefined>;
  readonly offer: (days: WorkingDays) => void;
}

/** What was just done to the days, and how they were before. */
interface Undoable {
  readonly said: string;
  readonly before: { readonly days: HolidaySet['days']; readonly source: string };
}

const NEW: HolidaySet = { id: '', name: '', days: [] };

/** Changes a holiday set, or makes one. Nothing that was written is lost unless its author wants that. */
export function HolidaySetEditor(props: Props): ReactElement {
  const { home, knownIds, today, saved, cancel, reload, offer } = props;
  const { messages } = useReader();
  const id = useId();
  const saving = useSaveHolidaySet(home);
  const [kept, setKept] = useState(props.kept);
  const before = kept ? ordered(kept.record) : NEW;
  const [draft, setDraft] = useState(before);
  const [undoable, setUndoable] = useState<Undoable>();
  const [tries, setTries] = useState(0);
  const isTried = tries > 0;
  const section = useRef<HTMLElement>(null);
  useUnsaved(JSON.stringify(draft) !== JSON.stringify(before));

  useEffect(() => {
    section.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const problems = [...(isTried ? holidaySetProblems(draft, 'doc') : []), ...problemsOf(saving.error)];
  const shape = v.safeParse(holidaySetSchema, tidied(draft, knownIds));
  const wrongFields = new Set(shape.issues?.map(({ path }) => path?.[0].key));

  const edit = (change: Partial<HolidaySet>): void => {
    if (!isNewer(saving.error)) saving.reset();
    setDraft({ ...draft, ...change });
  };
  const editDays = (days: HolidaySet['days'], said: string, change: Partial<HolidaySet> = {}): void => {
    setUndoable({ said, before: { days: draft.days, source: draft.source ?? '' } });
    edit({ days, ...change });
  };

  const addAll = ({ days, name, source, workingDays, timed }: Addition): void => {
    const { days: all, added } = withDays(draft.days, days);
    const said = messages.text('holidays.added', {
      added,
      known: withDays([], days).added - added,
      timed,
    });
    editDays(all, said, {
      ...(draft.name.trim() === '' && { name }),
      source: [...new Set([draft.source ?? '', source])].filter(Boolean).join('; '),
    });
    if (workingDays.length > 0) offer(workingDays);
  };

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (!shape.success || holidaySetProblems(draft, 'doc').length > 0) return;
    const doc = shape.output;
    saving.mutate({ doc, seen: kept?.revision ?? 0 }, { onSuccess: () => saved(doc) });
  };

  const showNewer = async (): Promise<void> => {
    const newer = await reload();
    saving.reset();
    if (!kept || !newer) return;
    setKept(newer);
    setDraft(ordered(newer.record));
    setUndoable(undefined);
  };

  return (
    <section ref={section} className={styles['editor']} aria-labelledby={id}>
      <h2 id={id} className="heading">
        {kept
          ? messages.text('holidays.editor.edit', { name: kept.record.name })
          : messages.text('holidays.editor.new')}
      </h2>
      <form id={`${id}-form`} className={styles['wide']} onSubmit={save} noValidate>
        <InputField
          label={messages.text('holidays.editor.name')}
          value={draft.name}
          change={(name) => edit({ name })}
          mistake={isTried && wrongFields.has('name') ? messages.text('holidays.nameWrong') : undefined}
        />
        <InputField
          label={messages.text('holidays.editor.source')}
          help={messages.text('holidays.editor.sourceHelp')}
          value={draft.source ?? ''}
          change={(source) => edit({ source })}
          mistake={isTried && wrongFields.has('source') ? messages.text('holidays.sourceWrong') : undefined}
        />
      </form>
      <AddDays today={today} isNew={!kept} add={addAll} />
      <div className={styles['part']}>
        <h3 className="subheading">{messages.text('holidays.editor.days')}</h3>
        <div className={styles['said']} role="status">
          {undoable && (
            <>
              <span>{undoable.said}</span>
              <Button
                spacing="compact"
                onClick={() => {
                  edit(undoable.before);
                  setUndoable(undefined);
                }}
              >
                {messages.text('holidays.undo')}
              </Button>
            </>
          )}
        </div>
        {draft.days.length === 0 && (
          <p className={isTried ? 'mistake' : 'note'} {...(isTried && { role: 'alert' })}>
            {messages.text(isTried ? 'holidays.editor.addDays' : 'holidays.editor.noDays')}
          </p>
        )}
        <DayList
          days={draft.days}
          years={[today.slice(0, 4), String(Number(today.slice(0, 4)) + 1)]}
          problems={problems}
          changes={{
            remove: (index) => {
              const said = messages.text('holidays.day.removed', { name: draft.days[index]?.name ?? '' });
              editDays(draft.days.toSpliced(index, 1), said);
            },
            change: (index, day) => edit({ days: inOrder(draft.days.with(index, day)) }),
          }}
        />
      </div>
      {saving.error && <SaveFailure error={saving.error} reload={() => void showNewer()} />}
      <div className={styles['actions']}>
        <Button type="submit" form={`${id}-form`} appearance="primary" isLoading={saving.isPending}>
          {messages.text('holidays.save.submit')}
        </Button>
        <Button onClick={cancel}>{messages.text('holidays.cancel')}</Button>
      </div>
    </section>
  );
}

const ordered = (record: HolidaySet): HolidaySet => ({ ...record, days: inOrder(record.days) });

/** As it is sent: with an id, and without a source that says nothing. */
function tidied({ source, ...draft }: HolidaySet, knownIds: readonly string[]): HolidaySet {
  const id = draft.id || freeId(draft.name, knownIds);
  return { ...draft, id, ...(source?.trim() && { source }) };
}
