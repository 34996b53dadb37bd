import type { ReactElement } from 'react';
import type { IssueTimers } from '../../../../../src/contract/views';
import type { Timer } from '../../../../../src/domain/timer/cycle';
import type { Instant } from '../../../../../src/domain/time/instant';
import { useReader } from '../../parts/reader-context';
import styles from './issue-timers.module.css';
import { TimerCard } from './timer-card';

interface Props {
  readonly issueId: string;
  readonly answer: IssueTimers;
  readonly now: Instant;
}

/** All timers of the issue, those judged by one version of an agreement together under its name. */
export function TimerList({ issueId, answer, now }: Props): ReactElement {
  const { messages } = useReader();
  const agreements = new Map<string, Timer[]>();
  for (const timer of answer.timers) {
    const version = timer.cycles.at(-1)?.version ?? '';
    agreements.set(version, [...(agreements.get(version) ?? []), timer]);
  }
  return (
    <div className={styles['agreements']}>
      {[...agreements].map(([version, timers]) => {
        const name = timers[0]?.agreement.name ?? '';
        const revision = answer.versions[version]?.revision;
        return (
          <section key={version}>
            <h2 className={styles['agreement']}>
              {revision === undefined ? name : messages.text('panel.agreement', { name, revision })}
            </h2>
            <div className={styles['timers']}>
              {timers.map((timer) => (
                <TimerCard
                  key={timer.metric.id}
                  issueId={issueId}
                  issueUpdated={answer.issueUpdated}
                  timer={timer}
                  terms={answer}
                  now={now}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
