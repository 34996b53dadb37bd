import type { ReactElement } from 'react';
import type { Cycle, Timer } from '../../../../../src/domain/timer/cycle';
import type { HoursOf } from '../../../../../src/domain/timer/standing';
import type { Instant } from '../../../../../src/domain/time/instant';
import { useReader } from '../../parts/reader-context';
import { Saying } from '../../parts/saying';
import { EarlierCycles } from './earlier-cycles';
import styles from './issue-timers.module.css';
import { StateLozenge } from './state-lozenge';
import { cycleView, type CycleView } from './timer-view';

interface Props {
  readonly timer: Timer;
  readonly hoursOf: HoursOf;
  readonly now: Instant;
}

/** One timer: its present or last cycle at length, the earlier ones behind a line. */
export function TimerCard({ timer, hoursOf, now }: Props): ReactElement | null {
  const { messages } = useReader();
  const last = timer.cycles.at(-1);
  if (!last) return null;
  const view = cycleView(timer, last, hoursOf, now);
  const earlier: readonly Cycle[] = timer.cycles.slice(0, -1).reverse();
  return (
    <article className={styles['timer']}>
      {/* Told as a whole when the state changes, and not at each tick of what stands below. */}
      <header className={styles['head']} aria-live="polite" aria-atomic="true">
        <h3 className={styles['name']}>{messages.text(`timer.kind.${timer.metric.kind}`)}</h3>
        <span className={styles['states']}>
          {view.states.map((state) => (
            <StateLozenge key={state} state={state} />
          ))}
        </span>
      </header>
      <p className={styles['headline']}>
        <Saying of={view.headline} now={now} />
      </p>
      {view.details.map((detail) => (
        <p key={detail.key} className={styles['details']}>
          <Saying of={detail} now={now} />
        </p>
      ))}
      <UsedShare view={view} />
      {view.goal && (
        <p className={styles['goal']}>
          <Saying of={view.goal} now={now} />
        </p>
      )}
      {earlier.length > 0 && <EarlierCycles timer={timer} cycles={earlier} hoursOf={hoursOf} now={now} />}
    </article>
  );
}

function UsedShare({ view }: { readonly view: CycleView }): ReactElement | null {
  const { messages } = useReader();
  if (view.used === undefined) return null;
  const text = messages.text('timer.used', { share: view.used });
  return (
    <div
      className={styles['track']}
      role="meter"
      aria-label={text}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(view.used * 100)}
      aria-valuetext={text}
    >
      <div className={styles['used']} data-state={view.states[0]} style={{ width: `${view.used * 100}%` }} />
    </div>
  );
}
