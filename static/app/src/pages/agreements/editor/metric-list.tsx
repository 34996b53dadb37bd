import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { MetricDraft } from '../../../../../../src/domain/agreement/draft';
import { metricKinds, type MetricKind } from '../../../../../../src/domain/timer/metric';
import { useStartingValues } from '../../../data/use-starting-values';
import { useReader } from '../../../parts/reader-context';
import { Adding } from './adding';
import { ROOT } from './check-draft';
import { useEditor } from './editor-context';
import styles from './editor.module.css';
import { moved } from './entries';
import { MetricPart } from './metric-part';
import { newMetric } from './metric-presets';
import { useRowFocus } from './use-row-focus';

interface Props {
  readonly metrics: readonly MetricDraft[];
  readonly change: (metrics: readonly MetricDraft[]) => void;
  /** Shows whom the alerts of all targets would have told. */
  readonly previewAlerts: () => void;
}

/** What is timed under the agreement. What was removed can be brought back. */
export function MetricList({ metrics, change, previewAlerts }: Props): ReactElement {
  const { messages } = useReader();
  const { shape, calendars } = useEditor();
  const starting = useStartingValues('project');
  const [removed, setRemoved] = useState<{ readonly metric: MetricDraft; readonly index: number }>();
  const rows = useRowFocus<HTMLDivElement>(metrics.length);
  const add = (kind: MetricKind): void => {
    const taken = metrics.map(({ id }) => id);
    const calendar = calendars.calendars.find(({ record }) => !record.archived)?.record.id ?? '';
    const metric = newMetric(kind, shape, taken, calendar);
    change([
      ...metrics,
      {
        ...metric,
        goals: metric.goals.map((goal) => ({ ...goal, ...starting?.goal })),
      },
    ]);
    setRemoved(undefined);
  };
  const undo = (): void => {
    if (removed) change(metrics.toSpliced(removed.index, 0, removed.metric));
    setRemoved(undefined);
  };
  return (
    <div ref={rows} className={styles['list']} data-rows>
      {metrics.map((metric, index) => (
        <MetricPart
          key={metric.id}
          metric={metric}
          path={`${ROOT}.metrics[${index}]`}
          change={(changed) => change(metrics.with(index, changed))}
          remove={() => {
            setRemoved({ metric, index });
            change(metrics.toSpliced(index, 1));
          }}
          previewAlerts={previewAlerts}
          place={{ index, count: metrics.length, move: (by) => change(moved(metrics, index, by)) }}
        />
      ))}
      {metrics.length === 0 && <p className="note">{messages.text('agreement.edit.metric.none')}</p>}
      <div role="status" data-undo>
        {removed && (
          <p className={styles['line']}>
            <span>
              {messages.text('agreement.edit.metric.removed', {
                name: messages.text(`timer.kind.${removed.metric.kind}`),
              })}
            </span>
            <Button spacing="compact" onClick={undo}>
              {messages.text('agreement.edit.undo')}
            </Button>
          </p>
        )}
      </div>
      <div data-adds>
        <Adding
          label={messages.text('agreement.edit.metric.add')}
          choices={metricKinds.map((value) => ({ value, label: messages.text(`timer.kind.${value}`) }))}
          add={add}
        />
      </div>
    </div>
  );
}
