import type { RevisionOf } from '../../domain/documents';
import {
  afterStep,
  problemsOfStep,
  type OutOfScope,
  type ServingStep,
} from '../../domain/out-of-scope/out-of-scope';
import { problem, type Problem } from '../../domain/problem';
import type { IssueId, Ports, ProjectId } from '../ports';
import { writeDown, type Writer } from '../write-down';

/** What is written down of an issue; undefined while nothing is. */
export async function writtenOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  issue: IssueId,
): Promise<RevisionOf<'out-of-scope'> | undefined> {
  const [own] = await records.named(project, 'out-of-scope', [issue]);
  return own;
}

/** A step that somebody takes, and what was written down of the issue when they decided; 0 for nothing. */
export interface ServingStepWanted {
  readonly issue: OutOfScope['id'];
  readonly seen: number;
  readonly step: ServingStep;
  readonly note: string;
}

/**
 * Asks that an issue which no agreement covers is served anyway, approves that, refuses it or takes it back (M5).
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function takeServingStep(
  ports: Pick<Ports, 'records' | 'clock' | 'ids' | 'timers'>,
  writer: Writer,
  { issue, seen, step, note }: ServingStepWanted,
): Promise<readonly Problem[]> {
  const own = await writtenOf(ports, writer.project, issue);
  if (!own && step !== 'ask') return [problem('scope.unknown', '')];
  // Whoever did not hear that it was saved asks once more.
  if (step === 'ask' && isAskedSo(own?.doc, writer.actor, note)) return [];
  const problems = problemsOfStep(own?.doc, { step, by: writer.actor, note });
  if (problems.length > 0) return problems;
  if ((own?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const covered = step === 'ask' ? await coverProblems(ports, writer.project, issue) : [];
  if (covered.length > 0) return covered;
  const taken = { step, note, by: writer.actor, at: ports.clock.now() };
  const doc = afterStep(own?.doc ?? { id: issue }, taken);
  await writeDown(ports, writer, { kind: 'out-of-scope', doc, seq: seen + 1 });
  return [];
}

const isAskedSo = (doc: OutOfScope | undefined, by: string, reason: string): boolean =>
  doc?.asked?.by === by && doc.asked.reason === reason && !doc.decision && !doc.withdrawn;

/** Why nothing new can be said of an issue: it was not judged yet, or an agreement covers it by now. */
export async function coverProblems(
  { timers }: Pick<Ports, 'timers'>,
  project: ProjectId,
  issue: IssueId,
): Promise<Problem[]> {
  const judged = await timers.of(issue);
  if (!judged || judged.project !== project) return [problem('scope.not-judged', '')];
  return judged.outcome === 'not-covered' ? [] : [problem('scope.covered', '')];
}
