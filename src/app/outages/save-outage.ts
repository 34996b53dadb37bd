import type { RevisionOf } from '../../domain/documents';
import { outageProblems, verifyProblems, withCourse, type Outage } from '../../domain/outage/outage';
import { problem, type Problem } from '../../domain/problem';
import { later, span } from '../../domain/time/instant';
import { viewCauses } from '../breaches/causes';
import type { Writer } from '../breaches/save-breaches';
import { canonical } from '../canonical';
import { LONGEST, type Ports, type ProjectId } from '../ports';

type Saving = Pick<Ports, 'records' | 'clock' | 'ids'>;
export type OutageOutcome = { readonly problems: readonly Problem[] } | { readonly id: Outage['id'] };

/** An outage as somebody wants it to be; a new one has no id yet. */
export type OutageText = Omit<Outage, 'id' | 'derived' | 'verified' | 'withdrawn'> & {
  readonly id?: Outage['id'];
};

/**
 * Records an outage by hand (T10), or corrects one, whoever told it. One that was withdrawn counts again.
 *
 * @param seen the number of the revision that it was made from, 0 for a new one.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveOutage(
  ports: Saving,
  writer: Writer,
  { id, ...text }: OutageText,
  seen: number,
): Promise<OutageOutcome> {
  const { project } = writer;
  const own = id === undefined ? undefined : await outageNamed(ports, project, id);
  if (id !== undefined && !own) return { problems: [problem('outage.unknown', '')] };
  const same = own ?? (await sameByHand(ports, project, text));
  const doc = textOn(same?.doc ?? { ...text, id: id ?? ports.ids.next() }, text);
  // Whoever did not hear that it was saved saves once more.
  if (same && canonical(same.doc) === canonical(doc)) return { id: doc.id };
  if ((own?.seq ?? 0) !== seen) return { problems: [problem('record.newer', '')] };
  const { causes } = await viewCauses(ports, project);
  const services = (await ports.records.documents(project, 'service')).map((each) => each.doc.id);
  const now = ports.clock.now();
  const problems = outageProblems(doc, { now, causes, services, before: own?.doc });
  return written(ports, writer, {
    doc,
    seen,
    problems: problems.map((one) => ({ ...one, path: `doc.${one.path}` })),
  });
}

/** What somebody says in place of what was said; what a rule told, and who confirmed it, is nothing that they say. */
function textOn({ id, derived, verified, ...before }: Outage, text: Omit<OutageText, 'id'>): Outage {
  const course = {
    service: before.service,
    begin: before.begin,
    planned: before.planned,
    degree: before.degree,
  };
  const standing: Outage = {
    ...text,
    ...course,
    id,
    ...(before.end !== undefined && { end: before.end }),
    ...(derived && { derived }),
    ...(verified && { verified }),
  };
  return withCourse(standing, text);
}

async function sameByHand(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  text: Omit<OutageText, 'id'>,
): Promise<RevisionOf<'outage'> | undefined> {
  const wanted = { topics: [text.service], from: text.begin, to: later(text.begin, span(1)) };
  const then = await records.about(project, 'outage', wanted);
  return then.find(({ doc }) => canonical(doc) === canonical({ ...text, id: doc.id }));
}

/**
 * Confirms that the service was restored when the outage says so: whoever calls is named for it.
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function verifyOutage(
  ports: Saving,
  writer: Writer,
  id: Outage['id'],
  seen: number,
): Promise<OutageOutcome> {
  const own = await outageNamed(ports, writer.project, id);
  if (!own) return { problems: [problem('outage.unknown', '')] };
  if (own.doc.verified?.by === writer.actor) return { id };
  if (own.seq !== seen) return { problems: [problem('record.newer', '')] };
  const at = ports.clock.now();
  const doc: Outage = { ...own.doc, verified: { by: writer.actor, at } };
  return written(ports, writer, { doc, seen, problems: verifyProblems(own.doc, at) });
}

/**
 * Takes an outage out of all figures; the register goes on showing it, with the reason.
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function withdrawOutage(
  ports: Saving,
  writer: Writer,
  { id, reason }: { readonly id: Outage['id']; readonly reason: string },
  seen: number,
): Promise<OutageOutcome> {
  const own = await outageNamed(ports, writer.project, id);
  if (!own) return { problems: [problem('outage.unknown', '')] };
  if (own.doc.withdrawn?.reason === reason) return { id };
  if (own.seq !== seen) return { problems: [problem('record.newer', '')] };
  const doc: Outage = { ...own.doc, withdrawn: { reason } };
  const found = outageProblems(doc, { now: ports.clock.now(), causes: [], services: [], before: own.doc });
  const problems = found.map((one) => ({ ...one, path: one.path.replace(/^withdrawn\./, '') }));
  return written(ports, writer, { doc, seen, problems });
}

async function outageNamed(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  id: Outage['id'],
): Promise<RevisionOf<'outage'> | undefined> {
  const [kept] = await records.named(project, 'outage', [id]);
  return kept;
}

interface Wanted {
  readonly doc: Outage;
  readonly seen: number;
  readonly problems: readonly Problem[];
}

async function written(
  { records, clock, ids }: Saving,
  { project, actor }: Writer,
  { doc, seen, problems }: Wanted,
): Promise<OutageOutcome> {
  const all = [...problems, ...tooLong(doc)];
  if (all.length > 0) return { problems: all };
  const [change, at] = [ids.next(), clock.now()];
  const revision = { kind: 'outage', change, at, seq: seen + 1, doc } as const;
  await records.commit({ id: change, project, at, actor, action: 'write', revisions: [revision] });
  return { id: doc.id };
}

/** What is written takes more room than it has characters where it must be escaped. */
const tooLong = (doc: Outage): Problem[] =>
  JSON.stringify(doc).length > LONGEST.outage
    ? [problem('breach.long-in-all', '', { most: String(LONGEST.outage) })]
    : [];
