import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ReportingView } from '../../../../../src/contract/reporting';
import type { ListedField } from '../../../../../src/domain/agreement/known-field';
import { useProjectShape } from '../../data/use-project-shape';
import { useReporting, useSaveReporting } from '../../data/use-reporting';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField } from '../../parts/field';
import { NotSavedNotice } from '../../parts/not-saved-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { problemText } from '../../text/failure-text';
import { compareNames } from '../../text/names';
import styles from '../breaches/breaches.module.css';
import { ComplaintTypesSection } from '../complaints/complaint-types-section';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';

/** Which fields name customers and groups, by which the board and reports tell timers apart (R1), and which issues are complaints (M7). */
export function ReportingSection(): ReactElement {
  const { messages } = useReader();
  const reporting = useReporting();
  const shape = useProjectShape();
  const error = reporting.error ?? shape.error;
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('reporting.noRights')}</Notice>;
  }
  const retry = (): void => {
    void reporting.refetch();
    void shape.refetch();
  };
  return (
    <>
      <section className={styles['section']} aria-labelledby="reporting">
        <h2 id="reporting" className="heading">
          {messages.text('reporting.title')}
        </h2>
        <p>{messages.text('reporting.intro')}</p>
        {error && <FailureNotice error={error} retry={retry} title={messages.text('reporting.failed')} />}
        {!error && !(reporting.data && shape.data) && (
          <DefinitionsSkeleton label={messages.text('reporting.loading')} />
        )}
        {reporting.data && shape.data && (
          <Form
            key={reporting.data.revision}
            view={reporting.data}
            fields={shape.data.fields}
            reload={() => void reporting.refetch()}
          />
        )}
      </section>
      <ComplaintTypesSection />
    </>
  );
}

const parts = ['customer', 'team'] as const;

interface Props {
  readonly view: ReportingView;
  readonly fields: readonly ListedField[];
  readonly reload: () => void;
}

function Form({ view, fields, reload }: Props): ReactElement {
  const { messages, locale } = useReader();
  const saving = useSaveReporting();
  const [chosen, setChosen] = useState(view.fields);
  const problems = saving.error instanceof CallFailure ? saving.error.problems : [];
  const known = fields
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => compareNames(a.label, b.label, locale));
  const choicesFor = (field: string | undefined) => [
    { value: '', label: messages.text('reporting.none') },
    ...(field === undefined || known.some(({ value }) => value === field)
      ? []
      : [{ value: field, label: messages.text('reporting.gone', { field }) }]),
    ...known,
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate({ fields: chosen, seen: view.revision });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {parts.map((part) => {
        const mistake = problems.find(({ path }) => path === `fields.${part}`);
        return (
          <ChoiceField
            key={part}
            label={messages.text(`reporting.${part}.label`)}
            help={messages.text(`reporting.${part}.help`)}
            value={chosen[part] ?? ''}
            choices={choicesFor(chosen[part])}
            change={(field) => {
              const { [part]: _before, ...others } = chosen;
              setChosen(field === '' ? others : { ...others, [part]: field });
            }}
            mistake={mistake && problemText(mistake, messages)}
          />
        );
      })}
      {saving.error && (
        <NotSavedNotice
          error={saving.error}
          title={messages.text('breaches.notSaved')}
          reload={messages.text('agreements.reload')}
          onReload={reload}
        />
      )}
      <p className="note">{messages.text('reporting.anew')}</p>
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={saving.isPending}>
          {messages.text('reporting.save')}
        </Button>
      </div>
    </form>
  );
}
