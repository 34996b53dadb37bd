import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { BreachRow, MonitoringView } from '../../../../../src/contract/breaches';
import { useChangeBreaches } from '../../data/use-breaches';
import { useReader } from '../../parts/reader-context';
import styles from './breaches.module.css';
import { mistakesIn } from './mistakes';
import { RefusedNotice } from './refused-notice';
import { draftOf, NOTHING, saidOfMany, saidOfOne } from './said-draft';
import { SaidFields } from './said-fields';

interface Props {
  /** Of timers; at least one. */
  readonly rows: readonly BreachRow[];
  readonly monitoring: MonitoringView;
  readonly close: () => void;
  /** Called once it was saved, before it is closed. */
  readonly done?: () => void;
}

const FIELDS = ['cause', 'explanation', 'correctiveAction', 'told.at', 'told.how'];

/** Says why breaches came about: of one all that is said, of several what they have in common. */
export function ExplainForm({ rows, monitoring, close, done }: Props): ReactElement {
  const { messages, zone } = useReader();
  const saving = useChangeBreaches('saveBreaches');
  const [draft, setDraft] = useState(() => (rows.length > 1 ? NOTHING : draftOf(rows[0]?.said?.doc, zone)));
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const isMany = rows.length > 1;
  const mistakes = mistakesIn(saving.error, FIELDS, 'said.', messages);
  const edit = (change: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...change });
    setUnreadable([]);
    if (!mistakes.isOlder) saving.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (saving.isPending) return;
    const read = isMany ? saidOfMany(draft, zone) : saidOfOne(draft, zone);
    if ('unreadable' in read) return setUnreadable(read.unreadable);
    const breaches = rows.map(({ id, said }) => ({ id, seen: said?.revision ?? 0 }));
    saving.mutate(
      { breaches, said: read.said },
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
      {isMany && <p className="note">{messages.text('breaches.explain.many', { count: rows.length })}</p>}
      <SaidFields
        draft={draft}
        edit={edit}
        monitoring={monitoring}
        causeBefore={isMany ? undefined : rows[0]?.said?.doc.cause}
        isMany={isMany}
        mistakeAt={(path) =>
          unreadable.includes(path) ? messages.text('agreements.noTime') : mistakes.at(path)
        }
      />
      <RefusedNotice error={saving.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={saving.isPending}>
          {messages.text('breaches.save')}
        </Button>
        <Button isDisabled={saving.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}
