import { Gadget } from '../pages/gadgets/gadget';
import { DefinitionsSkeleton } from '../pages/project-settings/definitions-skeleton';
import { mountPage } from '../parts/mount-page';

void mountPage({ loading: <DefinitionsSkeleton />, of: () => <Gadget /> });
