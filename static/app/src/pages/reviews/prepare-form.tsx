import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ReviewListView } from '../../../../../src/contract/reviews';
import { periodOf } from '../../../../../src/domain/report/periods';
import {
  idOfPeriod,
  periodBefore,
  reviewRhythms,
  type ReviewPeriod,
  type ReviewRhythm,
} from '../../../../../src/domain/review/review-period';
import { reportRhythms } from '../../../../../src/domain/review/service-report';
import { useChangeReviews } from '../../data/use-reviews';
import { ChoiceField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { dayOf } from '../../text/wall-input';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';
import { periodText } from '../reports/report-text';
import styles from './reviews.module.css';

/** As many past periods as can be chosen from. */
const PERIODS = 12;

interface Props {
  readonly kind: 'review' | 'service-report';
  /** With one agreement at least. */
  readonly list: ReviewListView;
  readonly close: () => void;
  readonly open: (id: string) => void;
}

/** Prepares a review or a service report of any period that has ended. */
export function PrepareForm({ kind, list, close, open }: Props): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const preparing = useChangeReviews('prepareReview');
  const rhythms: readonly ReviewRhythm[] = kind === 'review' ? reviewRhythms : reportRhythms;
  const [agreement, setAgreement] = useState(list.agreements[0]?.id ?? '');
  const [rhythm, setRhythm] = useState<ReviewRhythm>('month');
  const [back, setBack] = useState(1);
  const mistakes = mistakesIn(preparing.error, ['agreement', 'period.from'], '', messages);
  const running: ReviewPeriod = { kind: rhythm, from: periodOf(rhythm, dayOf(clockNow(), zone)).from };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (preparing.isPending) return;
    const period = periodBefore(running, back);
    preparing.mutate({ kind, agreement, period }, { onSuccess: () => open(idOfPeriod(agreement, period)) });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p className="note">{messages.text('reviews.prepare.help')}</p>
      <ChoiceField
        label={messages.text('breaches.agreement')}
        value={agreement}
        choices={list.agreements.map(({ id, name }) => ({ value: id, label: name }))}
        change={setAgreement}
        mistake={mistakes.at('agreement')}
      />
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('reviews.rhythm.label')}
          value={rhythm}
          choices={rhythms.map((value) => ({ value, label: messages.text(`reports.period.${value}`) }))}
          change={(value) => {
            setRhythm(value as ReviewRhythm);
            setBack(1);
          }}
        />
        <ChoiceField
          label={messages.text('reviews.column.period')}
          value={String(back)}
          choices={Array.from({ length: PERIODS }, (_, index) => ({
            value: String(index + 1),
            label: periodText(periodBefore(running, index + 1), reader),
          }))}
          change={(value) => setBack(Number(value))}
          mistake={mistakes.at('period.from')}
        />
      </div>
      <RefusedNotice error={preparing.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={preparing.isPending}>
          {messages.text('reviews.prepareOne')}
        </Button>
        <Button isDisabled={preparing.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}
