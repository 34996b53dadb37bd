import Button from '@atlaskit/button/new';
import { useId, type ReactElement } from 'react';
import type { ThresholdDraft } from '../../../../../../../src/domain/agreement/draft';
import { useReader } from '../../../../parts/reader-context';
import { idFor } from '../../../calendars/draft';
import styles from '../editor.module.css';
import { useRowFocus } from '../use-row-focus';
import { ThresholdRow } from './threshold-row';

interface Props {
  readonly thresholds: readonly ThresholdDraft[];
  readonly change: (thresholds: readonly ThresholdDraft[]) => void;
  readonly path: string;
  /** Shows whom they would have told. */
  readonly preview: () => void;
}

/** What people are told of ahead and after, and what is done then (M2). */
export function AlertsPart({ thresholds, change, path, preview }: Props): ReactElement {
  const { messages } = useReader();
  const rows = useRowFocus<HTMLDivElement>(thresholds.length);
  const id = useId();
  const add = (): void => {
    const taken = thresholds.map((each) => each.id);
    const shares = thresholds.map((each) => ('atShare' in each ? each.atShare : ''));
    const atShare = ['75%', '90%', '100%'].find((share) => !shares.includes(share)) ?? '';
    change([...thresholds, { id: idFor(`at-${atShare}`, taken, 'at'), atShare }]);
  };
  return (
    <div ref={rows} role="group" className={styles['part']} aria-labelledby={id} data-rows>
      <h4 id={id} className={styles['subheading']}>
        {messages.text('agreement.edit.alert.title')}
      </h4>
      {thresholds.length === 0 && <p className="note">{messages.text('agreement.edit.alert.none')}</p>}
      {thresholds.map((threshold, index) => (
        <ThresholdRow
          key={threshold.id}
          threshold={threshold}
          number={index + 1}
          path={`${path}[${index}]`}
          change={(changed) => change(thresholds.with(index, changed))}
          remove={() => change(thresholds.toSpliced(index, 1))}
        />
      ))}
      <div className={styles['actions']} data-adds>
        <Button spacing="compact" onClick={add}>
          {messages.text('agreement.edit.alert.add')}
        </Button>
        {thresholds.length > 0 && (
          <Button spacing="compact" appearance="subtle" onClick={preview}>
            {messages.text('agreement.edit.alert.preview.ask')}
          </Button>
        )}
      </div>
    </div>
  );
}
