import type { ReactElement } from 'react';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { failureText } from '../../text/failure-text';
import { ProblemList } from '../project-settings/problem-list';

/** Why nothing came into force, or why nobody knows whether it did. */
export function NotInForce({ error }: { readonly error: Error }): ReactElement {
  const { messages } = useReader();
  const problems = error instanceof CallFailure ? error.problems : [];
  return (
    <Notice tone="error" title={messages.text('start.notPut')}>
      {problems.length > 0 ? <ProblemList problems={problems} /> : failureText(error, messages)}
    </Notice>
  );
}
