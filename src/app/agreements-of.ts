import type { Agreement } from '../domain/agreement/agreement';
import type { StepTaken } from '../domain/agreement/life-step';
import type { Revision } from '../domain/agreement/revisions';
import type { RevisionOf } from '../domain/documents';
import type { Timeline } from '../domain/timer/timeline';
import type { Ports, ProjectId } from './ports';
import { rulesOf } from './rules';

export type AgreementRevision = Extract<Revision, { kind: 'agreement' }>;
export type StepRevision = Extract<Revision, { kind: 'step' }>;

/** An agreement with all that ever happened to it. */
export interface AgreementFile {
  readonly id: Agreement['id'];
  /** Its versions by their numbers; none while it is only being written. */
  readonly versions: readonly AgreementRevision[];
  readonly timeline: Timeline;
  /** In the order in which they were taken. */
  readonly steps: readonly StepRevision[];
  /** The next version, while somebody writes it or has put it away. */
  readonly draft: RevisionOf<'draft'> | undefined;
}

/** The agreements of a project by their ids, in the order of their ids. */
export async function agreementsOf(
  ports: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<Map<Agreement['id'], AgreementFile>> {
  const revisions = await ports.records.revisions(project);
  const { book } = await rulesOf(ports, project);
  const drafts = await ports.records.documents(project, 'draft');
  const versions = byId(revisions.filter((each) => each.kind === 'agreement'));
  const steps = byId(revisions.filter((each) => each.kind === 'step'));
  const timelines = new Map(
    book.timelines.flatMap((timeline) => {
      const id = timeline.find((entry) => entry.kind === 'published')?.agreement.id;
      return id === undefined ? [] : [[id, timeline] as const];
    }),
  );
  const draftOf = new Map(drafts.map((draft) => [draft.doc.id, draft]));
  const ids = [...new Set([...versions.keys(), ...draftOf.keys()])].sort();
  return new Map(
    ids.map((id) => [
      id,
      {
        id,
        versions: versions.get(id) ?? [],
        timeline: timelines.get(id) ?? [],
        steps: steps.get(id) ?? [],
        draft: draftOf.get(id),
      },
    ]),
  );
}

/** The draft that somebody works on; a closed one is history. */
export const openDraft = ({ draft }: Pick<AgreementFile, 'draft'>): RevisionOf<'draft'> | undefined =>
  draft?.doc.closed ? undefined : draft;

export const stepsTaken = ({ steps }: Pick<AgreementFile, 'steps'>): StepTaken[] =>
  steps.map(({ doc, at }) => ({ ...doc, at }));

function byId<Saved extends { readonly seq: number; readonly doc: { readonly id: string } }>(
  revisions: readonly Saved[],
): Map<string, Saved[]> {
  const found = new Map<string, Saved[]>();
  for (const revision of revisions) {
    const before = found.get(revision.doc.id);
    if (before) before.push(revision);
    else found.set(revision.doc.id, [revision]);
  }
  for (const each of found.values()) each.sort((a, b) => a.seq - b.seq);
  return found;
}
