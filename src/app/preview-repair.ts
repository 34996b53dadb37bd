import { repairProblems, type RepairProposal } from '../domain/agreement/repair';
import { ruleBook } from '../domain/agreement/rule-book';
import type { Problem } from '../domain/problem';
import { NO_TIME } from '../domain/time/instant';
import { compareRules, verdictChanges } from './compare-rules';
import { fieldsAskedFor } from './evaluate-issue';
import { afterPage, canGoOn, newJob, pauseJob, resumeJob, takeTurn } from './job-turns';
import { withMemberships } from './memberships';
import type { AccountId, Ports, Progress, ProjectId, RepairPreview, Turn } from './ports';
import { rulesOf } from './rules';

/** More than anybody reads; all are counted. */
export const MOST_DIFFERENCES = 1_000;

/**
 * Begins to find out what a repair would change, in place of an earlier preview of the project. Nothing is written but the
 * preview itself.
 *
 * @returns what is wrong with the proposal; nothing has begun then.
 */
export async function previewRepair(
  ports: Ports,
  project: ProjectId,
  actor: AccountId,
  proposal: RepairProposal,
): Promise<readonly Problem[]> {
  const { book } = await rulesOf(ports, project);
  const problems = repairProblems(proposal, book.timelines, ports.clock.now());
  if (problems.length === 0) await startPreview(ports, project, actor, proposal);
  return problems;
}

async function startPreview(
  ports: Ports,
  project: ProjectId,
  actor: AccountId,
  proposal: RepairProposal,
): Promise<void> {
  const { repairPreviews } = ports;
  const { book } = await rulesOf(ports, project);
  const before = await repairPreviews.of(project);
  if (before) await repairPreviews.discard(before);
  const none = { timers: 0, changed: 0, kept: 0, verdicts: [] };
  const preview = { ...newJob(ports, project, actor), proposal, ruleBook: book.version, ...none };
  await repairPreviews.start(preview);
  await repairPreviews.wake(preview, NO_TIME);
}

export function pausePreview(ports: Ports, project: ProjectId): Promise<void> {
  return pauseJob(ports, ports.repairPreviews, project);
}

/** Goes on with a preview that was paused or has failed, or whose wake-up was lost; from its start where it must. */
export async function resumePreview(ports: Ports, project: ProjectId): Promise<void> {
  const preview = await ports.repairPreviews.of(project);
  if (!preview || preview.state === 'done') return;
  if (canGoOn(ports, preview)) await resumeJob(ports, ports.repairPreviews, preview);
  else await startPreview(ports, project, preview.startedBy, preview.proposal);
}

/** Goes on with a preview whose wake-up was lost. */
export async function wakeLatePreview(ports: Ports, project: ProjectId): Promise<void> {
  const preview = await ports.repairPreviews.of(project);
  if (preview?.state !== 'running') return;
  if (canGoOn(ports, preview)) await ports.repairPreviews.wake(preview, NO_TIME);
  else await startPreview(ports, project, preview.startedBy, preview.proposal);
}

/** Forgets a preview. Without effect when another has taken its place. */
export async function discardPreview(
  { repairPreviews }: Pick<Ports, 'repairPreviews'>,
  project: ProjectId,
  id: string,
): Promise<void> {
  await repairPreviews.discard({ project, id });
}

/**
 * One turn: judges a page of issues by the rules as they are and as they would be. It ends the preview when the rules have
 * changed since it began.
 *
 * @throws JiraUnavailable; the turn can be tried again.
 */
export function previewTurn(ports: Ports, message: Turn): Promise<void> {
  return takeTurn(ports, ports.repairPreviews, message, (preview) => readPage(ports, preview));
}

async function readPage(ports: Ports, preview: RepairPreview): Promise<Progress<RepairPreview>> {
  const { project, group, proposal } = preview;
  const revisions = await ports.records.revisions(project);
  const book = ruleBook(revisions);
  const now = ports.clock.now();
  if (book.version !== preview.ruleBook) return { ...preview, state: 'failed', changedAt: now };
  const doc = { ...proposal, id: preview.id, timers: 0, changed: 0 };
  const proposed = { kind: 'repair', change: preview.id, seq: 1, at: preview.startedAt, doc } as const;
  const repaired = ruleBook([...revisions, proposed]);

  const total = preview.total ?? (await ports.issues.count(project));
  const page = await ports.issues.page(project, group, fieldsAskedFor(book), preview.page ?? undefined);
  // The search may be behind a move.
  const stayed = page.readings.filter((reading) => reading.project === project);
  const { readings, points: groupPoints } = await withMemberships(ports, repaired, stayed);
  const compared = readings.map((reading) => compareRules(reading, { before: book, after: repaired, now }));
  const differences = compared.flatMap((each) => each.differences);
  const kept = differences.slice(0, MOST_DIFFERENCES - preview.kept);
  await ports.repairPreviews.keep(preview, kept);
  const { next, points } = page;
  const progress = await afterPage(
    ports,
    { ...preview, total },
    { issues: page.readings.length, next, points: points + groupPoints },
  );
  return {
    ...progress,
    proposal,
    ruleBook: preview.ruleBook,
    timers: compared.reduce((sum, { cycles }) => sum + cycles, preview.timers),
    changed: preview.changed + differences.length,
    kept: preview.kept + kept.length,
    verdicts: verdictChanges(differences, preview.verdicts),
  };
}
