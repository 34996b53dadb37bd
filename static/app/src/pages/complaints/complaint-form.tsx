import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { ComplaintRow } from '../../../../../src/contract/complaints';
import type { Complaint } from '../../../../../src/domain/complaint/complaint';
import { useChangeComplaint } from '../../data/use-complaints';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { PersonField } from '../../parts/person-field';
import { useReader } from '../../parts/reader-context';
import { instantOf, wallInput } from '../../text/wall-input';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';

interface Props {
  /** What is changed; undefined for a new one. */
  readonly kept: ComplaintRow | undefined;
  /** What a new one begins with. */
  readonly origin?: Partial<Complaint>;
  readonly monitoring: MonitoringView;
  readonly cancel: () => void;
  readonly saved: (id: string) => void;
}

const FIELDS = ['customer', 'receivedAt', 'text', 'agreement', 'owner', 'due', 'issue'];

/** Records a complaint, or changes what was recorded. */
export function ComplaintForm({ kept, origin = {}, monitoring, cancel, saved }: Props): ReactElement {
  const { messages, zone } = useReader();
  const saving = useChangeComplaint('saveComplaint');
  const begun = kept?.doc ?? origin;
  const [draft, setDraft] = useState({
    customer: begun.customer ?? '',
    text: begun.text ?? '',
    agreement: begun.agreement ?? '',
    owner: begun.owner ?? '',
    due: begun.due ?? '',
    issue: begun.issue ?? '',
    receivedAt: begun.receivedAt === undefined ? '' : wallInput(begun.receivedAt, zone),
  });
  const [isUnreadable, setUnreadable] = useState(false);
  const mistakes = mistakesIn(saving.error, FIELDS, 'doc.', messages);
  const edit = (change: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...change });
    setUnreadable(false);
    if (!mistakes.isOlder) saving.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { receivedAt: typed, agreement, issue, ...text } = draft;
    const read = instantOf(typed, zone);
    setUnreadable(read === undefined);
    if (read === undefined || saving.isPending) return;
    // The field shows minutes; what lies within one stays as it was.
    const before = kept?.doc.receivedAt;
    const receivedAt = before !== undefined && wallInput(before, zone) === typed ? before : read;
    const doc = {
      ...text,
      receivedAt,
      ...(kept && { id: kept.doc.id }),
      ...(agreement && { agreement }),
      ...(issue.trim() && { issue: issue.trim().toUpperCase() }),
      ...(begun.breach !== undefined && { breach: begun.breach }),
    };
    saving.mutate(
      { doc, seen: kept?.revision ?? 0 },
      { onSuccess: (view) => view && saved(view.row.doc.id) },
    );
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['pair']}>
        <InputField
          label={messages.text('complaints.field.customer')}
          value={draft.customer}
          change={(customer) => edit({ customer })}
          mistake={mistakes.at('customer')}
        />
        <InputField
          type="datetime-local"
          label={messages.text('complaints.field.received')}
          value={draft.receivedAt}
          change={(receivedAt) => edit({ receivedAt })}
          mistake={isUnreadable ? messages.text('agreements.noTime') : mistakes.at('receivedAt')}
        />
      </div>
      <AreaField
        label={messages.text('complaints.field.text')}
        value={draft.text}
        change={(text) => edit({ text })}
        mistake={mistakes.at('text')}
      />
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('breaches.agreement')}
          value={draft.agreement}
          choices={[
            { value: '', label: messages.text('improvement.field.noTarget') },
            ...monitoring.agreements.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          change={(agreement) => edit({ agreement })}
          mistake={mistakes.at('agreement')}
        />
        <InputField
          label={messages.text('breaches.byHand.issue')}
          value={draft.issue}
          change={(issue) => edit({ issue })}
          mistake={mistakes.at('issue')}
        />
      </div>
      <div className={styles['pair']}>
        <PersonField
          label={messages.text('complaints.field.owner')}
          account={draft.owner}
          change={(owner) => edit({ owner })}
          mistake={mistakes.at('owner')}
        />
        <InputField
          type="date"
          label={messages.text('complaints.field.due')}
          value={draft.due}
          change={(due) => edit({ due })}
          mistake={mistakes.at('due')}
        />
      </div>
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
