import Skeleton from '@atlaskit/skeleton';
import type { ReactElement } from 'react';
import styles from './issue-timers.module.css';

/** Two timers to come, in the very lines that they will fill, so that nothing moves when they do. */
export function TimersSkeleton({ label }: { readonly label?: string }): ReactElement {
  return (
    <div className={styles['panel']} aria-busy="true">
      {label !== undefined && (
        <span className="visually-hidden" role="status">
          {label}
        </span>
      )}
      <div>
        <div className={styles['agreement']}>
          <Line width="40%" />
        </div>
        <div className={styles['timers']}>
          <TimerToCome />
          <TimerToCome />
        </div>
      </div>
      <div className={styles['footer']}>
        <Line width="30%" />
      </div>
    </div>
  );
}

function TimerToCome(): ReactElement {
  return (
    <div className={styles['timer']}>
      <div className={styles['head']}>
        <Line width="35%" />
      </div>
      <div className={styles['headline']}>
        <Line width="75%" />
      </div>
      <div className={styles['track']} />
      <div className={styles['goal']}>
        <Line width="80%" />
      </div>
      <div className={styles['goal']}>
        <Line width="60%" />
      </div>
    </div>
  );
}

/** As tall as a line of the text that takes its place: a skeleton inside a line of that text. */
function Line({ width }: { readonly width: string }): ReactElement {
  return (
    <span className={styles['line']}>
      <Skeleton width={width} height="0.75em" borderRadius="var(--ds-radius-small)" isShimmering />
    </span>
  );
}
