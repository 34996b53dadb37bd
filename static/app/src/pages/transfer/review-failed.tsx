import type { ReactElement } from 'react';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { ProblemList } from '../project-settings/problem-list';

interface Props {
  readonly error: Error;
  readonly retry: () => void;
}

/** Why a file cannot be imported, or why nobody knows yet. */
export function ReviewFailed({ error, retry }: Props): ReactElement {
  const { messages } = useReader();
  const title = messages.text('transfer.import.failed');
  const problems = error instanceof CallFailure ? error.problems : [];
  if (problems.length === 0) return <FailureNotice error={error} retry={retry} title={title} />;
  return (
    <Notice tone="error" title={title}>
      <p>{messages.text('transfer.import.problems', { count: problems.length })}</p>
      <ProblemList problems={problems} />
    </Notice>
  );
}
