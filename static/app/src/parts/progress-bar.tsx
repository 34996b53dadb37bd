import type { ReactElement } from 'react';
import type { BackfillView } from '../../../../src/contract/views';
import styles from './progress-bar.module.css';

interface Props extends Pick<BackfillView, 'done' | 'total'> {
  /** The id of the element that names it. */
  readonly labelledBy: string;
}

/** How much of a job is done; without an end while nobody knows how much there is. */
export function ProgressBar({ done, total, labelledBy }: Props): ReactElement {
  return (
    <progress
      className={styles['progress']}
      aria-labelledby={labelledBy}
      {...(total !== null && { value: Math.min(done, total), max: Math.max(total, 1) })}
    />
  );
}
