import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import type { ActionRow } from '../../../../../src/contract/improvement';
import {
  improvementTransitions,
  stepsFrom,
  type ImprovementStep,
} from '../../../../../src/domain/improvement/improvement-life';
import { useChangeAction, useIssueStates } from '../../data/use-improvement';
import { Dialog } from '../../parts/dialog';
import { AreaField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';

type SteppedWithWords = Exclude<ImprovementStep, 'complete'>;

interface Props {
  readonly row: ActionRow;
  /** What else can be done. */
  readonly children: ReactNode;
}

/** The steps that lead on; that it is done takes one click, all others a word. */
export function ActionSteps({ row, children }: Props): ReactElement {
  const { messages } = useReader();
  const completing = useChangeAction('takeActionStep');
  const [asked, setAsked] = useState<SteppedWithWords>();
  const { issue } = row.doc;
  const isDoneInJira = useIssueStates(issue ? [issue.id] : [])?.get(issue?.id ?? '')?.isDone ?? false;
  const steps = stepsFrom(row.doc);
  const take = (step: ImprovementStep): void => {
    if (step !== 'complete') return setAsked(step);
    completing.mutate({ id: row.doc.id, seen: row.revision, step, note: '' });
  };
  return (
    <>
      {isDoneInJira && steps.includes('complete') && (
        <Notice tone="success">{messages.text('improvement.doneInJiraSay')}</Notice>
      )}
      <div className="buttons">
        {steps.map((step) => (
          <Button
            key={step}
            appearance={step === 'complete' || step === 'confirm' ? 'primary' : 'default'}
            isLoading={step === 'complete' && completing.isPending}
            onClick={() => take(step)}
          >
            {messages.text(`improvement.step.${step}`)}
          </Button>
        ))}
        {children}
      </div>
      <RefusedNotice
        error={completing.error}
        others={mistakesIn(completing.error, [], '', messages).others}
      />
      {asked && (
        <Dialog title={messages.text(`improvement.stepTitle.${asked}`)} close={() => setAsked(undefined)}>
          <StepForm row={row} step={asked} close={() => setAsked(undefined)} />
        </Dialog>
      )}
    </>
  );
}

interface FormProps {
  readonly row: ActionRow;
  readonly step: SteppedWithWords;
  readonly close: () => void;
}

function StepForm({ row, step, close }: FormProps): ReactElement {
  const { messages } = useReader();
  const taking = useChangeAction('takeActionStep');
  const [note, setNote] = useState('');
  const mistakes = mistakesIn(taking.error, ['note'], '', messages);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (taking.isPending) return;
    taking.mutate({ id: row.doc.id, seen: row.revision, step, note }, { onSuccess: close });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{messages.text(`improvement.stepText.${step}`)}</p>
      <AreaField
        label={messages.text(
          improvementTransitions[step].saysWhy ? 'improvement.note' : 'improvement.noteIfAny',
        )}
        value={note}
        change={(text) => {
          setNote(text);
          taking.reset();
        }}
        mistake={mistakes.at('note')}
      />
      <RefusedNotice error={taking.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={taking.isPending}>
          {messages.text(`improvement.now.${step}`)}
        </Button>
        <Button isDisabled={taking.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}
