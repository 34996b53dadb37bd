import { Project } from '../pages/project/project';
import { DefinitionsSkeleton } from '../pages/project-settings/definitions-skeleton';
import { saysHowTimersCount, TimerSemantics } from '../pages/timer-semantics/timer-semantics';
import { mountPage } from '../parts/mount-page';

void mountPage({
  loading: <DefinitionsSkeleton />,
  of: (context) => (saysHowTimersCount(context) ? <TimerSemantics /> : <Project />),
});
