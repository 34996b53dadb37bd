import type { ReactElement } from 'react';
import type { IssueTimers } from '../../../../../src/contract/views';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';

interface Props {
  readonly kind: Exclude<IssueTimers['kind'], 'timers'>;
}

const tones = {
  'no-definitions': 'information',
  'not-covered': 'information',
  unreadable: 'warning',
} as const;
const texts = {
  'no-definitions': 'noDefinitions',
  'not-covered': 'notCovered',
  unreadable: 'unreadable',
} as const;

/** Why an issue has no timers, and who can do something about it. */
export function NoTimers({ kind }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <Notice tone={tones[kind]} title={messages.text(`panel.${texts[kind]}.title`)}>
      {messages.text(`panel.${texts[kind]}.text`)}
    </Notice>
  );
}
