import type { ReactElement } from 'react';
import type { AgreementExplanation } from '../../../../../../src/contract/explanation';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { conditionText } from '../../../text/condition-text';
import { AgreementsTried } from './agreements-tried';
import { WhyFrame } from './why-frame';
import styles from './why.module.css';

interface Props {
  readonly issueId: string;
  readonly issueUpdated: Instant | null;
  readonly now: Instant;
}

/** Why an issue has no timers at all: nothing covers it, or what does has not started yet. */
export function WhyNoTimers({ issueId, issueUpdated, now }: Props): ReactElement {
  return (
    <WhyFrame issueId={issueId} issueUpdated={issueUpdated}>
      {({ explanation: { agreements }, names }) => {
        const covering = agreements.filter(({ metrics }) => metrics.length > 0);
        return (
          <>
            {covering.length > 0 ? <NotStarted agreements={covering} /> : <NotCovered />}
            <AgreementsTried agreements={agreements} names={names} now={now} level="h3" />
          </>
        );
      }}
    </WhyFrame>
  );
}

function NotCovered(): ReactElement {
  const { messages } = useReader();
  return (
    <Notice tone="information" title={messages.text('panel.notCovered.title')}>
      {messages.text('panel.notCovered.text')}
    </Notice>
  );
}

/** What the timers wait for that an agreement would set. */
function NotStarted({ agreements }: { readonly agreements: readonly AgreementExplanation[] }): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const waiting = agreements.flatMap(({ metrics }) => metrics);
  return (
    <Notice tone="information" title={messages.text('why.notStarted')}>
      <ul className={styles['waits']}>
        {waiting.map(({ kind, start }, index) => (
          <li key={index}>
            {messages.text('why.waits', {
              timer: messages.text(`timer.kind.${kind}`),
              condition: conditionText(start, reader),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
