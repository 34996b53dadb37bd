import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FocusEvent, type FormEvent, type ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import type { CalendarRecord } from '../../../../../src/domain/calendar/calendar';
import { useSaveCalendar, type Home } from '../../data/use-calendars';
import type { StartingValues } from '../../data/use-starting-values';
import { useAddress, useUnsaved } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { CallFailure } from '../../platform/call-failure';
import { problemText } from '../../text/failure-text';
import { CalendarForm } from './calendar-form';
import styles from './calendars.module.css';
import {
  draftProblems,
  draftWarnings,
  idFor,
  isSame,
  newDraft,
  problemAt,
  resolved,
  tidied,
  type KeptCalendar,
} from './draft';
import { SaveFailed } from './save-failed';
import { YearView } from './year/year-view';

interface Props {
  readonly home: Home;
  readonly view: CalendarsView;
  /** What is edited; left out for a new calendar. */
  readonly kept: KeptCalendar | undefined;
  /** What a new calendar begins with. */
  readonly starting: Pick<StartingValues, 'zone' | 'week'>;
  readonly reload: () => void;
}

/** Edits a calendar, and shows the year that it comes to. What is wrong stands at its field as soon as that was left. */
export function CalendarEditor({ home, view, kept: opened, starting, reload }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go, replace } = useAddress();
  const saving = useSaveCalendar(home);
  const form = useRef<HTMLFormElement>(null);
  const [kept, setKept] = useState(opened);
  const [base, setBase] = useState<CalendarRecord>(
    () => opened?.record ?? newDraft(starting.zone, starting.week),
  );
  const [draft, setDraft] = useState(base);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wasTried, setWasTried] = useState(false);
  const isChanged = !isSame(draft, base);
  useUnsaved(isChanged);
  useEffect(() => {
    // What was new has an address of its own from now on.
    if (kept && !opened) replace('calendars', kept.record.id);
  }, [kept, opened, replace]);

  const now = clockNow();
  const sets = view.holidaySets.map(({ record }) => record);
  const problems = draftProblems(
    draft,
    sets.map(({ id }) => id),
  );
  const refused = saving.error instanceof CallFailure ? saving.error.problems : [];
  const mistakeAt = (field: string): string | undefined => {
    const isShown = wasTried || left.has(field) || field === 'doc.weekly';
    const found = (isShown && problemAt(problems, field)) || problemAt(refused, field);
    return found && problemText(found, messages);
  };

  const change = (changed: CalendarRecord): void => {
    setDraft(changed);
    if (!saving.isPending) saving.reset();
  };
  const leave = ({ target, relatedTarget }: FocusEvent): void => {
    // A message that appears would move the button away from under the pointer that presses it.
    if (relatedTarget instanceof HTMLButtonElement) return;
    const field = target.closest<HTMLElement>('[data-field]')?.dataset['field'];
    if (field !== undefined) setLeft(new Set([...left, field]));
  };

  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (saving.isPending) return;
    setWasTried(true);
    if (problems.length > 0) {
      // When the mistakes have come to stand at their fields.
      setTimeout(() => {
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-mistake] button')?.focus();
      });
      return;
    }
    const taken = [...view.calendars, ...view.holidaySets].map(({ record }) => record.id);
    const doc = { ...tidied(draft), id: draft.id || idFor(draft.name, taken, 'calendar') };
    const found = (answer: CalendarsView): KeptCalendar | undefined =>
      answer.calendars.find(({ record, home: of }) => record.id === doc.id && of === home);
    saving.mutate(
      { doc, seen: kept?.revision ?? 0 },
      {
        onSuccess: (answer) => {
          setKept(found(answer));
          setBase(doc);
          setDraft(doc);
          setWasTried(false);
        },
      },
    );
  };

  const warnings = problems.length === 0 ? draftWarnings(draft, sets, now) : [];
  const isSaved = !isChanged && saving.isSuccess && kept !== undefined;
  return (
    <section className="section" aria-labelledby="calendar-editor">
      <div>
        <TextButton onClick={() => go('calendars')}>{messages.text('calendars.back')}</TextButton>
      </div>
      <h2 id="calendar-editor" className="heading">
        {base.name || messages.text('calendars.new')}
      </h2>
      <form ref={form} className={styles['form']} onSubmit={save} onBlur={leave} noValidate>
        <CalendarForm draft={draft} change={change} sets={view.holidaySets} mistakeAt={mistakeAt} />
        {warnings.length > 0 && (
          <Notice tone="warning" title={messages.text('calendars.warnings', { count: warnings.length })}>
            {warnings.map((warning, index) => (
              <p key={index}>{problemText(warning, messages)}</p>
            ))}
          </Notice>
        )}
        {saving.error && <SaveFailed error={saving.error} reload={reload} />}
        {wasTried && problems.length > 0 && (
          <Notice tone="error">{messages.text('calendars.mend', { count: problems.length })}</Notice>
        )}
        {isSaved && (
          <Notice tone="success">
            {messages.text(home === 'site' ? 'calendars.savedSite' : 'calendars.saved', {
              revision: kept.revision,
            })}
          </Notice>
        )}
        <div className="buttons">
          <Button type="submit" appearance="primary" isLoading={saving.isPending}>
            {messages.text('calendars.save')}
          </Button>
          <Button onClick={() => go('calendars')}>
            {messages.text(isChanged ? 'calendars.cancel' : 'calendars.close')}
          </Button>
        </div>
      </form>
      {problems.length === 0 ? (
        <YearView calendar={resolved(tidied(draft), sets)} year={new Date(now).getUTCFullYear()} />
      ) : (
        <p className="note">{messages.text('calendars.noYear')}</p>
      )}
    </section>
  );
}
