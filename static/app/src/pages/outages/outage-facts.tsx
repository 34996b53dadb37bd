import type { ReactElement, ReactNode } from 'react';
import type { OutageRow } from '../../../../../src/contract/outages';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { causeName } from '../breaches/breach-text';
import styles from '../breaches/breaches.module.css';
import { KindLozenge } from './outage-lozenges';
import { lastedText, serviceName, type Known } from './outage-text';

interface Props extends Known, Pick<OutageRow, 'doc'> {
  /** What else is to be told of it. */
  readonly more?: readonly (readonly [term: string, said: ReactNode])[];
}

/** What is written down of an outage, as far as anything is. */
export function OutageFacts({ doc, monitoring, services, more = [] }: Props): ReactElement {
  const { messages } = useReader();
  const now = clockNow();
  const { rpo, lookBack, withdrawn } = doc;
  const facts: readonly (readonly [term: string, said: ReactNode])[] = [
    [messages.text('outages.service'), serviceName(doc.service, services)],
    [messages.text('outages.column.kind'), <KindLozenge key="kind" doc={doc} />],
    [
      messages.text('outages.column.begin'),
      <Moment key="begin" at={doc.begin} calendarZone={undefined} now={now} />,
    ],
    [
      messages.text('outages.column.end'),
      doc.end === undefined ? (
        messages.text('outages.open')
      ) : (
        <Moment key="end" at={doc.end} calendarZone={undefined} now={now} />
      ),
    ],
    [messages.text('outages.column.lasted'), lastedText({ doc }, now, messages)],
    ...more,
    [messages.text('outages.column.cause'), doc.cause && causeName(doc.cause, monitoring, messages)],
    [messages.text('breaches.said.explanation'), doc.explanation],
    [
      messages.text('outages.rpo.label'),
      rpo &&
        [messages.text(`outages.rpo.${rpo.kept ? 'kept' : 'lost'}`), rpo.note].filter(Boolean).join(': '),
    ],
    [messages.text('outages.lookBack.cause'), lookBack?.cause],
    [messages.text('outages.lookBack.measures'), lookBack?.measures],
    [messages.text('outages.withdraw.reason'), withdrawn?.reason],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(
        ([term, said]) =>
          said && (
            <div key={term} className={styles['fact']}>
              <dt>{term}</dt>
              <dd>{said}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
