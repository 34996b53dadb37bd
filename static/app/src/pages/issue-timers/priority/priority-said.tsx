import { Suspense, type ReactElement } from 'react';
import { lazyPart } from '../../../parts/lazy-part';
import type { IssueTimers } from '../../../../../../src/contract/views';
import { useReader } from '../../../parts/reader-context';
import styles from '../issue-timers.module.css';

const PriorityOpen = lazyPart(async () => (await import('./priority-open')).PriorityOpen);

export type Priority = NonNullable<IssueTimers['priority']>;

interface Props {
  readonly issueId: string;
  readonly priority: Priority;
  /** The reader has changed the issue. */
  readonly changed: () => void;
}

/** Which priority the agreement gives the issue; where Jira has another one, or something is missing, what to do (A13). */
export function PrioritySaid(props: Props): ReactElement {
  const { messages } = useReader();
  const { impact, urgency, priority, inJira } = props.priority;
  const isRight = priority !== null && priority.id === inJira?.id;
  return (
    <div role="group" aria-label={messages.text('priority.panel.title')}>
      {isRight ? (
        <p className={styles['details']}>
          {messages.text('priority.panel.given', {
            impact: impact.value?.name ?? '',
            urgency: urgency.value?.name ?? '',
            priority: priority.name,
          })}
        </p>
      ) : (
        <Suspense>
          <PriorityOpen {...props} />
        </Suspense>
      )}
    </div>
  );
}
