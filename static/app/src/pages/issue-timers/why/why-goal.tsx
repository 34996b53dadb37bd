import type { ReactElement } from 'react';
import type { Instant } from '../../../../../../src/domain/time/instant';
import type { Timer } from '../../../../../../src/domain/timer/cycle';
import { AgreementsTried } from './agreements-tried';
import { GoalsTried } from './goals-tried';
import { WhyFrame } from './why-frame';

interface Props {
  readonly issueId: string;
  readonly issueUpdated: Instant | null;
  readonly timer: Timer;
  readonly now: Instant;
}

/** Why a timer has this goal and no other, or none, and why by this agreement. */
export function WhyGoal({ issueId, issueUpdated, timer, now }: Props): ReactElement {
  return (
    <WhyFrame issueId={issueId} issueUpdated={issueUpdated}>
      {({ explanation: { agreements }, names }) => {
        const own = agreements.find(({ id }) => id === timer.agreement.id);
        const metric = own?.metrics.find(({ id }) => id === timer.metric.id);
        return (
          <>
            {metric && <GoalsTried metric={metric} names={names} />}
            {(agreements.length > 1 || own?.applies.kind !== 'applies') && (
              <AgreementsTried agreements={agreements} names={names} now={now} level="h4" />
            )}
          </>
        );
      }}
    </WhyFrame>
  );
}
