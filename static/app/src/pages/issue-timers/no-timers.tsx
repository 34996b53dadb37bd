import { Suspense, type ReactElement } from 'react';
import { lazyPart } from '../../parts/lazy-part';
import type { IssueTimers } from '../../../../../src/contract/views';
import type { Instant } from '../../../../../src/domain/time/instant';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';

const IssueScope = lazyPart(async () => (await import('./scope/issue-scope')).IssueScope);
const WhyNoTimers = lazyPart(async () => (await import('./why/why-no-timers')).WhyNoTimers);

interface Props {
  readonly issueId: string;
  readonly kind: Exclude<IssueTimers['kind'], 'timers'>;
  readonly issueUpdated: Instant | null;
  readonly now: Instant;
}

/** Why an issue has no timers, and who can do something about it. */
export function NoTimers({ kind, ...issue }: Props): ReactElement {
  const { messages } = useReader();
  switch (kind) {
    case 'not-covered':
      return (
        <Suspense>
          <IssueScope issueId={issue.issueId} />
          <WhyNoTimers {...issue} />
        </Suspense>
      );
    case 'not-started':
      return (
        <Suspense>
          <WhyNoTimers {...issue} />
        </Suspense>
      );
    case 'no-definitions':
      return (
        <Notice tone="information" title={messages.text('panel.noDefinitions.title')}>
          {messages.text('panel.noDefinitions.text')}
        </Notice>
      );
    case 'unreadable':
      return (
        <Notice tone="warning" title={messages.text('panel.unreadable.title')}>
          {messages.text('panel.unreadable.text')}
        </Notice>
      );
  }
}
