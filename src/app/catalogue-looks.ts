import { withDecision, type LookDecision } from '../domain/catalogue/to-be-looked-at';
import { problem, type Problem } from '../domain/problem';
import { viewCatalogue } from './catalogue';
import type { AccountId, Ports, ProjectId } from './ports';

/** What somebody decides of an agreement. */
export type LookedAt = Omit<LookDecision, 'by' | 'at'> & { readonly agreement: string };

/**
 * Keeps what was decided of an agreement once a service that it names had changed (C10).
 *
 * @returns what is wrong: nothing of it waits for a decision, or the service has changed once more since it was looked at.
 * @throws SomebodyElseSaves
 */
export async function decideLook(
  ports: Ports,
  project: ProjectId,
  actor: AccountId,
  { agreement, ...decision }: LookedAt,
): Promise<readonly Problem[]> {
  const { clock, ids, records } = ports;
  const { toLookAt } = await viewCatalogue(ports, project);
  const waiting = toLookAt.find(
    (each) => each.agreement.id === agreement && each.service === decision.service,
  );
  if (waiting?.revision !== decision.revision) return [problem('record.newer', '')];
  const looks = await records.documents(project, 'look');
  const before = looks.find(({ doc }) => doc.id === agreement);
  const [change, at] = [ids.next(), clock.now()];
  const doc = withDecision(before?.doc ?? { id: agreement, decisions: [] }, { ...decision, by: actor, at });
  const revision = { kind: 'look', change, at, seq: (before?.seq ?? 0) + 1, doc } as const;
  await records.commit({ id: change, project, at, actor, action: 'write', revisions: [revision] });
  return [];
}
