import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import { later, minutes } from '../../../../../src/domain/time/instant';
import { useIssueTimers } from '../../data/use-issue-timers';
import { FailureNotice } from '../../parts/failure-notice';
import { HowTimersCount } from '../../parts/how-timers-count';
import { useReader } from '../../parts/reader-context';
import { useNow } from '../../parts/use-now';
import { asOfText } from '../../text/when';
import styles from './issue-timers.module.css';
import { NoTimers } from './no-timers';
import { PrioritySaid } from './priority/priority-said';
import { TimerList } from './timer-list';
import { TimersSkeleton } from './timers-skeleton';

/** The page looks every few seconds; when nothing could be checked for so long, the reader should know. */
const STALE_AFTER = minutes(2);

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
  const { timers, checkedAt, failure, retry } = useIssueTimers(issueId);
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
  const asOf = checkedAt ?? timers.asOf;
  const time = asOfText(asOf, now, reader);
  return (
    <div className={styles['panel']}>
      {timers.kind === 'timers' ? (
        <TimerList issueId={issueId} answer={timers} now={now} />
      ) : (
        <NoTimers issueId={issueId} kind={timers.kind} issueUpdated={timers.issueUpdated} now={now} />
      )}
      {timers.priority && <PrioritySaid issueId={issueId} priority={timers.priority} changed={retry} />}
      {failure && (
        <FailureNotice error={failure} retry={retry} tone="warning">
          {messages.text('panel.stale', { time })}
        </FailureNotice>
      )}
      <div className={styles['footer']}>
        <AsOf time={time} stale={checkedAt !== undefined && later(checkedAt, STALE_AFTER) < now} />
        <HowTimersCount />
      </div>
    </div>
  );
}

/** Until when the timers are known to be right; a warning when that is a while ago. */
function AsOf({ time, stale }: { readonly time: string; readonly stale: boolean }): ReactElement {
  const { messages } = useReader();
  return (
    <p className={styles['asOf']} data-stale={stale}>
      {stale && <StatusWarningIcon label="" size="small" color="var(--ds-icon-warning)" />}
      {messages.text(stale ? 'panel.asOfStale' : 'panel.asOf', { time })}
    </p>
  );
}
