import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import { servingTransitions, type ServingStep } from '../../../../../src/domain/out-of-scope/out-of-scope';
import { useChangeScope } from '../../data/use-scope';
import { AreaField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';

interface Props {
  readonly step: ServingStep;
  readonly issue: string;
  readonly revision: number;
  readonly close: () => void;
}

/** Asks to serve an issue anyway, decides that, or takes it back. */
export function StepForm({ step, issue, revision: seen, close }: Props): ReactElement {
  const { messages } = useReader();
  const asking = useChangeScope('askToServe');
  const withdrawing = useChangeScope('withdrawServing');
  const deciding = useChangeScope('decideServing');
  const [note, setNote] = useState('');
  const taking = { ask: asking, withdraw: withdrawing, approve: deciding, refuse: deciding }[step];
  const { error, isPending } = taking;
  const mistakes = mistakesIn(error, ['note'], '', messages);
  const { says } = servingTransitions[step];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isPending) return;
    const then = { onSuccess: close };
    if (step === 'ask') asking.mutate({ reason: note, seen }, then);
    else if (step === 'withdraw') withdrawing.mutate({ seen }, then);
    else deciding.mutate({ issue, step, note, seen }, then);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{messages.text(`scope.stepText.${step}`)}</p>
      {step !== 'withdraw' && (
        <AreaField
          label={messages.text(says ? `scope.${says}` : 'scope.noteIfAny')}
          value={note}
          change={(text) => {
            setNote(text);
            taking.reset();
          }}
          mistake={mistakes.at('note')}
        />
      )}
      <RefusedNotice error={error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={isPending}>
          {messages.text(`scope.now.${step}`)}
        </Button>
        <Button isDisabled={isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}
