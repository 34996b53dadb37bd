import { Suspense, type ReactElement } from 'react';
import { lazyPart } from '../../parts/lazy-part';
import type { Cycle, Timer } from '../../../../../src/domain/timer/cycle';
import type { Instant } from '../../../../../src/domain/time/instant';
import { useReader } from '../../parts/reader-context';
import { Saying } from '../../parts/saying';
import { StateLozenge } from '../../parts/state-lozenge';
import type { InstantPiece } from '../../text/sentence';
import { hoursTodayText } from '../../text/hours-today';
import { zonesDiffer, zoneText } from '../../text/when';
import { TimerBreach } from './breach/timer-breach';
import { EarlierCycles } from './earlier-cycles';
import type { Terms } from './goal-said';
import styles from './issue-timers.module.css';
import { TimerQuestions } from './timer-questions';
import { cycleView, type CycleView } from './timer-view';

const WhyGoal = lazyPart(async () => (await import('./why/why-goal')).WhyGoal);

interface Props {
  readonly issueId: string;
  /** The issue's `updated` as the app read it. */
  readonly issueUpdated: Instant | null;
  readonly timer: Timer;
  readonly terms: Terms;
  readonly now: Instant;
}

/** One timer: its present or last cycle at length, the earlier ones behind a line. */
export function TimerCard({ issueId, issueUpdated, timer, terms, now }: Props): ReactElement | null {
  const reader = useReader();
  const { messages } = reader;
  const last = timer.cycles.at(-1);
  if (!last) return null;
  const view = cycleView(timer, last, terms, now);
  const issue = { issueId, issueUpdated, now };
  const isUnpromised = view.states[0] === 'no-promise';
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
      {view.due && <DueThere due={view.due} now={now} />}
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
      {view.hours && (
        <p className={styles['goal']}>
          {messages.text('timer.calendar', {
            calendar: view.hours.calendar.name,
            hours: hoursTodayText(view.hours, now, reader),
          })}
        </p>
      )}
      <TimerQuestions {...issue} timer={timer} cycle={last} terms={terms} isPromised={!isUnpromised} />
      {view.states.includes('breached') && <TimerBreach issueId={issueId} timer={timer} cycle={last} />}
      {isUnpromised && (
        <Suspense>
          <WhyGoal {...issue} timer={timer} />
        </Suspense>
      )}
      {earlier.length > 0 && (
        <EarlierCycles
          issueId={issueId}
          timer={timer}
          cycles={earlier}
          terms={terms}
          version={last.version}
          now={now}
        />
      )}
    </article>
  );
}

/** The due instant on the calendar's own clock, where that shows another time than the reader's. */
function DueThere({ due, now }: { readonly due: InstantPiece; readonly now: Instant }): ReactElement | null {
  const reader = useReader();
  const { at, calendarZone } = due;
  if (!calendarZone || !zonesDiffer(calendarZone, reader.zone, at)) return null;
  const values = { due: { ...due, clock: 'calendar' }, zone: zoneText(calendarZone, at, reader) } as const;
  return (
    <p className={styles['details']}>
      <Saying of={{ key: 'timer.dueThere', values }} now={now} />
    </p>
  );
}

function UsedShare({ view }: { readonly view: CycleView }): ReactElement | null {
  const { messages } = useReader();
  if (!view.used) return null;
  const { share, atRiskAt } = view.used;
  const text = messages.text('timer.used', { share, atRiskAt });
  return (
    <div
      className={styles['track']}
      role="meter"
      aria-label={text}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(share * 100)}
      aria-valuetext={text}
    >
      <div className={styles['used']} data-state={view.states[0]} style={{ width: `${share * 100}%` }} />
      <div className={styles['risk']} style={{ insetInlineStart: `${atRiskAt * 100}%` }} />
    </div>
  );
}
