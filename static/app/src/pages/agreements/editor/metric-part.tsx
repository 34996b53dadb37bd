import { useId, type ReactElement } from 'react';
import type { MetricDraft } from '../../../../../../src/domain/agreement/draft';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import { AlertsPart } from './alerts/alerts-part';
import { lies } from './check-draft';
import { ConditionField } from './condition/condition-field';
import { useFindings } from './editor-context';
import styles from './editor.module.css';
import { withEntry } from './entries';
import { GoalsPart } from './goals/goals-part';
import { MetricMore } from './metric-more';
import { OrderButtons } from './order-buttons';
import { PausesPart } from './pauses-part';
import { Said } from './said';

interface Props {
  readonly metric: MetricDraft;
  readonly change: (metric: MetricDraft) => void;
  readonly path: string;
  readonly remove: () => void;
  readonly previewAlerts: () => void;
  readonly place: Parameters<typeof OrderButtons>[0]['place'];
}

/** Parts of a metric that say themselves what was found in them. */
const parts = [
  'start',
  'stop',
  'cancel',
  'reset',
  'repeat',
  'startAt',
  'stopAt',
  'pause',
  'goals',
  'thresholds',
];

/** One metric: when its timer runs, what it promises, and of what people are told. */
export function MetricPart({ metric, change, path, remove, previewAlerts, place }: Props): ReactElement {
  const { messages } = useReader();
  const id = useId();
  const name = messages.text(`timer.kind.${metric.kind}`);
  const loose = useFindings(path).filter(
    ({ path: at }) => !parts.some((part) => lies(at, `${path}.${part}`)),
  );
  const set = (part: Partial<MetricDraft>): void => change({ ...metric, ...part });
  return (
    <section className={styles['metric']} aria-labelledby={id} data-row>
      <div className={styles['line']}>
        <h3 id={id} className="subheading" tabIndex={-1} data-focus>
          {name}
        </h3>
        <span className={styles['actions']}>
          <OrderButtons name={name} place={place} />
          <TextButton aria-label={messages.text('agreement.edit.removeNamed', { name })} onClick={remove}>
            {messages.text('agreement.edit.remove')}
          </TextButton>
        </span>
      </div>
      <p className="note">{messages.text(`agreement.edit.metric.about.${metric.kind}`)}</p>
      <Said findings={loose} />
      <ConditionField
        label={messages.text('agreement.edit.metric.start')}
        condition={metric.start}
        change={(start) => set({ start })}
        want="event"
        path={`${path}.start`}
      />
      <ConditionField
        label={messages.text('agreement.edit.metric.stop')}
        condition={metric.stop}
        change={(stop) => set({ stop })}
        want="event"
        path={`${path}.stop`}
      />
      <PausesPart pauses={metric.pause} change={(pause) => set({ pause })} path={`${path}.pause`} />
      <GoalsPart goals={metric.goals} change={(goals) => set({ goals })} path={`${path}.goals`} />
      <AlertsPart
        thresholds={metric.thresholds ?? []}
        change={(thresholds) =>
          change(withEntry(metric, 'thresholds', thresholds.length > 0 ? thresholds : undefined))
        }
        path={`${path}.thresholds`}
        preview={previewAlerts}
      />
      <MetricMore metric={metric} change={change} path={path} />
    </section>
  );
}
