import { countCauses, type CausesWanted } from '../app/breaches/count-causes';
import type { Ports, ProjectId } from '../app/ports';
import type { CausesCounted } from '../contract/cause-counts';
import { namesOf } from './names-of';

/** How many breaches have which cause, as pages and gadgets show it. */
export async function causesCounted(
  ports: Ports,
  project: ProjectId,
  wanted: CausesWanted,
): Promise<CausesCounted> {
  const { agreements, ...counted } = await countCauses(ports, project, wanted);
  return { ...counted, hasAgreements: agreements.length > 0, names: { agreements: namesOf(agreements) } };
}
