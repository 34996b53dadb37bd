import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { Breach } from '../../../../../src/domain/breach/breach';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { causeName } from './breach-text';
import styles from './breaches.module.css';

interface Props {
  readonly doc: Breach;
  readonly monitoring: MonitoringView;
}

/** What was said about a breach. */
export function SaidFacts({ doc, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { cause, party, explanation, correctiveAction, told, kind } = doc;
  return (
    <dl className={styles['facts']}>
      <dt>{messages.text('breaches.said.kind')}</dt>
      <dd>{messages.text(`breaches.kind.${kind}`)}</dd>
      <dt>{messages.text('breaches.said.cause')}</dt>
      <dd>
        {cause === undefined ? messages.text('breaches.said.none') : causeName(cause, monitoring, messages)}
      </dd>
      <dt>{messages.text('breaches.said.party')}</dt>
      <dd>{messages.text(party === undefined ? 'breaches.said.none' : `breaches.party.${party}`)}</dd>
      {explanation && (
        <>
          <dt>{messages.text('breaches.said.explanation')}</dt>
          <dd>{explanation}</dd>
        </>
      )}
      {correctiveAction && (
        <>
          <dt>{messages.text('breaches.said.correctiveAction')}</dt>
          <dd>{correctiveAction}</dd>
        </>
      )}
      {told && (
        <>
          <dt>{messages.text('breaches.said.toldAt')}</dt>
          <dd>
            <Moment at={told.at} calendarZone={undefined} now={clockNow()} /> · {told.how}
          </dd>
        </>
      )}
    </dl>
  );
}
