import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { failureText, problemText } from '../../text/failure-text';

interface Props {
  readonly error: Error;
  /** Gives up what was typed for what somebody else has saved. */
  readonly reload: (() => void) | undefined;
}

/** Why nothing was saved. What was typed is still there. */
export function ServiceNotSaved({ error, reload }: Props): ReactElement {
  const { messages } = useReader();
  const problems = error instanceof CallFailure ? error.problems : [];
  const isOlder = problems.some(({ code }) => code === 'record.newer');
  return (
    <Notice
      tone="error"
      title={messages.text('service.notSaved')}
      {...(isOlder &&
        reload && {
          action: (
            <Button spacing="compact" onClick={reload}>
              {messages.text('service.reload')}
            </Button>
          ),
        })}
    >
      {problems.length > 0
        ? problems.map((problem, index) => <p key={index}>{problemText(problem, messages)}</p>)
        : `${failureText(error, messages)} ${messages.text('service.nothingLost')}`}
    </Notice>
  );
}
