import type { ReactElement } from 'react';
import type { IssueTimers } from '../../../../../src/contract/views';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { conditionText } from '../../text/condition-text';
import styles from './issue-timers.module.css';

interface Props {
  readonly kind: Exclude<IssueTimers['kind'], 'timers'>;
  /** Those that do not cover the issue. */
  readonly agreements: IssueTimers['agreements'];
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
export function NoTimers({ kind, agreements }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  return (
    <Notice tone={tones[kind]} title={messages.text(`panel.${texts[kind]}.title`)}>
      {messages.text(`panel.${texts[kind]}.text`)}
      {agreements.length > 0 && (
        <ul className={styles['tried']}>
          {agreements.map(({ name, covers }, index) => (
            <li key={index}>
              {covers
                ? messages.text('panel.notCovered.covers', { name, condition: conditionText(covers, reader) })
                : messages.text('panel.notCovered.notStarted', { name })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
