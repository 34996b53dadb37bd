import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ActionRow, PlanAgreement } from '../../../../../src/contract/improvement';
import {
  improvementKinds,
  improvementSources,
  nonconformityParts,
  type ImprovementAction,
} from '../../../../../src/domain/improvement/improvement';
import { useChangeAction } from '../../data/use-improvement';
import { useAddress, useUnsaved } from '../../parts/address';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { PersonField } from '../../parts/person-field';
import { useReader } from '../../parts/reader-context';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';
import { docOf, draftOf, type ActionDraft } from './action-draft';
import { metricText } from './improvement-text';

interface Props {
  /** What is changed; undefined for a new one. */
  readonly kept: ActionRow | undefined;
  /** What a new one begins with. */
  readonly origin?: Partial<ImprovementAction>;
  readonly agreements: readonly PlanAgreement[];
  readonly cancel: () => void;
  readonly saved: (id: string) => void;
}

const FIELDS = [
  'title',
  'description',
  'agreement',
  'metric',
  'owner',
  'due',
  ...nonconformityParts.map((part) => `nonconformity.${part}`),
];

/** Plans an action, or changes one. */
export function ActionForm({ kept, origin = {}, agreements, cancel, saved }: Props): ReactElement {
  const { messages } = useReader();
  const saving = useChangeAction('saveAction');
  const [begun] = useState(() => draftOf(kept?.doc ?? origin));
  const [draft, setDraft] = useState(begun);
  const { keep } = useAddress();
  useUnsaved(draft !== begun);
  const mistakes = mistakesIn(saving.error, FIELDS, 'doc.', messages);
  const edit = (change: Partial<ActionDraft>): void => {
    setDraft({ ...draft, ...change });
    if (!mistakes.isOlder) saving.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (saving.isPending) return;
    saving.mutate(
      { doc: docOf(draft, kept?.doc.id), seen: kept?.revision ?? 0 },
      {
        onSuccess: ({ view }) => {
          keep(false);
          saved(view.row.doc.id);
        },
      },
    );
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <InputField
        label={messages.text('improvement.field.title')}
        value={draft.title}
        change={(title) => edit({ title })}
        mistake={mistakes.at('title')}
      />
      <AreaField
        label={messages.text('improvement.field.description')}
        value={draft.description}
        change={(description) => edit({ description })}
        mistake={mistakes.at('description')}
      />
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('improvement.field.kind')}
          value={draft.kind}
          choices={improvementKinds.map((value) => ({
            value,
            label: messages.text(`improvement.kind.${value}`),
          }))}
          change={(kind) => edit({ kind: improvementKinds.find((each) => each === kind) ?? draft.kind })}
        />
        <ChoiceField
          label={messages.text('improvement.field.source')}
          value={draft.source}
          choices={improvementSources.map((value) => ({
            value,
            label: messages.text(`improvement.source.${value}`),
          }))}
          change={(value) => {
            const source = improvementSources.find((each) => each === value) ?? draft.source;
            // What it came from before is none of another kind.
            edit({ source, sourceId: source === begun.source ? begun.sourceId : '' });
          }}
        />
      </div>
      <TargetFields draft={draft} edit={edit} agreements={agreements} mistakeAt={mistakes.at} />
      <div className={styles['pair']}>
        <PersonField
          label={messages.text('improvement.field.owner')}
          account={draft.owner}
          change={(owner) => edit({ owner })}
          mistake={mistakes.at('owner')}
        />
        <InputField
          type="date"
          label={messages.text('improvement.field.due')}
          value={draft.due}
          change={(due) => edit({ due })}
          mistake={mistakes.at('due')}
        />
      </div>
      {draft.source === 'audit' && (
        <fieldset className={styles['form']}>
          <legend className="subheading">{messages.text('improvement.nonconformity.title')}</legend>
          <p className="note">{messages.text('improvement.nonconformity.help')}</p>
          {nonconformityParts.map((part) => (
            <AreaField
              key={part}
              label={messages.text(`improvement.nonconformity.${part}`)}
              value={draft.nonconformity[part]}
              change={(text) => edit({ nonconformity: { ...draft.nonconformity, [part]: text } })}
              mistake={mistakes.at(`nonconformity.${part}`)}
            />
          ))}
        </fieldset>
      )}
      <RefusedNotice error={saving.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={saving.isPending}>
          {messages.text('breaches.save')}
        </Button>
        <Button isDisabled={saving.isPending} onClick={cancel}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface TargetProps {
  readonly draft: ActionDraft;
  readonly edit: (change: Partial<ActionDraft>) => void;
  readonly agreements: readonly PlanAgreement[];
  readonly mistakeAt: (path: string) => string | undefined;
}

/** Which agreement it is about, and which of its targets it should raise. */
function TargetFields({ draft, edit, agreements, mistakeAt }: TargetProps): ReactElement {
  const { messages } = useReader();
  const agreement = agreements.find(({ id }) => id === draft.agreement);
  const none = { value: '', label: messages.text('improvement.field.noTarget') };
  const gone = (value: string, isKnown: boolean) => (value && !isKnown ? [{ value, label: value }] : []);
  return (
    <div className={styles['pair']}>
      <ChoiceField
        label={messages.text('breaches.agreement')}
        value={draft.agreement}
        choices={[
          none,
          ...agreements.map(({ id, name }) => ({ value: id, label: name })),
          ...gone(draft.agreement, agreement !== undefined),
        ]}
        change={(id) => edit({ agreement: id, metric: '' })}
        mistake={mistakeAt('agreement')}
      />
      {draft.agreement && (
        <ChoiceField
          label={messages.text('improvement.field.metric')}
          help={messages.text('improvement.field.metricHelp')}
          value={draft.metric}
          choices={[
            none,
            ...(agreement?.metrics.map(({ id }) => ({
              value: id,
              label: metricText(id, agreement, messages),
            })) ?? []),
            ...gone(draft.metric, agreement?.metrics.some(({ id }) => id === draft.metric) ?? false),
          ]}
          change={(metric) => edit({ metric })}
          mistake={mistakeAt('metric')}
        />
      )}
    </div>
  );
}
