import { IssueTimersPage } from '../pages/issue-timers/issue-timers-page';
import { TimersSkeleton } from '../pages/issue-timers/timers-skeleton';
import { mountPage } from '../parts/mount-page';

void mountPage({
  loading: <TimersSkeleton />,
  of: ({ extension }) => <IssueTimersPage issueId={extension.issue?.id} />,
});
