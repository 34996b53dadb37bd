import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { Problem } from '../../../../../../src/domain/problem';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { CallFailure } from '../../../platform/call-failure';
import { failureText, problemText } from '../../../text/failure-text';

/** What the server found wrong. */
export function problemsOf(error: Error | null): readonly Problem[] {
  return error instanceof CallFailure ? error.problems : [];
}

/** Whether somebody else has saved the same record meanwhile. */
export function isNewer(error: Error | null): boolean {
  return problemsOf(error).some(({ code }) => code === 'record.newer');
}

interface Props {
  readonly error: Error;
  /** Brings what somebody else has saved. */
  readonly reload: () => void;
}

/** Why something was not saved: what no field can show. */
export function SaveFailure({ error, reload }: Props): ReactElement | null {
  const { messages } = useReader();
  const problems = problemsOf(error);
  const whole = problems.filter(({ path }) => path === '');
  if (problems.length > 0 && whole.length === 0) return null;
  return (
    <Notice
      tone="error"
      title={messages.text('holidays.save.failed')}
      {...(isNewer(error) && {
        action: (
          <Button spacing="compact" onClick={reload}>
            {messages.text('holidays.save.reload')}
          </Button>
        ),
      })}
    >
      {whole.length > 0
        ? whole.map((problem) => <p key={problem.code}>{problemText(problem, messages)}</p>)
        : `${failureText(error, messages)} ${messages.text('holidays.save.nothingLost')}`}
    </Notice>
  );
}
