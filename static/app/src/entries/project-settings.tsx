import { DefinitionsSkeleton } from '../pages/project-settings/definitions-skeleton';
import { ProjectSettingsPage } from '../pages/project-settings/project-settings-page';
import { mountPage } from '../parts/mount-page';

void mountPage({ loading: <DefinitionsSkeleton />, of: () => <ProjectSettingsPage /> });
