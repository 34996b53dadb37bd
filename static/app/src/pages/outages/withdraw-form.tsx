import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { OutageRow } from '../../../../../src/contract/outages';
import { useChangeOutage } from '../../data/use-outages';
import { AreaField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';

interface Props {
  readonly row: OutageRow;
  readonly close: () => void;
}

/** Takes an outage out of all figures, with a reason. */
export function WithdrawForm({ row, close }: Props): ReactElement {
  const { messages } = useReader();
  const withdrawing = useChangeOutage('withdrawOutage');
  const [reason, setReason] = useState('');
  const mistakes = mistakesIn(withdrawing.error, ['reason'], '', messages);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (withdrawing.isPending) return;
    withdrawing.mutate({ id: row.doc.id, seen: row.revision, reason }, { onSuccess: close });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{messages.text('outages.withdraw.text')}</p>
      <AreaField
        label={messages.text('outages.withdraw.reason')}
        value={reason}
        change={(text) => {
          setReason(text);
          if (!mistakes.isOlder) withdrawing.reset();
        }}
        mistake={mistakes.at('reason')}
      />
      <RefusedNotice error={withdrawing.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={withdrawing.isPending}>
          {messages.text('outages.withdraw.submit')}
        </Button>
        <Button isDisabled={withdrawing.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}
