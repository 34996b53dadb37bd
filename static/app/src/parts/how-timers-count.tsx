import type { ReactElement } from 'react';
import { openTimerSemantics } from '../platform/modal';
import { useReader } from './reader-context';
import { TextButton } from './text-button';

/** Leads to the rules of timers in plain words. */
export function HowTimersCount(): ReactElement {
  const { messages } = useReader();
  const title = messages.text('semantics.title');
  return (
    <TextButton aria-haspopup="dialog" onClick={() => openTimerSemantics(title)}>
      {title}
    </TextButton>
  );
}
