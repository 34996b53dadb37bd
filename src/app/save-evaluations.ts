import type { Evaluation, Ports } from './ports';

/**
 * Writes down how these issues stand. One that was deleted while it was judged is forgotten again: the deletion is noted
 * before anything is removed, so that whoever of the two comes last leaves nothing behind.
 *
 * @returns those that are still there.
 */
export async function saveEvaluations(
  { timers, clock, usage }: Pick<Ports, 'timers' | 'clock' | 'usage'>,
  evaluations: readonly Evaluation[],
): Promise<readonly Evaluation[]> {
  await timers.save(evaluations);
  usage.count('issues', evaluations.length);
  const deleted = await timers.deleted(evaluations.map(({ issue }) => issue));
  for (const issue of deleted) await timers.forget(issue, clock.now());
  return evaluations.filter(({ issue }) => !deleted.has(issue));
}
