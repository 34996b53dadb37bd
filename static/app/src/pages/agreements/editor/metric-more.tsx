import { useState, type ReactElement } from 'react';
import type { MetricDraft } from '../../../../../../src/domain/agreement/draft';
import { ABLE } from '../../../../../../src/domain/agreement/known-field';
import {
  CARRY,
  cyclePolicies,
  goalChangePolicies,
  type GoalChange,
} from '../../../../../../src/domain/timer/metric';
import { ChoiceField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import { lies } from './check-draft';
import { FieldChoice } from './condition/field-choice';
import { useFindings } from './editor-context';
import styles from './editor.module.css';
import { withEntry } from './entries';
import { OptionalCondition } from './optional-condition';
import { Said } from './said';

interface Props {
  readonly metric: MetricDraft;
  readonly change: (metric: MetricDraft) => void;
  readonly path: string;
}

const events = ['repeat', 'cancel', 'reset'] as const;
const fields = ['startAt', 'stopAt'] as const;

/** What most metrics can do without, each with what it means. */
export function MetricMore({ metric, change, path }: Props): ReactElement {
  const { messages } = useReader();
  const found = useFindings(path).some(({ path: at }) =>
    [...events, ...fields].some((part) => lies(at, `${path}.${part}`)),
  );
  const [isAsked, setAsked] = useState(false);
  const isOpen = isAsked || found;
  const used = [...events, ...fields].filter((part) => metric[part] !== undefined).length;
  return (
    <div className={styles['part']}>
      <div>
        <TextButton aria-expanded={isOpen} onClick={() => setAsked(!isOpen)}>
          {messages.text('agreement.edit.more.title', { count: used })}
        </TextButton>
      </div>
      {isOpen && (
        <>
          <Policies metric={metric} change={change} />
          {events.map((event) => (
            <OptionalCondition
              key={event}
              label={messages.text(`agreement.edit.more.${event}.label`)}
              help={messages.text(`agreement.edit.more.${event}.help`)}
              condition={metric[event]}
              change={(condition) => change(withEntry(metric, event, condition))}
              want="event"
              path={`${path}.${event}`}
            />
          ))}
          {fields.map((field) => (
            <DateField key={field} part={field} metric={metric} change={change} path={path} />
          ))}
        </>
      )}
    </div>
  );
}

function DateField({
  part,
  metric,
  change,
  path,
}: Props & { readonly part: (typeof fields)[number] }): ReactElement {
  const { messages } = useReader();
  const findings = useFindings(`${path}.${part}`);
  const label = messages.text(`agreement.edit.more.${part}.label`);
  return (
    <div className={styles['condition']}>
      <span className="label">{label}</span>
      <p className="note">{messages.text(`agreement.edit.more.${part}.help`)}</p>
      <FieldChoice
        label={label}
        field={metric[part] ?? ''}
        change={(field) => change(withEntry(metric, part, field || undefined))}
        kinds={ABLE.date}
        none={messages.text('agreement.edit.more.noField')}
      />
      <Said findings={findings} />
    </div>
  );
}

function Policies({ metric, change }: Pick<Props, 'metric' | 'change'>): ReactElement {
  const { messages } = useReader();
  const goalChange = metric.goalChange ?? CARRY;
  return (
    <div className={styles['fields']}>
      <ChoiceField
        label={messages.text('agreement.edit.more.cycles.label')}
        help={messages.text(`agreement.edit.more.cycles.help.${metric.cycles}`)}
        value={metric.cycles}
        choices={cyclePolicies.map((value) => ({
          value,
          label: messages.text(`agreement.edit.more.cycles.${value}`),
        }))}
        change={(cycles) => change({ ...metric, cycles: cycles as MetricDraft['cycles'] })}
      />
      {(['shorter', 'longer'] as const).map((way) => (
        <ChoiceField
          key={way}
          label={messages.text(`agreement.edit.more.goalChange.${way}`)}
          help={messages.text(`agreement.edit.more.policyHelp.${goalChange[way]}`)}
          value={goalChange[way]}
          choices={goalChangePolicies.map((value) => ({
            value,
            label: messages.text(`agreement.edit.more.policy.${value}`),
          }))}
          change={(policy) =>
            change({ ...metric, goalChange: { ...goalChange, [way]: policy as GoalChange['shorter'] } })
          }
        />
      ))}
    </div>
  );
}
