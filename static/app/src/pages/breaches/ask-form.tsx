import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { BreachRow } from '../../../../../src/contract/breaches';
import { grounds, type ExceptionAsked, type Ground } from '../../../../../src/domain/breach/exception';
import { parseSpan } from '../../../../../src/domain/time/duration-text';
import type { Zone } from '../../../../../src/domain/time/zone';
import { useChangeBreaches } from '../../data/use-breaches';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { instantOf } from '../../text/wall-input';
import { zoneText } from '../../text/when';
import styles from './breaches.module.css';
import { mistakesIn } from './mistakes';
import { RefusedNotice } from './refused-notice';

const ways = ['whole', 'during', 'extension'] as const;
type Way = (typeof ways)[number];

interface Draft {
  readonly way: Way;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly ground: Ground;
  readonly reason: string;
}

interface Props {
  /** Of timers; at least one. */
  readonly rows: readonly Pick<BreachRow, 'id'>[];
  readonly close: () => void;
  readonly done?: () => void;
}

const FIELDS = ['reason', 'wanted.by', 'wanted.during.to'];

/** Asks that cycles are reported otherwise than they were measured. */
export function AskForm({ rows, close, done }: Props): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const asking = useChangeBreaches('askForExceptions');
  const [draft, setDraft] = useState<Draft>({
    way: 'whole',
    from: '',
    to: '',
    by: '',
    ground: 'customer-delay',
    reason: '',
  });
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const mistakes = mistakesIn(asking.error, FIELDS, '', messages);
  const mistakeAt = (path: string): string | undefined => {
    if (!unreadable.includes(path)) return mistakes.at(path);
    return messages.text(path === 'wanted.by' ? 'breaches.ask.noLength' : 'agreements.noTime');
  };
  const edit = (change: Partial<Draft>): void => {
    setDraft({ ...draft, ...change });
    setUnreadable([]);
    asking.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (asking.isPending) return;
    const wanted = wantedIn(draft, zone);
    if (Array.isArray(wanted)) return setUnreadable(wanted);
    const { ground, reason } = draft;
    asking.mutate(
      { cycles: rows.map(({ id }) => id), wanted, ground, reason },
      {
        onSuccess: () => {
          done?.();
          close();
        },
      },
    );
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p className="note">{messages.text('breaches.ask.text', { count: rows.length })}</p>
      <ChoiceField
        label={messages.text('breaches.ask.way')}
        value={draft.way}
        choices={ways.map((value) => ({ value, label: messages.text(`breaches.ask.ways.${value}`) }))}
        change={(value) => edit({ way: value as Way })}
      />
      {draft.way === 'during' && (
        <div className={styles['pair']}>
          <InputField
            type="datetime-local"
            label={messages.text('breaches.ask.from')}
            help={messages.text('breaches.said.toldAtHelp', { zone: zoneText(zone, clockNow(), reader) })}
            value={draft.from}
            change={(from) => edit({ from })}
            mistake={mistakeAt('wanted.during.from')}
          />
          <InputField
            type="datetime-local"
            label={messages.text('breaches.ask.to')}
            value={draft.to}
            change={(to) => edit({ to })}
            mistake={mistakeAt('wanted.during.to')}
          />
        </div>
      )}
      {draft.way === 'extension' && (
        <InputField
          label={messages.text('breaches.ask.by')}
          help={messages.text('breaches.ask.byHelp')}
          value={draft.by}
          change={(by) => edit({ by })}
          mistake={mistakeAt('wanted.by')}
        />
      )}
      <ChoiceField
        label={messages.text('breaches.ask.ground')}
        value={draft.ground}
        choices={grounds.map((value) => ({ value, label: messages.text(`breaches.ground.${value}`) }))}
        change={(value) => edit({ ground: value as Ground })}
      />
      <AreaField
        label={messages.text('breaches.ask.reason')}
        value={draft.reason}
        change={(reason) => edit({ reason })}
        mistake={mistakeAt('reason')}
      />
      <RefusedNotice error={asking.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={asking.isPending}>
          {messages.text('breaches.ask.submit')}
        </Button>
        <Button isDisabled={asking.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What is asked for, or the fields that nobody can make sense of. */
function wantedIn({ way, by, ...during }: Draft, zone: Zone): ExceptionAsked | string[] {
  if (way === 'whole') return { kind: 'exclusion' };
  if (way === 'extension') {
    const length = parseSpan(by);
    return length === undefined ? ['wanted.by'] : { kind: 'extension', by: length };
  }
  const [from, to] = [instantOf(during.from, zone), instantOf(during.to, zone)];
  if (from !== undefined && to !== undefined) return { kind: 'exclusion', during: { from, to } };
  return [
    ...(from === undefined ? ['wanted.during.from'] : []),
    ...(to === undefined ? ['wanted.during.to'] : []),
  ];
}
