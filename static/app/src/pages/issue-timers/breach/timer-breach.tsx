import { lazy, Suspense, type ReactElement } from 'react';
import { cycleIdOf } from '../../../../../../src/domain/timer/cycle-name';
import type { Cycle, Timer } from '../../../../../../src/domain/timer/cycle';

const CycleBreach = lazy(async () => ({ default: (await import('./cycle-breach')).CycleBreach }));

interface Props {
  readonly issueId: string;
  readonly timer: Timer;
  readonly cycle: Cycle;
}

/** What people say of a breached cycle; its code comes only where there is one. */
export function TimerBreach({ issueId, timer, cycle }: Props): ReactElement {
  const id = cycleIdOf({
    issue: issueId,
    agreement: timer.agreement.id,
    metric: timer.metric.id,
    cycle: cycle.number,
  });
  return (
    <Suspense>
      <CycleBreach issueId={issueId} id={id} />
    </Suspense>
  );
}
