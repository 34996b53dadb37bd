import { problem, type Problem } from '../../domain/problem';
import { stateOfReview, type Review } from '../../domain/review/review';
import { afterReviewStep, problemsOfReviewStep, type ReviewStep } from '../../domain/review/review-life';
import { localDateAt } from '../../domain/time/zone';
import type { Writer } from '../breaches/save-breaches';
import { canonical } from '../canonical';
import { LONGEST, type Ports } from '../ports';
import { missedPromises } from './missed-promises';
import { reviewPlansOf } from './review-plans';

/** A step that somebody takes, and which revision of the review was before them. */
export interface ReviewStepWanted {
  readonly id: Review['id'];
  readonly seen: number;
  readonly step: ReviewStep;
}

/**
 * Keeps what was held, confirms a review, closes it, or adds a note. It is not closed while a promise of its period that was
 * missed has no cause (M3).
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function takeReviewStep(
  ports: Pick<Ports, 'figures' | 'records' | 'clock' | 'ids'>,
  { project, actor }: Writer,
  { id, seen, step }: ReviewStepWanted,
): Promise<readonly Problem[]> {
  const [kept] = await ports.records.named(project, 'review', [id]);
  if (!kept) return [problem('review.unknown', '')];
  const [change, at] = [ports.ids.next(), ports.clock.now()];
  const doc = afterReviewStep(kept.doc, step, { by: actor, at });
  // Whoever did not hear that it was saved saves once more.
  if (kept.seq === seen + 1 && isSame(kept.doc, doc)) return [];
  if (kept.seq !== seen) return [problem('record.newer', '')];
  const plan = (await reviewPlansOf(ports, project, at)).get(kept.doc.agreement);
  const missed = step.step === 'close' && (await missedPromises(ports, project, kept.doc));
  const problems = problemsOfReviewStep(kept.doc, step, {
    today: localDateAt(plan?.reign.zone ?? 'UTC', at),
    withoutCause: missed ? missed.withoutCause.length : 0,
  });
  if (problems.length > 0) return problems;
  if (JSON.stringify(doc).length > LONGEST.review)
    return [problem('review.long-in-all', '', { most: String(LONGEST.review) })];
  const revisions = [{ kind: 'review', change, at, seq: seen + 1, doc } as const];
  await ports.records.commit({ id: change, project, at, actor, action: 'write', revisions });
  return [];
}

/** Whether they say the same, whenever it was said. */
function isSame(before: Review, after: Review): boolean {
  if (stateOfReview(before) !== stateOfReview(after) || before.notes.length !== after.notes.length)
    return false;
  const said = ({ held, confirmed, closed }: Review): string =>
    canonical([held, confirmed, closed].map((each) => each && { ...each, at: 0 }));
  return said(before) === said(after);
}
