import Button from '@atlaskit/button/new';
import type { ReactElement, ReactNode } from 'react';
import type { ReviewView } from '../../../../../src/contract/reviews';
import { lastDayOf } from '../../../../../src/domain/report/periods';
import { type ReviewPeriod } from '../../../../../src/domain/review/review-period';
import { useAddress } from '../../parts/address';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { addressOf } from '../reports/reports-address';
import { dayText } from './review-text';
import styles from './reviews.module.css';

interface Props {
  readonly title: string;
  readonly agreement: ReviewView['agreement'];
  readonly period: ReviewPeriod;
  /** How it stands. */
  readonly children: ReactNode;
}

/** What a review or a service report is of, on the page and on paper. */
export function RecordHead({ title, agreement, period, children }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const { provider = '', customer = '' } = agreement.parties ?? {};
  return (
    <>
      <div className="section-head">
        <h2 id="reviews" className="heading">
          {title}
        </h2>
        <div className="buttons unprinted">
          <Button onClick={() => window.print()}>{messages.text('reports.print')}</Button>
        </div>
      </div>
      <div className={styles['line']}>{children}</div>
      <dl className={styles['facts']}>
        <dt>{messages.text('breaches.agreement')}</dt>
        <dd>{agreement.name}</dd>
        {(['provider', 'customer'] as const).map((side) => {
          const name = side === 'provider' ? provider : customer;
          return name === '' ? null : (
            <Side key={side} label={messages.text(`agreements.side.${side}`)} name={name} />
          );
        })}
        <dt>{messages.text('reviews.column.period')}</dt>
        <dd>
          {messages.text('settings.dayRange', {
            first: dayText(period.from, reader),
            last: dayText(lastDayOf(period), reader),
          })}{' '}
          <span className="unprinted">
            <TextButton onClick={() => go(...addressOf({ period, by: 'kind', agreement: agreement.id }))}>
              {messages.text('reviews.figuresNow')}
            </TextButton>
          </span>
        </dd>
      </dl>
    </>
  );
}

function Side({ label, name }: { readonly label: string; readonly name: string }): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd>{name}</dd>
    </>
  );
}

/** Where both sides sign, on paper alone. */
export function Signatures(): ReactElement {
  const { messages } = useReader();
  return (
    <div className={styles['signatures']}>
      {(['provider', 'customer'] as const).map((side) => (
        <p key={side}>
          {messages.text('reviews.signature', { side: messages.text(`agreements.side.${side}`) })}
        </p>
      ))}
    </div>
  );
}
