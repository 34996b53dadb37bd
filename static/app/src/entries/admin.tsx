import { AdminPage } from '../pages/admin/admin-page';
import { DefinitionsSkeleton } from '../pages/project-settings/definitions-skeleton';
import { mountPage } from '../parts/mount-page';

void mountPage({ loading: <DefinitionsSkeleton />, of: () => <AdminPage /> });
