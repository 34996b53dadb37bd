import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { FailureNotice } from '../../../../parts/failure-notice';
import { Notice } from '../../../../parts/notice';
import { useReader } from '../../../../parts/reader-context';
import { CallFailure } from '../../../../platform/call-failure';
import { ProblemList } from '../../../project-settings/problem-list';

interface Props {
  readonly error: Error;
  readonly retry: () => void;
}

/** Why issues can't be looked at, and what helps. */
export function PreviewFailed({ error, retry }: Props): ReactElement {
  const { messages } = useReader();
  const title = messages.text('agreement.edit.alert.preview.failed');
  if (error instanceof CallFailure && error.reason === 'busy') {
    const again = (
      <Button spacing="compact" onClick={retry}>
        {messages.text('failure.retry')}
      </Button>
    );
    return (
      <Notice tone="warning" title={title} action={again}>
        {messages.text('agreement.edit.alert.preview.busy')}
      </Notice>
    );
  }
  if (error instanceof CallFailure && error.problems.length > 0) {
    return (
      <Notice tone="error" title={messages.text('agreement.edit.alert.preview.refused')}>
        <ProblemList problems={error.problems} />
      </Notice>
    );
  }
  return <FailureNotice error={error} retry={retry} title={title} />;
}
