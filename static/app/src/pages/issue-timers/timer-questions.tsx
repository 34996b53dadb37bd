import type { ReactElement } from 'react';
import { lazyPart } from '../../parts/lazy-part';
import type { Instant } from '../../../../../src/domain/time/instant';
import type { Cycle, Timer } from '../../../../../src/domain/timer/cycle';
import { Questions } from '../../parts/questions';
import { useReader } from '../../parts/reader-context';
import type { Terms } from './goal-said';

const Ledger = lazyPart(async () => (await import('./ledger/ledger')).Ledger);
const WhyGoal = lazyPart(async () => (await import('./why/why-goal')).WhyGoal);

interface Props {
  readonly issueId: string;
  readonly issueUpdated: Instant | null;
  readonly timer: Timer;
  /** The one that the timer shows at length. */
  readonly cycle: Cycle;
  readonly terms: Terms;
  /** Without a promise it is said at once why there is none. */
  readonly isPromised: boolean;
  readonly now: Instant;
}

/** What a reader may want to know of a timer: how its number came about, and why it has this goal. */
export function TimerQuestions({ timer, cycle, terms, isPromised, ...issue }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <Questions
      about={messages.text(`timer.kind.${timer.metric.kind}`)}
      questions={[
        {
          label: messages.text('ledger.title'),
          answer: () => <Ledger {...issue} cycle={cycle} terms={terms} />,
        },
        ...(isPromised
          ? [{ label: messages.text('why.goal'), answer: () => <WhyGoal {...issue} timer={timer} /> }]
          : []),
      ]}
    />
  );
}
