import { latestRevisions, type Revision } from '../domain/agreement/revisions';
import type { Ports, ProjectId } from './ports';

/** The latest revision of every holiday set, calendar and agreement of a project. */
export async function viewDefinitions({ records }: Ports, project: ProjectId): Promise<Revision[]> {
  return latestRevisions(await records.revisions(project));
}
