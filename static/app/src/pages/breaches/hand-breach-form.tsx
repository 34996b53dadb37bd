import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { BreachRow, MonitoringView } from '../../../../../src/contract/breaches';
import type { Breach } from '../../../../../src/domain/breach/breach';
import type { Zone } from '../../../../../src/domain/time/zone';
import { useChangeBreaches } from '../../data/use-breaches';
import { ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { instantOf, wallInput } from '../../text/wall-input';
import styles from './breaches.module.css';
import { mistakesIn } from './mistakes';
import { RefusedNotice } from './refused-notice';
import { draftOf, NOTHING, saidOfOne } from './said-draft';
import { SaidFields } from './said-fields';

interface Props {
  /** What is changed; null for a new one. */
  readonly kept: BreachRow['said'];
  /** With one agreement at least. */
  readonly monitoring: MonitoringView;
  readonly close: () => void;
  /** Called once it was taken out. */
  readonly removed: () => void;
}

const FIELDS = [
  'happenedAt',
  'byHand.agreement',
  'byHand.promised',
  'byHand.given',
  'byHand.issue',
  'cause',
  'explanation',
  'correctiveAction',
  'told.at',
  'told.how',
];

/** Writes down a breach that no timer measures, or changes what was written. */
export function HandBreachForm({ kept, monitoring, close, removed }: Props): ReactElement {
  const { messages, zone } = useReader();
  const saving = useChangeBreaches('saveBreachByHand');
  const { agreements } = monitoring;
  const [draft, setDraft] = useState(() => handDraftOf(kept?.doc, agreements[0]?.id ?? '', zone));
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const mistakes = mistakesIn(saving.error, FIELDS, 'doc.', messages);
  const mistakeAt = (path: string): string | undefined =>
    unreadable.includes(path) ? messages.text('agreements.noTime') : mistakes.at(path);
  const edit = (change: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...change });
    setUnreadable([]);
    if (!mistakes.isOlder) saving.reset();
  };
  const send = (isRemoved: boolean): void => {
    if (saving.isPending) return;
    const read = saidOfOne(draft, zone);
    const happenedAt = instantOf(draft.happenedAt, zone);
    const wrong = [
      ...(happenedAt === undefined ? ['happenedAt'] : []),
      ...('unreadable' in read ? read.unreadable : []),
    ];
    setUnreadable(wrong);
    if (happenedAt === undefined || 'unreadable' in read) return;
    const { cause, party, told, kind, explanation = '', correctiveAction = '' } = read.said;
    const { agreement, promised, given, issue } = draft;
    const doc = {
      ...(kept && { id: kept.doc.id }),
      kind,
      happenedAt: kept && sameMinute(kept.doc.happenedAt, happenedAt) ? kept.doc.happenedAt : happenedAt,
      byHand: { agreement, promised, given, ...(issue.trim() && { issue }) },
      explanation,
      correctiveAction,
      ...(cause && { cause }),
      ...(party && { party }),
      ...(told && { told }),
      ...(isRemoved && { removed: true as const }),
    };
    saving.mutate({ doc, seen: kept?.revision ?? 0 }, { onSuccess: isRemoved ? removed : close });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(false);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p className="note">{messages.text('breaches.byHand.help')}</p>
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('breaches.agreement')}
          value={draft.agreement}
          choices={agreements.map(({ id, name }) => ({ value: id, label: name }))}
          change={(agreement) => edit({ agreement })}
          mistake={mistakeAt('byHand.agreement')}
        />
        <InputField
          type="datetime-local"
          label={messages.text('breaches.byHand.happenedAt')}
          value={draft.happenedAt}
          change={(happenedAt) => edit({ happenedAt })}
          mistake={mistakeAt('happenedAt')}
        />
      </div>
      <InputField
        label={messages.text('breaches.promised')}
        value={draft.promised}
        change={(promised) => edit({ promised })}
        mistake={mistakeAt('byHand.promised')}
      />
      <InputField
        label={messages.text('breaches.given')}
        value={draft.given}
        change={(given) => edit({ given })}
        mistake={mistakeAt('byHand.given')}
      />
      <InputField
        label={messages.text('breaches.byHand.issue')}
        value={draft.issue}
        change={(issue) => edit({ issue })}
        mistake={mistakeAt('byHand.issue')}
      />
      <SaidFields
        draft={draft}
        edit={edit}
        monitoring={monitoring}
        causeBefore={kept?.doc.cause}
        isMany={false}
        mistakeAt={mistakeAt}
      />
      <RefusedNotice error={saving.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={saving.isPending}>
          {messages.text('breaches.save')}
        </Button>
        <Button isDisabled={saving.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
        {kept && (
          <Button appearance="subtle" isDisabled={saving.isPending} onClick={() => send(true)}>
            {messages.text('breaches.byHand.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What the form begins with. */
function handDraftOf(doc: Breach | undefined, agreement: string, zone: Zone) {
  const byHand = doc?.byHand ?? { agreement, promised: '', given: '' };
  return {
    ...(doc ? draftOf(doc, zone) : { ...NOTHING, kind: 'below-standard' }),
    issue: '',
    ...byHand,
    happenedAt: doc ? wallInput(doc.happenedAt, zone) : '',
  };
}

/** The field shows minutes; what lies within one stays as it was. */
const sameMinute = (a: number, b: number): boolean => Math.floor(a / 60_000) === Math.floor(b / 60_000);
