import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ExceptionShown } from '../../../../../src/contract/breaches';
import type { ExceptionStep } from '../../../../../src/domain/breach/exception-life';
import { useChangeBreaches } from '../../data/use-breaches';
import { AreaField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import styles from './breaches.module.css';
import { mistakesIn } from './mistakes';
import { RefusedNotice } from './refused-notice';

interface Props {
  readonly step: ExceptionStep;
  /** At least one. */
  readonly exceptions: readonly ExceptionShown[];
  readonly close: () => void;
  readonly done?: () => void;
}

/** Approves what was asked for, refuses, revokes or withdraws it. */
export function StepForm({ step, exceptions, close, done }: Props): ReactElement {
  const { messages } = useReader();
  const deciding = useChangeBreaches('decideExceptions');
  const withdrawing = useChangeBreaches('withdrawExceptions');
  const [note, setNote] = useState('');
  const { error, isPending } = step === 'withdraw' ? withdrawing : deciding;
  const mistakes = mistakesIn(error, ['note'], '', messages);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isPending) return;
    const named = exceptions.map(({ doc: { id }, revision: seen }) => ({ id, seen }));
    const onSuccess = (): void => {
      done?.();
      close();
    };
    if (step === 'withdraw') withdrawing.mutate({ exceptions: named }, { onSuccess });
    else deciding.mutate({ step, note, exceptions: named }, { onSuccess });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{messages.text(`breaches.stepText.${step}`)}</p>
      {step !== 'withdraw' && (
        <AreaField
          label={messages.text(step === 'approve' ? 'breaches.noteIfAny' : 'breaches.note')}
          value={note}
          change={(text) => {
            setNote(text);
            deciding.reset();
          }}
          mistake={mistakes.at('note')}
        />
      )}
      <RefusedNotice error={error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={isPending}>
          {messages.text(`breaches.step.${step}`)}
        </Button>
        <Button isDisabled={isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}
