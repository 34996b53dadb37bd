import type { ReactElement, ReactNode } from 'react';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { useExplanation, type Explained } from '../../../data/use-explanation';
import { FailureNotice } from '../../../parts/failure-notice';
import { Notice } from '../../../parts/notice';
import { ReaderProvider, useReader } from '../../../parts/reader-context';
import { knowingFields } from '../../../text/fact-text';
import styles from './why.module.css';

interface Props {
  readonly issueId: string;
  readonly issueUpdated: Instant | null;
  readonly children: (explained: Explained) => ReactNode;
}

/** Asks why an issue has its timers, or none, and shows the answer in the words that this site has for its fields. */
export function WhyFrame({ issueId, issueUpdated, children }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { explained, failure, retry } = useExplanation(issueId, issueUpdated);
  if (!explained) {
    return failure ? (
      <FailureNotice error={failure} retry={retry} title={messages.text('why.failed')} />
    ) : (
      <p className={styles['why']} role="status">
        {messages.text('why.loading')}
      </p>
    );
  }
  if (explained.explanation.kind === 'unreadable') {
    return <Notice tone="warning">{messages.text('panel.unreadable.title')}</Notice>;
  }
  return (
    <ReaderProvider value={knowingFields(reader, explained.names.fields)}>
      <div className={styles['why']}>{children(explained)}</div>
    </ReaderProvider>
  );
}
