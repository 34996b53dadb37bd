import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import { causesProblems, type Cause } from '../../../../../src/domain/breach/causes';
import { useSaveCauses } from '../../data/use-breaches';
import { useAddress, useUnsaved } from '../../parts/address';
import { InputField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { Tick } from '../../parts/tick';
import { problemText } from '../../text/failure-text';
import type { Messages } from '../../text/messages';
import { idFor } from '../calendars/draft';
import { causeName } from './breach-text';
import { BREACHES } from './breaches-address';
import styles from './breaches.module.css';
import { mistakesIn } from './mistakes';
import { RefusedNotice } from './refused-notice';

/** The list of causes that breaches of the project may have: its own, or the ready-made one to begin with. */
export function CausesEditor({ monitoring }: { readonly monitoring: MonitoringView }): ReactElement {
  const { messages } = useReader();
  const { go, keep } = useAddress();
  const saving = useSaveCauses();
  const [opened] = useState(() => named(monitoring, messages));
  const [causes, setCauses] = useState<readonly Cause[]>(opened);
  const [tries, setTries] = useState(0);
  const isChanged = JSON.stringify(causes) !== JSON.stringify(opened);
  useUnsaved(isChanged);
  const { mayMonitor, revision } = monitoring;
  const kept = revision > 0 ? monitoring.causes : undefined;
  const problems = causesProblems(causes, kept);
  const mistakes = mistakesIn(
    saving.error,
    causes.map((_, index) => `causes[${index}].name`),
    '',
    messages,
  );
  const mistakeAt = (path: string): string | undefined => {
    const found = tries > 0 ? problems.find((each) => each.path === path) : undefined;
    return found ? problemText(found, messages) : mistakes.at(path);
  };
  const edit = (index: number, changed: Cause): void => {
    saving.reset();
    setCauses(causes.map((cause, place) => (place === index ? changed : cause)));
  };

  const back = (): void => go(BREACHES);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (problems.length > 0 || saving.isPending) return;
    saving.mutate(
      { causes: withIds(causes), seen: revision },
      {
        onSuccess: () => {
          keep(false);
          back();
        },
      },
    );
  };
  return (
    <>
      <div>
        <TextButton onClick={back}>{messages.text('breaches.back')}</TextButton>
      </div>
      <h2 id="breaches" className="heading">
        {messages.text('breaches.causes.title')}
      </h2>
      {!mayMonitor && <Notice tone="warning">{messages.text('rights.monitor.mayNot')}</Notice>}
      <p className="note">{messages.text(kept ? 'breaches.causes.help' : 'breaches.causes.ready')}</p>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <ul className={styles['causes']}>
          {causes.map((cause, index) => (
            <li key={cause.id} className={styles['cause']}>
              <InputField
                label={messages.text('breaches.causes.name', { number: index + 1 })}
                isLabelHidden
                disabled={!mayMonitor}
                value={cause.name}
                change={(name) => edit(index, { ...cause, name })}
                mistake={mistakeAt(`causes[${index}].name`)}
              />
              <Tick
                label={messages.text('breaches.causes.retired')}
                isChecked={cause.retired ?? false}
                isDisabled={!mayMonitor}
                change={(isRetired) => {
                  const { retired: _before, ...rest } = cause;
                  edit(index, isRetired ? { ...rest, retired: true } : rest);
                }}
              />
            </li>
          ))}
        </ul>
        <p className="mistake" role="alert">
          {mistakeAt('causes')}
        </p>
        <RefusedNotice error={saving.error} others={mistakes.others} />
        {mayMonitor && (
          <div className="buttons">
            <Button onClick={() => setCauses([...causes, { id: unsavedId(causes), name: '' }])}>
              {messages.text('breaches.causes.add')}
            </Button>
            <Button type="submit" appearance="primary" isLoading={saving.isPending}>
              {messages.text('breaches.save')}
            </Button>
            <Button onClick={back}>{messages.text('agreements.cancel')}</Button>
          </div>
        )}
      </form>
    </>
  );
}

/** The causes with the names that they are shown by. */
const named = (monitoring: MonitoringView, messages: Messages): readonly Cause[] =>
  monitoring.causes.map((cause) => ({ ...cause, name: causeName(cause.id, monitoring, messages) }));

/** No id that was saved begins so. */
const UNSAVED = '~';

const unsavedId = (causes: readonly Cause[]): string =>
  `${UNSAVED}${causes.filter(({ id }) => id.startsWith(UNSAVED)).length}`;

/** Causes that have no id yet get one made of their name. */
function withIds(causes: readonly Cause[]): Cause[] {
  const taken = causes.flatMap(({ id }) => (id.startsWith(UNSAVED) ? [] : id));
  return causes.map((cause) => {
    const name = cause.name.trim();
    if (!cause.id.startsWith(UNSAVED)) return { ...cause, name };
    const id = idFor(name, taken, 'cause');
    taken.push(id);
    return { ...cause, id, name };
  });
}
