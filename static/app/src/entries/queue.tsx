import { DefinitionsSkeleton } from '../pages/project-settings/definitions-skeleton';
import { QueuePage } from '../pages/queue/queue-page';
import { mountPage } from '../parts/mount-page';

void mountPage({ loading: <DefinitionsSkeleton />, of: () => <QueuePage /> });
