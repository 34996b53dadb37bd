import type { ReactElement } from 'react';
import type { BoundIssue } from '../../../../../src/domain/improvement/improvement';
import { IssueLink } from '../../parts/issue-link';
import { useReader } from '../../parts/reader-context';
import type { IssueState } from '../../platform/issue-states';

interface Props {
  readonly bound: BoundIssue;
  /** Null where Jira keeps it back from the reader, or has it no more; undefined where it could not be read. */
  readonly issue: IssueState | null | undefined;
}

/** The issue of an action with its status. */
export function IssueStateShown({ bound: { key }, issue }: Props): ReactElement {
  const { messages } = useReader();
  if (issue === null) return <span className="note">{messages.text('improvement.issue.gone', { key })}</span>;
  return (
    <>
      <IssueLink address={issue} otherwise={key} />
      <div className="note">{issue ? issue.status : messages.text('improvement.issue.unknown')}</div>
    </>
  );
}
