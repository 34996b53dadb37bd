import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { AgreementView } from '../../../../../src/contract/agreements';
import { runOffRules, type RunOff } from '../../../../../src/domain/timer/timeline';
import { useTakeStep } from '../../data/use-agreements';
import { Dialog } from '../../parts/dialog';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import { problemText } from '../../text/failure-text';
import { instantOf } from '../../text/wall-input';
import { zoneText } from '../../text/when';
import styles from './agreements.module.css';
import { NotSaved } from './not-saved';

/** The steps that the page of an agreement offers, beside writing and publishing its next version. */
export const offeredSteps = ['suspend', 'reinstate', 'terminate', 'continue', 'archive', 'restore'] as const;
export type OfferedStep = (typeof offeredSteps)[number];

/** What each step asks for, beside a reason. */
const asks: Readonly<Record<OfferedStep, readonly ('from' | 'to' | 'runOff')[]>> = {
  suspend: ['from', 'to'],
  reinstate: [],
  terminate: ['from', 'runOff'],
  continue: [],
  archive: [],
  restore: [],
};

interface Props {
  readonly step: OfferedStep;
  readonly view: AgreementView;
  readonly close: () => void;
  readonly reload: () => void;
}

/** Says what a step will do, asks what it needs, and takes it. */
export function StepDialog({ step, view, close, reload }: Props): ReactElement {
  const { messages, zone, ...reader } = useReader();
  const taking = useTakeStep();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [runOff, setRunOff] = useState<RunOff>('finish');
  const [reason, setReason] = useState('');
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const asked = asks[step];
  const problems = taking.error instanceof CallFailure ? taking.error.problems : [];
  const mistakeAt = (path: string): string | undefined => {
    if (unreadable.includes(path)) return messages.text('agreements.noTime');
    const found = problems.find((each) => each.path === path);
    return found && problemText(found, messages);
  };
  const cancel = (): void => {
    if (!taking.isPending) close();
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (taking.isPending) return;
    const [begins, ends] = [instantOf(from, zone), instantOf(to, zone)];
    const wrong = [
      ...(from && begins === undefined ? ['from'] : []),
      ...(to && ends === undefined ? ['to'] : []),
    ];
    setUnreadable(wrong);
    if (wrong.length > 0) return;
    taking.mutate(
      {
        agreement: view.row.id,
        seen: view.steps.length,
        step,
        reason,
        ...(begins !== undefined && { from: begins }),
        ...(ends !== undefined && { to: ends }),
        ...(step === 'terminate' && { runOff }),
      },
      { onSuccess: close },
    );
  };

  const now = clockNow();
  return (
    <Dialog title={messages.text(`agreements.step.${step}.title`, { name: view.row.name })} close={cancel}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <p>{messages.text(`agreements.step.${step}.text`)}</p>
        {asked.includes('from') && (
          <InputField
            type="datetime-local"
            label={messages.text('agreements.step.from')}
            help={messages.text('agreements.step.fromHelp', {
              zone: zoneText(zone, now, { messages, zone, ...reader }),
            })}
            value={from}
            change={setFrom}
            mistake={mistakeAt('from')}
          />
        )}
        {asked.includes('to') && (
          <InputField
            type="datetime-local"
            label={messages.text('agreements.step.to')}
            help={messages.text('agreements.step.toHelp')}
            value={to}
            change={setTo}
            mistake={mistakeAt('to')}
          />
        )}
        {asked.includes('runOff') && (
          <ChoiceField
            label={messages.text('agreements.step.runOff')}
            value={runOff}
            choices={runOffRules.map((value) => ({
              value,
              label: messages.text(`agreements.runOff.${value}`),
            }))}
            change={(value) => setRunOff(value as RunOff)}
          />
        )}
        <AreaField
          label={messages.text('agreements.step.reason')}
          value={reason}
          change={setReason}
          mistake={mistakeAt('reason')}
        />
        {problems.some(({ path }) => path === '') || (taking.error && problems.length === 0) ? (
          <NotSaved error={taking.error} reload={reload} />
        ) : null}
        {problems.some(({ path }) => path !== '') && (
          <Notice tone="error">{messages.text('agreements.mendAbove')}</Notice>
        )}
        <div className="buttons">
          <Button type="submit" appearance="primary" isLoading={taking.isPending}>
            {messages.text(`agreements.step.${step}.offer`)}
          </Button>
          <Button isDisabled={taking.isPending} onClick={close}>
            {messages.text('agreements.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
