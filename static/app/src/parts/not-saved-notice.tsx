import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { CallFailure } from '../platform/call-failure';
import { failureText, problemText } from '../text/failure-text';
import { Notice } from './notice';
import { useReader } from './reader-context';

interface Props {
  readonly error: Error;
  readonly title: string;
  /** What the button is called that shows what somebody else has saved. */
  readonly reload: string;
  readonly onReload: () => void;
}

/** Why something was not saved, as far as no field says it. What was typed is still there. */
export function NotSavedNotice({ error, title, reload, onReload }: Props): ReactElement | null {
  const { messages } = useReader();
  const problems = error instanceof CallFailure ? error.problems : [];
  const whole = problems.filter(({ path }) => path === '');
  if (problems.length > 0 && whole.length === 0) return null;
  const isOlder = whole.some(({ code }) => code === 'record.newer');
  return (
    <Notice
      tone="error"
      title={title}
      {...(isOlder && {
        action: (
          <Button spacing="compact" onClick={onReload}>
            {reload}
          </Button>
        ),
      })}
    >
      {whole.length > 0
        ? whole.map((problem) => <p key={problem.code}>{problemText(problem, messages)}</p>)
        : failureText(error, messages)}
    </Notice>
  );
}
