import type { ReactElement } from 'react';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { failureText } from '../../text/failure-text';

interface Props {
  readonly error: Error | null;
  /** What is wrong that no field says. */
  readonly others: readonly string[];
}

/** Why nothing was saved, as far as no field says it. What was typed is still there. */
export function RefusedNotice({ error, others }: Props): ReactElement | null {
  const { messages } = useReader();
  if (!error) return null;
  const isOfFields = error instanceof CallFailure && error.problems.length > 0 && others.length === 0;
  return (
    <Notice tone="error" title={messages.text('breaches.notSaved')}>
      {isOfFields && messages.text('agreements.mendAbove')}
      {others.length > 0
        ? others.map((text) => <p key={text}>{text}</p>)
        : !isOfFields && failureText(error, messages)}
    </Notice>
  );
}
