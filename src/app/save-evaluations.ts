import { approvalsOf, cycleOfException } from '../domain/breach/exception';
import { withApproved } from '../domain/report/timer-line';
import type { HoursOf } from '../domain/timer/account';
import { cycleIdOf } from '../domain/timer/cycle-name';
import type { Evaluation, Ports } from './ports';

/**
 * Writes down how these issues of one project stand, at most 100, with what was approved for them. One that was deleted while it
 * was judged is forgotten again: the deletion is noted before anything is removed, so that whoever of the two comes last leaves
 * nothing behind.
 *
 * @returns those that are still there.
 */
export async function saveEvaluations(
  ports: Pick<Ports, 'timers' | 'clock' | 'usage' | 'records'>,
  hoursOf: HoursOf,
  judged: readonly Evaluation[],
): Promise<readonly Evaluation[]> {
  const { timers, clock, usage } = ports;
  const evaluations = await approved(ports, hoursOf, judged);
  await timers.save(evaluations);
  usage.count('issues', evaluations.length);
  const deleted = await timers.deleted(evaluations.map(({ issue }) => issue));
  for (const issue of deleted) await timers.forget(issue, clock.now());
  return evaluations.filter(({ issue }) => !deleted.has(issue));
}

async function approved(
  { records }: Pick<Ports, 'records'>,
  hoursOf: HoursOf,
  evaluations: readonly Evaluation[],
): Promise<readonly Evaluation[]> {
  const [first] = evaluations;
  if (!first || !(await records.hasExceptions(first.project))) return evaluations;
  const topics = evaluations.map(({ issue }) => issue);
  const exceptions = (await records.about(first.project, 'exception', { topics })).map(({ doc }) => doc);
  if (exceptions.length === 0) return evaluations;
  return evaluations.map((evaluation) => {
    const { issue, lines, timers, evaluatedAt: now } = evaluation;
    const approvedFor = (line: (typeof lines)[number]) =>
      approvalsOf(exceptions.filter(({ id }) => cycleOfException(id) === cycleIdOf({ ...line, issue })));
    return { ...evaluation, lines: withApproved(lines, timers, approvedFor, { hoursOf, now }) };
  });
}
