import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { SatisfactionEntry } from '../../../../../src/contract/complaints';
import type { PayloadOf } from '../../../../../src/contract/resolver-api';
import {
  satisfactionSources,
  satisfactionValues,
  type SatisfactionValue,
} from '../../../../../src/domain/satisfaction/satisfaction';
import { useSaveSatisfaction } from '../../data/use-complaints';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';

interface Props {
  /** What is changed; undefined for a new one. */
  readonly kept: SatisfactionEntry | undefined;
  readonly monitoring: MonitoringView;
  readonly close: () => void;
}

const NUMBERS = ['n', ...satisfactionValues] as const;
const FIELDS = ['agreement', 'month', 'note', ...NUMBERS];

/** Enters how satisfied customers were in a month, or changes it. */
export function SatisfactionForm({ kept, monitoring, close }: Props): ReactElement {
  const { messages } = useReader();
  const saving = useSaveSatisfaction();
  const written = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const [draft, setDraft] = useState({
    agreement: kept?.doc.agreement ?? monitoring.agreements[0]?.id ?? '',
    month: kept?.doc.month.slice(0, 7) ?? '',
    source: kept?.doc.source ?? satisfactionSources[0],
    n: written(kept?.doc.n),
    score: written(kept?.doc.score),
    satisfied: written(kept?.doc.satisfied),
    nps: written(kept?.doc.nps),
    note: kept?.doc.note ?? '',
  });
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const mistakes = mistakesIn(saving.error, FIELDS, 'doc.', messages);
  const mistakeAt = (path: string): string | undefined =>
    unreadable.includes(path) ? messages.text('satisfaction.noNumber') : mistakes.at(path);
  const edit = (change: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...change });
    setUnreadable([]);
    if (!mistakes.isOlder) saving.reset();
  };
  const send = (isRemoved: boolean): void => {
    const wrong = NUMBERS.filter((name) => !Number.isFinite(numberIn(draft[name])));
    setUnreadable(wrong);
    if (wrong.length > 0 || saving.isPending) return;
    const doc: PayloadOf<'saveSatisfaction'>['doc'] = {
      ...(kept && { id: kept.doc.id }),
      agreement: draft.agreement,
      month: draft.month && `${draft.month}-01`,
      source: draft.source,
      n: numberIn(draft.n),
      ...Object.fromEntries(
        satisfactionValues
          .filter((value) => draft[value].trim() !== '')
          .map((value): [SatisfactionValue, number] => [value, numberIn(draft[value])]),
      ),
      note: draft.note,
      ...(isRemoved && { removed: true as const }),
    };
    saving.mutate({ doc, seen: kept?.revision ?? 0 }, { onSuccess: close });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(false);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('breaches.agreement')}
          value={draft.agreement}
          choices={monitoring.agreements.map(({ id, name }) => ({ value: id, label: name }))}
          change={(agreement) => edit({ agreement })}
          mistake={mistakeAt('agreement')}
        />
        <InputField
          type="month"
          label={messages.text('satisfaction.column.month')}
          value={draft.month}
          change={(month) => edit({ month })}
          mistake={mistakeAt('month')}
        />
      </div>
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('satisfaction.column.source')}
          value={draft.source}
          choices={satisfactionSources.map((value) => ({
            value,
            label: messages.text(`satisfaction.source.${value}`),
          }))}
          change={(source) =>
            edit({ source: satisfactionSources.find((each) => each === source) ?? draft.source })
          }
        />
        {NUMBERS.map((name) => (
          <InputField
            key={name}
            inputMode="decimal"
            label={messages.text(`satisfaction.field.${name}`)}
            value={draft[name]}
            change={(text) => edit({ [name]: text })}
            mistake={mistakeAt(name)}
          />
        ))}
      </div>
      <AreaField
        label={messages.text('satisfaction.field.note')}
        value={draft.note}
        change={(note) => edit({ note })}
        mistake={mistakeAt('note')}
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
            {messages.text('satisfaction.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A decimal comma is one too. */
const numberIn = (text: string): number => Number(text.trim().replace(',', '.'));
