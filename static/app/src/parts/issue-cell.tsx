import type { ReactElement } from 'react';
import type { IssueAddress } from '../platform/site-names';
import styles from './issue-cell.module.css';
import { IssueLink } from './issue-link';
import { useReader } from './reader-context';

interface Props {
  readonly id: string;
  /** Null where Jira keeps it back from the reader, or has it no more; undefined where it could not be read. */
  readonly issue: IssueAddress | null | undefined;
}

/** An issue as the reader may know it, in a table. */
export function IssueCell({ id, issue }: Props): ReactElement {
  const { messages } = useReader();
  if (issue === null) return <span className="note">{messages.text('board.hidden')}</span>;
  return (
    <>
      <IssueLink address={issue} otherwise={messages.text('board.unnamed', { id })} />
      {issue && <div className={styles['summary']}>{issue.summary}</div>}
    </>
  );
}
