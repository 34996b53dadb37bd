import type { Repair } from '../domain/agreement/repair';
import { ruleBook } from '../domain/agreement/rule-book';
import { later, type Instant } from '../domain/time/instant';
import { publicationsOf, type Publication } from '../domain/timer/timeline';
import { PREVIEW_HOLDS } from './apply-repair';
import { viewJob, type JobView } from './job-turns';
import type { AccountId, Ports, ProjectId, RepairPreview } from './ports';

/** An agreement with all versions of it that were ever in force. */
export interface AgreementVersions {
  readonly id: string;
  /** As it is called now. */
  readonly name: string;
  readonly versions: readonly Pick<Publication, 'version' | 'at'>[];
}

export interface PreviewView
  extends JobView, Pick<RepairPreview, 'id' | 'proposal' | 'timers' | 'changed' | 'kept' | 'verdicts'> {
  /** Why it can be applied no more; undefined while it can be. */
  readonly spent: 'rules-changed' | 'too-old' | undefined;
}

export interface RepairMade extends Omit<Repair, 'id'> {
  readonly at: Instant;
  readonly by: AccountId;
}

export interface RepairsView {
  readonly agreements: readonly AgreementVersions[];
  readonly preview: PreviewView | null;
  /** The latest first. */
  readonly made: readonly RepairMade[];
}

export async function viewRepairs(ports: Ports, project: ProjectId): Promise<RepairsView> {
  const revisions = await ports.records.revisions(project);
  const book = ruleBook(revisions);
  const actors = await ports.records.actors(project);
  const preview = await ports.repairPreviews.of(project);
  const made = revisions.flatMap(({ at, change, ...revision }): RepairMade[] => {
    if (revision.kind !== 'repair') return [];
    const { id: _id, ...repair } = revision.doc;
    return [{ ...repair, at, by: actors.get(change) ?? '' }];
  });
  return {
    agreements: book.timelines.flatMap((timeline) => versionsIn(publicationsOf(timeline))),
    preview: preview ? await viewPreview(ports, preview, book.version) : null,
    made: made.sort((a, b) => b.at - a.at),
  };
}

function versionsIn(publications: readonly Publication[]): AgreementVersions[] {
  const last = publications.at(-1);
  if (!last) return [];
  const { id, name } = last.agreement;
  // A calendar may be published anew under the same version: when it first came counts.
  const versions = publications.filter(
    ({ version }, index) => publications.findIndex((each) => each.version === version) === index,
  );
  return [{ id, name, versions: versions.map(({ version, at }) => ({ version, at })) }];
}

async function viewPreview(ports: Ports, preview: RepairPreview, ruleBook: string): Promise<PreviewView> {
  const { id, proposal, timers, changed, kept, verdicts } = preview;
  return {
    ...(await viewJob(ports, preview)),
    id,
    proposal,
    timers,
    changed,
    kept,
    verdicts,
    spent: spentBy(preview, ruleBook, ports.clock.now()),
  };
}

function spentBy(
  { state, changedAt, ...preview }: RepairPreview,
  ruleBook: string,
  now: Instant,
): PreviewView['spent'] {
  if (preview.ruleBook !== ruleBook) return 'rules-changed';
  return state === 'done' && later(changedAt, PREVIEW_HOLDS) < now ? 'too-old' : undefined;
}
