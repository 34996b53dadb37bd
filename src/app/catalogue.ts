import { keptAs } from '../domain/catalogue/service-changes';
import type { Service, ServiceText } from '../domain/catalogue/service';
import { readMapping } from '../domain/catalogue/mapping-reader';
import { serviceProblems } from '../domain/catalogue/service-rules';
import { toBeLookedAt, type ToLookAt } from '../domain/catalogue/to-be-looked-at';
import { latestRevisions, meant, type Revision } from '../domain/agreement/revisions';
import type { RevisionOf } from '../domain/documents';
import { problem, type Problem } from '../domain/problem';
import { canonical } from './canonical';
import { LONGEST, type AccountId, type HistoryEntry, type Ports, type ProjectId } from './ports';

export interface Catalogue {
  /** The latest revision of each service. */
  readonly services: readonly RevisionOf<'service'>[];
  /** The agreements to be looked at, because of what changed in a service that they name (C10). */
  readonly toLookAt: readonly ToLookAt[];
}

type Kept = Pick<Ports, 'records'>;

/** The service catalogue of a project. */
export async function viewCatalogue({ records }: Kept, project: ProjectId): Promise<Catalogue> {
  const [services, looks, revisions] = await Promise.all([
    records.documents(project, 'service'),
    records.documents(project, 'look'),
    records.revisions(project),
  ]);
  const agreements = meant(latestRevisions(revisions)).flatMap((each) =>
    each.kind === 'agreement' ? each.doc : [],
  );
  const docs = services.map(({ doc }) => doc);
  const decided = looks.map(({ doc }) => doc);
  return { services, toLookAt: toBeLookedAt(docs, agreements, decided) };
}

/** More than anybody scrolls through. */
const MOST_REVISIONS = 50;

/** The revisions of a service, the latest first; none when there is no such service. */
export function serviceHistory(
  { records }: Kept,
  project: ProjectId,
  id: Service['id'],
): Promise<HistoryEntry<Service>[]> {
  return records.history(project, { kind: 'service', id }, MOST_REVISIONS);
}

/** As many services as a catalogue may have. */
export const MOST_SERVICES = 1_000;

/** A service as somebody wants it to be. */
export interface ServiceDraft {
  readonly text: ServiceText;
  /** The number of the revision that it was made from, 0 for a new one: nobody overwrites what they have not seen. */
  readonly seen: number;
  readonly isCapabilityChanged: boolean;
}

export type ServiceOutcome = { readonly problems: readonly Problem[] } | { readonly revision: number };

/**
 * Saves a service of a project's catalogue (C6).
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveService(
  ports: Ports,
  project: ProjectId,
  actor: AccountId,
  { text, seen, isCapabilityChanged }: ServiceDraft,
): Promise<ServiceOutcome> {
  const { clock, ids, records } = ports;
  const kept = await records.documents(project, 'service');
  const own = kept.find(({ doc }) => doc.id === text.id);
  const { read, problems } = await withMapping(ports, project, text, own?.doc);
  const wanted = keptAs(read, own?.doc, (own?.seq ?? 0) + 1, isCapabilityChanged);
  // Whoever did not hear that it was saved saves once more.
  if (own && !isCapabilityChanged && canonical(own.doc) === canonical(wanted)) return { revision: own.seq };
  if ((own?.seq ?? 0) !== seen) return { problems: [problem('record.newer', '')] };
  if (!own && kept.length >= MOST_SERVICES)
    problems.push(problem('service.too-many', '', { most: String(MOST_SERVICES) }));
  if (JSON.stringify(wanted).length > LONGEST.service)
    problems.push(problem('service.too-long', '', { most: String(LONGEST.service) }));
  const surroundings = {
    services: kept.map(({ doc }) => doc),
    calendars: await calendarsIn(ports, project),
    before: own?.doc.state,
  };
  problems.push(...serviceProblems(wanted, surroundings));
  if (problems.length > 0) return { problems };

  const [change, at] = [ids.next(), clock.now()];
  const revision = { kind: 'service', change, at, seq: seen + 1, doc: wanted } as const;
  await records.commit({ id: change, project, at, actor, action: 'write', revisions: [revision] });
  return { revision: revision.seq };
}

/** Jira is asked about the fields of a mapping only where it was changed. */
async function withMapping(
  { projectFields }: Ports,
  project: ProjectId,
  text: ServiceText,
  before: Service | undefined,
): Promise<{ readonly read: ServiceText; readonly problems: Problem[] }> {
  const problems: Problem[] = [];
  const { mapping } = text;
  if (!mapping || canonical(mapping) === canonical(before?.mapping)) return { read: text, problems };
  const fieldOf = await projectFields.in(project);
  return { read: { ...text, mapping: readMapping(mapping, 'doc.mapping', { fieldOf, problems }) }, problems };
}

async function calendarsIn({ records }: Ports, project: ProjectId): Promise<string[]> {
  const latest: readonly Revision[] = meant(latestRevisions(await records.revisions(project)));
  return latest.flatMap(({ kind, doc }) => (kind === 'calendar' ? doc.id : []));
}
