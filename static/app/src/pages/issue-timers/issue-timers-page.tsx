import type { ReactElement } from 'react';
import { useIssueTimers } from '../../data/use-issue-timers';
import { FailureNotice } from '../../parts/failure-notice';
import { useReader } from '../../parts/reader-context';
import { useNow } from '../../parts/use-now';
import { asOfText } from '../../text/when';
import styles from './issue-timers.module.css';
import { NoTimers } from './no-timers';
import { TimerList } from './timer-list';
import { TimersSkeleton } from './timers-skeleton';

/** The timers of the issue that the reader has open. */
export function IssueTimersPage({ issueId }: { readonly issueId: string | undefined }): ReactElement {
  const { messages } = useReader();
  if (issueId === undefined) throw new Error('This page stands on no issue');
  return (
    <>
      <h1 className="visually-hidden">{messages.text('module.issueTimers.title')}</h1>
      <IssueTimers issueId={issueId} />
    </>
  );
}

function IssueTimers({ issueId }: { readonly issueId: string }): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { timers, failure, retry } = useIssueTimers(issueId);
  const now = useNow();

  if (!timers) {
    return failure ? (
      <div className={styles['panel']}>
        <FailureNotice error={failure} retry={retry} title={messages.text('panel.failed')} />
      </div>
    ) : (
      <TimersSkeleton label={messages.text('timer.loading')} />
    );
  }
  const time = asOfText(timers.asOf, now, reader);
  return (
    <div className={styles['panel']}>
      {timers.kind === 'timers' ? <TimerList answer={timers} now={now} /> : <NoTimers kind={timers.kind} />}
      {failure && (
        <FailureNotice error={failure} retry={retry} tone="warning">
          {messages.text('panel.stale', { time })}
        </FailureNotice>
      )}
      <footer className={styles['footer']}>{messages.text('panel.asOf', { time })}</footer>
    </div>
  );
}
