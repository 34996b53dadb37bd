import Button from '@atlaskit/button/new';
import type { ReactElement, ReactNode } from 'react';
import { CallFailure } from '../platform/call-failure';
import { reloadJiraPage } from '../platform/reload';
import { failureText } from '../text/failure-text';
import { Notice } from './notice';
import { useReader } from './reader-context';

interface Props {
  readonly error: Error;
  readonly retry: () => void;
  readonly tone?: 'error' | 'warning';
  readonly title?: string;
  /** Said before the reason. */
  readonly children?: ReactNode;
}

/** Says why a call failed, and offers what can help: another try, or the new version of the page. */
export function FailureNotice({ error, retry, tone = 'error', title, children }: Props): ReactElement {
  const { messages } = useReader();
  const outdated = error instanceof CallFailure && error.reason === 'outdated';
  return (
    <Notice
      tone={tone}
      {...(title !== undefined && { title })}
      action={
        <Button spacing="compact" onClick={outdated ? reloadJiraPage : retry}>
          {messages.text(outdated ? 'failure.reload' : 'failure.retry')}
        </Button>
      }
    >
      {children} {failureText(error, messages)}
    </Notice>
  );
}
