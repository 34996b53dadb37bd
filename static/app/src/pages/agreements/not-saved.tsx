import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { failureText, problemText } from '../../text/failure-text';

interface Props {
  readonly error: Error | null;
  /** Shows what somebody else has saved. */
  readonly reload: () => void;
}

/** Reasons for which nobody knows whether the app got so far as to save. */
const uncertain: readonly CallFailure['reason'][] = ['unreachable', 'outdated', 'failed'];

/** Why nothing was saved, as far as no field says it. What was typed is still there. */
export function NotSaved({ error, reload }: Props): ReactElement | null {
  const { messages } = useReader();
  if (!error) return null;
  const problems = error instanceof CallFailure ? error.problems : [];
  const isCertain = error instanceof CallFailure && !uncertain.includes(error.reason);
  const isOlder = problems.some(({ code }) => code === 'record.newer');
  return (
    <Notice
      tone="error"
      title={messages.text(isCertain ? 'agreements.notSaved' : 'agreements.maybeNotSaved')}
      {...(isOlder && {
        action: (
          <Button spacing="compact" onClick={reload}>
            {messages.text('agreements.reload')}
          </Button>
        ),
      })}
    >
      {problems.length > 0
        ? problems.map((problem, index) => <p key={index}>{problemText(problem, messages)}</p>)
        : failureText(error, messages)}
    </Notice>
  );
}
