import type { Review } from '../../domain/review/review';
import { closedPeriodProblems, type EndedCycle } from '../../domain/review/closed-period';
import type { Problem } from '../../domain/problem';
import type { Instant } from '../../domain/time/instant';
import type { Ports, ProjectId } from '../ports';

/** What keeps cycles, each with its place in what was sent, from being reported otherwise: closed reviews of their periods (M4). */
export async function closedPeriods(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  cycles: readonly (EndedCycle & { readonly path: string })[],
): Promise<Problem[]> {
  const ends = cycles.flatMap(({ endedAt }) => endedAt ?? []);
  if (ends.length === 0) return [];
  const topics = [...new Set(cycles.map(({ agreement }) => agreement))];
  const from = Math.min(...ends) as Instant;
  const reviews: Review[] = (await records.about(project, 'review', { topics, from })).map(({ doc }) => doc);
  return cycles.flatMap((cycle) => closedPeriodProblems(cycle, reviews, cycle.path));
}
