import { describeFailure } from '../errors';
import { THE_APP } from '../../domain/review/review';
import type { Ports, ProjectId } from '../ports';
import { prepareReview, type ToPrepare } from './prepare-review';
import { viewReviews } from './view-reviews';

/** As many as a day prepares of all projects together; the rest follows a day later. */
const MOST_A_DAY = 100;
/** What one takes at the worst. */
const ONE_TAKES_MS = 30_000;

/** Prepares the reviews and service reports whose period has ended, so that they wait for people and not people for them (R3). */
export async function prepareDueReviews(ports: Ports, remainingMs: () => number): Promise<void> {
  let left = MOST_A_DAY;
  for (const project of await ports.projects.withAgreements()) {
    try {
      for (const due of await dueIn(ports, project)) {
        if (left === 0 || remainingMs() < ONE_TAKES_MS) return;
        left -= 1;
        for (const { code } of await prepareReview(ports, { project, actor: THE_APP }, due))
          ports.log.warn('review not prepared', { project, problem: code });
      }
    } catch (error) {
      ports.log.warn('reviews not prepared', { project, error: describeFailure(error) });
    }
  }
}

async function dueIn(ports: Ports, project: ProjectId): Promise<ToPrepare[]> {
  // Figures that are frozen while issues of the past are still being read would be those of some.
  const backfill = await ports.backfills.of(project);
  if (backfill && backfill.state !== 'done') return [];
  const { reviews, reports } = await viewReviews(ports, project);
  return [
    ...reviews.map((row) => ({ ...row, kind: 'review' as const })),
    ...reports.map((row) => ({ ...row, kind: 'service-report' as const })),
  ].filter(({ state }) => state === 'due');
}
