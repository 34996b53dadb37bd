import type { ReactElement } from 'react';
import type { ComplaintIssue } from '../../../../../src/contract/complaint-issues';
import { useComplaintIssue, useSiteUrl } from '../../data/use-complaint-issues';
import { IssueLink } from '../../parts/issue-link';
import { TimersInShort } from './timers-in-short';

/** The key of an issue, which opens it. */
export function ComplaintIssueKey({
  issue: { key, ...issue },
}: {
  readonly issue: ComplaintIssue;
}): ReactElement {
  const siteUrl = useSiteUrl();
  const { summary, status } = issue;
  const address =
    siteUrl === undefined ? undefined : { key, summary, status, url: `${siteUrl}/browse/${key}` };
  return <IssueLink address={address} otherwise={key} />;
}

/** The issue that a complaint names, with its timers; its key alone where Jira keeps it back, or does not answer. */
export function ComplaintIssueNamed({ issueKey }: { readonly issueKey: string }): ReactElement {
  const { data: issue } = useComplaintIssue(issueKey);
  if (!issue) return <>{issueKey}</>;
  return (
    <>
      <ComplaintIssueKey issue={issue} />
      <TimersInShort timers={issue.timers} />
    </>
  );
}
