import type { ReactElement } from 'react';
import type { Cycle, Timer } from '../../../../../src/domain/timer/cycle';
import type { HoursOf } from '../../../../../src/domain/timer/standing';
import type { Instant } from '../../../../../src/domain/time/instant';
import { useReader } from '../../parts/reader-context';
import { Saying } from '../../parts/saying';
import styles from './issue-timers.module.css';
import { StateLozenge } from './state-lozenge';
import { cycleSummary } from './timer-view';

interface Props {
  readonly timer: Timer;
  /** Latest first. */
  readonly cycles: readonly Cycle[];
  readonly hoursOf: HoursOf;
  readonly now: Instant;
}

/** What became of a timer's earlier cycles, for those who ask. */
export function EarlierCycles({ timer, cycles, hoursOf, now }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <details className={styles['earlier']}>
      <summary>{messages.text('timer.earlier', { count: cycles.length })}</summary>
      <ol className={styles['cycles']}>
        {cycles.map((cycle) => {
          const { states, took, period } = cycleSummary(timer, cycle, hoursOf, now);
          return (
            <li key={cycle.number} className={styles['cycle']}>
              <span className={styles['states']}>
                {states.map((state) => (
                  <StateLozenge key={state} state={state} />
                ))}
              </span>
              <Saying of={took} now={now} />
              <span className={styles['period']}>
                <Saying of={period} now={now} />
              </span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
