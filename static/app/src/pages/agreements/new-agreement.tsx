import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { AgreementRow } from '../../../../../src/contract/agreements';
import { agreementKinds, type AgreementKind } from '../../../../../src/domain/agreement/agreement';
import type { AgreementDraft } from '../../../../../src/domain/agreement/draft';
import { useAgreements, useSaveDraft } from '../../data/use-agreements';
import { useStartingValues, type StartingValues } from '../../data/use-starting-values';
import { useAddress, useUnsaved } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { wallInput } from '../../text/wall-input';
import { idFor } from '../calendars/draft';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import styles from './agreements.module.css';
import { EDIT } from './agreements-section';
import { NotSaved } from './not-saved';

/** Begins a new agreement: its name and whom it binds; the rest is written in its draft. */
export function NewAgreement(): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useAgreements();
  const starting = useStartingValues('project');
  return (
    <section className="section" aria-labelledby="new-agreement">
      <div>
        <TextButton onClick={() => go('agreements')}>{messages.text('agreements.back')}</TextButton>
      </div>
      <h2 id="new-agreement" className="heading">
        {messages.text('agreements.new')}
      </h2>
      {error && <FailureNotice error={error} retry={() => void refetch()} />}
      {!(data && starting) && !error && <DefinitionsSkeleton label={messages.text('agreements.loading')} />}
      {data && starting && (
        <NewForm agreements={data.agreements} zone={starting.zone} reload={() => void refetch()} />
      )}
    </section>
  );
}

interface FormProps {
  readonly agreements: readonly AgreementRow[];
  /** That of the new agreement's dates. */
  readonly zone: StartingValues['zone'];
  readonly reload: () => void;
}

function NewForm({ agreements, zone, reload }: FormProps): ReactElement {
  const { messages } = useReader();
  const { go, replace } = useAddress();
  const saving = useSaveDraft();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<AgreementKind>('SLA');
  const [wasTried, setWasTried] = useState(false);
  useUnsaved(name !== '' && !saving.isSuccess);
  const isNamed = name.trim() !== '';

  const create = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (!isNamed || saving.isPending) return;
    const id = idFor(
      name,
      agreements.map((each) => each.id),
      'agreement',
    );
    const text: AgreementDraft = {
      id,
      kind,
      name: name.trim(),
      timeZone: zone,
      effectiveFrom: wallInput(clockNow(), zone).slice(0, 10),
      metrics: [],
    };
    saving.mutate(
      { doc: { id, basedOn: 0, text }, seen: 0 },
      // What was written here is kept in the draft, so the way back does not lead here.
      { onSuccess: () => replace('agreements', id, EDIT) },
    );
  };

  return (
    <form className={styles['form']} onSubmit={create} noValidate>
      <InputField
        label={messages.text('agreements.column.name')}
        value={name}
        change={setName}
        maxLength={120}
        mistake={wasTried && !isNamed ? messages.text('problem.draft.no-name') : undefined}
        autoFocus
      />
      <ChoiceField
        label={messages.text('agreements.column.kind')}
        help={messages.text(`agreements.kindHelp.${kind}`)}
        value={kind}
        choices={agreementKinds.map((value) => ({
          value,
          label: messages.text(`settings.agreementKind.${value}`),
        }))}
        change={(value) => setKind(value as AgreementKind)}
      />
      {saving.error && <NotSaved error={saving.error} reload={reload} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={saving.isPending}>
          {messages.text('agreements.begin')}
        </Button>
        <Button onClick={() => go('agreements')}>{messages.text('agreements.cancel')}</Button>
      </div>
    </form>
  );
}
