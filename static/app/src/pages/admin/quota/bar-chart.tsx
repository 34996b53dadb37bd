import type { ReactElement } from 'react';
import styles from './quota.module.css';

interface Bar {
  readonly key: number;
  readonly value: number;
  /** Written below; empty where there is no room for one below each. */
  readonly label: string;
}

interface Props {
  /** What it says as a whole, for those who hear the page: the figures stand in a table too. */
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
}

/** One bar for each value, the highest with its figure above. */
export function BarChart({ label, bars, format }: Props): ReactElement {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const highest = bars.findIndex(({ value }) => value === most);
  return (
    <div className={styles['chart']} role="img" aria-label={label}>
      {bars.map(({ key, value, label: below }, index) => (
        <span key={key} className={styles['column']}>
          <span className={styles['figure']}>{index === highest ? format(value) : ''}</span>
          <span className={styles['space']}>
            <span className={styles['bar']} style={{ blockSize: `${(value / most) * 100}%` }} />
          </span>
          <span className={styles['below']}>{below}</span>
        </span>
      ))}
    </div>
  );
}
