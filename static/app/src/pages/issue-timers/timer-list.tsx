import type { ReactElement } from 'react';
import type { IssueTimers } from '../../../../../src/contract/views';
import type { Timer } from '../../../../../src/domain/timer/cycle';
import type { Instant } from '../../../../../src/domain/time/instant';
import { hoursAmong } from './hours-of';
import styles from './issue-timers.module.css';
import { TimerCard } from './timer-card';

interface Props {
  readonly answer: IssueTimers;
  readonly now: Instant;
}

/** All timers of the issue, each agreement's together under its name. */
export function TimerList({ answer, now }: Props): ReactElement {
  const hoursOf = hoursAmong(answer.calendars);
  const agreements = new Map<string, Timer[]>();
  for (const timer of answer.timers) {
    agreements.set(timer.agreement.id, [...(agreements.get(timer.agreement.id) ?? []), timer]);
  }
  return (
    <div className={styles['agreements']}>
      {[...agreements].map(([id, timers]) => (
        <section key={id}>
          <h2 className={styles['agreement']}>{timers[0]?.agreement.name}</h2>
          <div className={styles['timers']}>
            {timers.map((timer) => (
              <TimerCard key={timer.metric.id} timer={timer} hoursOf={hoursOf} now={now} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
