import { IssueTimersPage } from '../pages/issue-timers/issue-timers-page';
import { TimersSkeleton } from '../pages/issue-timers/timers-skeleton';
import { saysHowTimersCount, TimerSemantics } from '../pages/timer-semantics/timer-semantics';
import { mountPage } from '../parts/mount-page';

void mountPage({
  loading: <TimersSkeleton />,
  texts: 'first',
  of: (context) =>
    saysHowTimersCount(context) ? (
      <TimerSemantics />
    ) : (
      <IssueTimersPage issueId={context.extension.issue?.id} />
    ),
});
