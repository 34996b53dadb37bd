import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { useComplaintIssues } from '../../data/use-complaint-issues';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import styles from '../breaches/breaches.module.css';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { ComplaintIssueTable } from './complaint-issue-table';

/** The issues that are complaints by their type, and which of them the register does not have yet (M7). */
export function ComplaintIssuesPart({ mayMonitor }: { readonly mayMonitor: boolean }): ReactElement {
  const { messages, locale } = useReader();
  const { types, issues, error, ...page } = useComplaintIssues();
  return (
    <>
      <h2 id="complaint-issues" className="heading">
        {messages.text('complaints.issues.title')}
      </h2>
      <p className="note">{messages.text('complaints.issues.intro')}</p>
      {error && (
        <FailureNotice error={error} retry={page.retry} title={messages.text('complaints.issues.failed')} />
      )}
      {!types && !error && <DefinitionsSkeleton label={messages.text('complaints.issues.loading')} />}
      {types?.length === 0 && <Notice tone="warning">{messages.text('complaints.issues.noTypes')}</Notice>}
      {types && types.length > 0 && issues.length === 0 && (
        <Notice tone="information">
          {messages.text('complaints.issues.empty', {
            types: new Intl.ListFormat(locale, { type: 'disjunction' }).format(types.map(({ name }) => name)),
          })}
        </Notice>
      )}
      {issues.length > 0 && (
        <div className={styles['list']}>
          <ComplaintIssueTable issues={issues} mayMonitor={mayMonitor} />
          <div className={styles['bar']}>
            <p className="note">
              {messages.text('complaints.issues.shown', {
                shown: issues.length,
                open: issues.filter(({ record }) => !record).length,
              })}
            </p>
            {page.hasMore && (
              <Button onClick={page.readMore} isLoading={page.isReadingMore}>
                {messages.text('board.more')}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}
