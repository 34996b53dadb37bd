import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { DefaultsView } from '../../../../../../src/contract/defaults';
import { serviceWeeks, type ServiceWeek } from '../../../../../../src/domain/agreement/presets/presets';
import {
  defaultBounds,
  DEFAULTS_ID,
  defaultsProblems,
  productDefaults,
  type DefaultNumber,
} from '../../../../../../src/domain/defaults/site-defaults';
import { useSaveDefaults } from '../../../data/use-defaults';
import { useUnsaved } from '../../../parts/address';
import { ChoiceField, InputField } from '../../../parts/field';
import { NotSavedNotice } from '../../../parts/not-saved-notice';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { CallFailure } from '../../../platform/call-failure';
import { problemText } from '../../../text/failure-text';
import { problemAt } from '../../calendars/draft';
import { ZoneField } from '../../calendars/zone-field';
import { styles } from '../styles';
import { defaultsOf, draftOf, type DefaultsDraft } from './defaults-draft';

interface Props {
  readonly view: DefaultsView;
  /** Brings what somebody else has saved. */
  readonly reload: () => Promise<DefaultsView | undefined>;
}

/** Edits the defaults. What is wrong stands at its field once somebody has tried to save. */
export function DefaultsForm({ view: opened, reload }: Props): ReactElement {
  const { messages, locale, zone } = useReader();
  const form = useRef<HTMLFormElement>(null);
  const saving = useSaveDefaults();
  const [base, setBase] = useState(opened);
  const [draft, setDraft] = useState(() => draftOf(opened.record));
  const [tries, setTries] = useState(0);
  const [isReset, setReset] = useState(false);
  const doc = defaultsOf(draft);
  const isChanged = JSON.stringify(doc) !== JSON.stringify(defaultsOf(draftOf(base.record)));
  useUnsaved(isChanged);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const problems = defaultsProblems(doc);
  const refused = saving.error instanceof CallFailure ? saving.error.problems : [];
  const mistakeAt = (field: string): string | undefined => {
    const found = (tries > 0 && problemAt(problems, field)) || problemAt(refused, field);
    return found && problemText(found, messages);
  };
  const edit = (change: Partial<DefaultsDraft>): void => {
    setDraft({ ...draft, ...change });
    setReset(false);
    if (!refused.some(({ code }) => code === 'record.newer')) saving.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (problems.length > 0 || saving.isPending) return;
    setReset(false);
    const onSuccess = (saved: DefaultsView): void => {
      setBase(saved);
      setTries(0);
    };
    saving.mutate({ doc, seen: base.revision }, { onSuccess });
  };
  const showNewer = async (): Promise<void> => {
    const newer = await reload();
    saving.reset();
    if (!newer) return;
    setBase(newer);
    setDraft(draftOf(newer.record));
  };
  const numberField = (name: DefaultNumber): ReactElement => (
    <InputField
      label={messages.text(`defaults.${name}.label`)}
      help={`${messages.text(`defaults.${name}.help`, defaultBounds[name])} ${messages.text(
        'defaults.product',
        { value: productDefaults[name].toLocaleString(locale) },
      )}`}
      inputMode="numeric"
      autoComplete="off"
      value={draft[name]}
      change={(value) => edit({ [name]: value })}
      mistake={mistakeAt(`doc.${name}`)}
    />
  );

  return (
    <section className={styles['section']} aria-labelledby="defaults">
      <h2 id="defaults" className="heading">
        {messages.text('defaults.title')}
      </h2>
      <p>{messages.text('defaults.intro')}</p>
      <form ref={form} className={styles['form']} onSubmit={submit} noValidate>
        <fieldset className={styles['group']}>
          <legend className="subheading">{messages.text('defaults.starting')}</legend>
          <ChoiceField
            label={messages.text('defaults.zone.label')}
            value={draft.hasZone ? 'chosen' : 'own'}
            choices={(['own', 'chosen'] as const).map((value) => ({
              value,
              label: messages.text(`defaults.zone.${value}`),
            }))}
            change={(value) => edit({ hasZone: value === 'chosen', timeZone: draft.timeZone || zone })}
          />
          {draft.hasZone && (
            <ZoneField
              zone={draft.timeZone}
              change={(timeZone) => edit({ timeZone })}
              mistake={mistakeAt('doc.timeZone')}
            />
          )}
          <ChoiceField
            label={messages.text('defaults.week.label')}
            help={messages.text('defaults.week.help')}
            value={draft.week}
            choices={weeks.map((value) => ({
              value,
              label: `${messages.text(`start.hours.name.${value}`)} – ${messages.text(`start.hours.detail.${value}`)}`,
            }))}
            change={(week) => edit({ week: week as ServiceWeek })}
          />
          {numberField('atRiskAt')}
        </fieldset>
        <fieldset className={styles['group']}>
          <legend className="subheading">{messages.text('defaults.running')}</legend>
          {numberField('expiringDays')}
          {numberField('jobPoints')}
        </fieldset>
        {isReset && <Notice tone="information">{messages.text('defaults.resetDone')}</Notice>}
        {saving.error && (
          <NotSavedNotice
            error={saving.error}
            title={messages.text('defaults.notSaved')}
            reload={messages.text('defaults.reload')}
            onReload={() => void showNewer()}
          />
        )}
        {!isChanged && saving.isSuccess && <Notice tone="success">{messages.text('defaults.saved')}</Notice>}
        <div className="buttons">
          <Button type="submit" appearance="primary" isLoading={saving.isPending}>
            {messages.text('defaults.save')}
          </Button>
          <Button
            onClick={() => {
              edit(draftOf({ id: DEFAULTS_ID }));
              setReset(true);
            }}
          >
            {messages.text('defaults.reset')}
          </Button>
        </div>
      </form>
    </section>
  );
}

const weeks = (Object.keys(serviceWeeks) as ServiceWeek[]).sort();
