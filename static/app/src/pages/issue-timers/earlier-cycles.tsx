import type { ReactElement } from 'react';
import { lazyPart } from '../../parts/lazy-part';
import type { Cycle, Timer } from '../../../../../src/domain/timer/cycle';
import type { Instant } from '../../../../../src/domain/time/instant';
import { Disclosure } from '../../parts/disclosure';
import { Questions } from '../../parts/questions';
import { useReader } from '../../parts/reader-context';
import { Saying } from '../../parts/saying';
import { StateLozenge } from '../../parts/state-lozenge';
import { TimerBreach } from './breach/timer-breach';
import type { Terms } from './goal-said';
import styles from './issue-timers.module.css';
import { cycleSummary } from './timer-view';

const Ledger = lazyPart(async () => (await import('./ledger/ledger')).Ledger);

interface Props {
  readonly issueId: string;
  readonly timer: Timer;
  /** Latest first. */
  readonly cycles: readonly Cycle[];
  readonly terms: Terms;
  /** The version that the present cycle is judged by. */
  readonly version: string;
  readonly now: Instant;
}

/** What became of a timer's earlier cycles, for those who ask. */
export function EarlierCycles({ issueId, timer, cycles, terms, version, now }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <div className="note">
      <Disclosure summary={messages.text('timer.earlier', { count: cycles.length })}>
        <ol className={styles['cycles']}>
          {cycles.map((cycle) => {
            const { states, took, period } = cycleSummary(timer, cycle, terms, now);
            const revision = cycle.version === version ? undefined : terms.versions[cycle.version]?.revision;
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
                {revision !== undefined && (
                  <span className={styles['period']}>
                    {messages.text('timer.earlierRevision', { revision })}
                  </span>
                )}
                {states.includes('breached') && (
                  <div className={styles['period']}>
                    <TimerBreach issueId={issueId} timer={timer} cycle={cycle} />
                  </div>
                )}
                <div className={styles['period']}>
                  <Questions
                    about={messages.text('timer.cycle', { number: cycle.number })}
                    questions={[
                      {
                        label: messages.text('ledger.title'),
                        answer: () => <Ledger issueId={issueId} cycle={cycle} terms={terms} now={now} />,
                      },
                    ]}
                  />
                </div>
              </li>
            );
          })}
        </ol>
      </Disclosure>
    </div>
  );
}
