import type { ReactElement } from 'react';
import type { ReviewListView } from '../../../../../src/contract/reviews';
import { useReviews } from '../../data/use-reviews';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { ProcessPart } from './process-part';
import { ReportPage } from './report-page';
import { ReviewList } from './review-list';
import { ReviewPage } from './review-page';
import { addressOfPart, ONE, partIn, REPORT, reviewParts, type ReviewPart } from './reviews-address';
import styles from './reviews.module.css';

/** Periodic reviews, service reports, and the review of the process itself (R3, R7, R9): the address says which. */
export function ReviewsSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useReviews();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('reviews.noRights')}</Notice>;
  }
  if (error && !data) {
    const retry = (): void => void refetch();
    return <FailureNotice error={error} retry={retry} title={messages.text('reviews.failed')} />;
  }
  if (!data) return <DefinitionsSkeleton label={messages.text('reviews.loading')} />;
  return (
    <section className={styles['section']} aria-labelledby="reviews">
      <Shown list={data} />
    </section>
  );
}

function Shown({ list }: { readonly list: ReviewListView }): ReactElement {
  const { parts } = useAddress();
  const [, which, id = ''] = parts;
  if (which === ONE) return <ReviewPage key={id} id={id} mayMonitor={list.mayMonitor} />;
  if (which === REPORT) return <ReportPage key={id} id={id} mayMonitor={list.mayMonitor} />;
  const part = partIn(parts);
  return (
    <>
      <Parts current={part} />
      {part === 'process' ? <ProcessPart /> : <ReviewList key={part} part={part} list={list} />}
    </>
  );
}

function Parts({ current }: { readonly current: ReviewPart }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  return (
    <nav className="unprinted" aria-label={messages.text('reviews.parts')}>
      <ul className={styles['parts']}>
        {reviewParts.map((part) => (
          <li key={part}>
            <button
              type="button"
              className={styles['link']}
              aria-current={part === current ? 'page' : undefined}
              onClick={() => go(...addressOfPart[part])}
            >
              {messages.text(`reviews.part.${part}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
