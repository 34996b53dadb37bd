import type { ReactElement } from 'react';
import type { UsageView } from '../../../../../../src/contract/usage';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { hourOf } from '../../../../../../src/domain/usage/usage';
import { Filled } from '../../../parts/filled';
import { Moment } from '../../../parts/moment';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';

interface Props {
  readonly usage: UsageView;
  readonly now: Instant;
}

/** What holds work now, and since when, as far as that is known. */
export function Holds({ usage, now }: Props): ReactElement {
  const { messages } = useReader();
  const since = usage.hours.find(({ hour }) => hour === hourOf(now))?.heldSince ?? null;
  return (
    <>
      {usage.holds.map(({ until, reason, butUrgent }) => (
        <Notice key={String(butUrgent)} tone="warning">
          <p>
            <Filled
              text={`quota.hold.${butUrgent ? 'urgent' : 'all'}`}
              values={{ reason, until: <Moment at={until} calendarZone={undefined} now={now} /> }}
            />
          </p>
          <p>
            {since === null ? (
              messages.text('quota.hold.unknown')
            ) : (
              <Filled
                text="quota.hold.since"
                values={{ at: <Moment at={since} calendarZone={undefined} now={now} /> }}
              />
            )}
          </p>
        </Notice>
      ))}
    </>
  );
}
