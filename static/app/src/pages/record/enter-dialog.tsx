import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { RecordLineView } from '../../../../../src/contract/monitoring-record';
import { ruleOf } from '../../../../../src/domain/monitoring/measures';
import { amountOf, amountText } from '../../../../../src/domain/monitoring/periodic-target';
import type { Period } from '../../../../../src/domain/report/periods';
import { useSaveMeasurement } from '../../data/use-record';
import { Dialog } from '../../parts/dialog';
import { AreaField, InputField } from '../../parts/field';
import { NotSavedNotice } from '../../parts/not-saved-notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { problemText } from '../../text/failure-text';
import { examples } from '../agreements/editor/periodic/target-row';
import { periodText } from '../reports/report-text';
import { targetPeriod } from './record-address';

interface Props {
  readonly line: RecordLineView;
  /** Of the line. */
  readonly name: string;
  readonly period: Period;
  readonly close: () => void;
}

/** Enters the value of a period with its evidence, corrects it, or takes it back (M8). */
export function EnterDialog({ line, name, period, close }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { measure, target, agreement, entered } = line;
  const { unit } = ruleOf(measure);
  const saving = useSaveMeasurement();
  const isEntered = entered !== null && entered.value !== null;
  const [text, setText] = useState(isEntered ? amountText(unit, entered.value ?? 0) : '');
  const [evidence, setEvidence] = useState(entered?.evidence ?? '');
  const [isUnreadable, setUnreadable] = useState(false);
  const problems = saving.error instanceof CallFailure ? saving.error.problems : [];
  const mistakeAt = (path: string): string | undefined => {
    const found = problems.find((each) => each.path === path);
    return found && problemText(found, messages);
  };
  const save = (value: number | null): void => {
    const { kind, from } = period;
    if (!target || !targetPeriod(kind)) return;
    const doc = { agreement, target: target.id, period: { kind, from }, value, evidence };
    saving.mutate({ doc, seen: entered?.revision ?? 0 }, { onSuccess: close });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value = amountOf(unit, text);
    setUnreadable(value === undefined);
    if (value !== undefined) save(value);
  };
  const unreadable = messages.text(`problem.target.no-${unit}`, { found: text });
  return (
    <Dialog
      title={messages.text('record.enter.title', { name, period: periodText(period, reader) })}
      close={() => !saving.isPending && close()}
    >
      <form className="stack" onSubmit={submit} noValidate>
        <InputField
          label={messages.text('record.enter.value')}
          help={messages.text('record.enter.valueHelp', { example: examples[unit] })}
          value={text}
          change={setText}
          autoComplete="off"
          mistake={isUnreadable ? unreadable : mistakeAt('value')}
        />
        <AreaField
          label={messages.text('record.enter.evidence')}
          help={messages.text('record.enter.evidenceHelp')}
          value={evidence}
          change={setEvidence}
          mistake={mistakeAt('evidence')}
        />
        {saving.error && (
          <NotSavedNotice
            error={saving.error}
            title={messages.text('breaches.notSaved')}
            reload={messages.text('agreements.reload')}
            onReload={close}
          />
        )}
        <div className="buttons">
          <Button type="submit" appearance="primary" isLoading={saving.isPending}>
            {messages.text('record.enter.save')}
          </Button>
          {isEntered && (
            <Button isDisabled={saving.isPending} onClick={() => save(null)}>
              {messages.text('record.enter.takeBack')}
            </Button>
          )}
          <Button appearance="subtle" isDisabled={saving.isPending} onClick={close}>
            {messages.text('record.enter.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
