import {
  cycleNameOf,
  cycleOfException,
  exceptionId,
  MOST_EXCEPTIONS,
  stateOf,
  type CycleException,
} from '../../domain/breach/exception';
import {
  afterStep,
  askedProblems,
  pointlessFor,
  problemsOfStep,
  type ExceptionStep,
} from '../../domain/breach/exception-life';
import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import type { Cycle } from '../../domain/timer/cycle';
import { cycleIdOf, cycleNamed, type CycleId } from '../../domain/timer/cycle-name';
import { canonical } from '../canonical';
import { describeFailure } from '../errors';
import { markIssues } from '../mark-issue';
import type { EndedCycle } from '../../domain/review/closed-period';
import type { Ports, ProjectId } from '../ports';
import { closedPeriods } from '../reviews/closed-reviews';
import { saidOf } from './said';
import type { Writer } from './save-breaches';

/** What is asked for some cycles, at most 100. */
export type ExceptionsAsked = Pick<CycleException, 'wanted' | 'ground' | 'reason'> & {
  readonly cycles: readonly CycleId[];
};

/**
 * Asks that cycles are reported otherwise than they were measured (M4): for all of them, or for none. One outage may excuse
 * forty at once.
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function askForExceptions(
  ports: Ports,
  { project, actor }: Writer,
  { cycles: wantedFor, ...asked }: ExceptionsAsked,
): Promise<readonly Problem[]> {
  const [at, cycles] = [ports.clock.now(), [...new Set(wantedFor)]];
  const problems = askedProblems(asked, at);
  if (problems.length > 0) return problems;
  const known = await cyclesNamed(ports, project, cycles);
  const said = await saidOf(ports, project, cycles);
  const docs: CycleException[] = [];
  const ended: (EndedCycle & { readonly path: string })[] = [];
  for (const [index, id] of cycles.entries()) {
    const path = `cycles[${index}]`;
    const cycle = known.get(id);
    if (!cycle) {
      problems.push(problem('exception.no-cycle', path));
      continue;
    }
    problems.push(...pointlessFor(asked.wanted, cycle));
    ended.push({ agreement: cycleNamed(id)?.agreement ?? '', endedAt: cycle.end?.at ?? null, path });
    const before = said.get(id)?.exceptions.map(({ doc }) => doc) ?? [];
    const waiting = before.find((one) => stateOf(one) === 'asked' && one.wanted.kind === asked.wanted.kind);
    // Whoever did not hear that it was asked for asks once more.
    if (waiting?.asked.by === actor && canonical(askedIn(waiting)) === canonical(asked)) continue;
    if (waiting) problems.push(problem('exception.waiting', path));
    if (before.length >= MOST_EXCEPTIONS)
      problems.push(problem('exception.many', path, { most: String(MOST_EXCEPTIONS) }));
    docs.push({ ...asked, id: exceptionId(id, before.length + 1), asked: { by: actor, at } });
  }
  problems.push(...(await closedPeriods(ports, project, ended)));
  if (problems.length > 0) return problems;
  await commit(
    ports,
    { project, actor },
    docs.map((doc) => ({ doc, seq: 1 })),
  );
  return [];
}

const askedIn = ({ wanted, ground, reason }: CycleException): Omit<ExceptionsAsked, 'cycles'> => ({
  wanted,
  ground,
  reason,
});

/** As many issues as the store gives at once. */
const AT_ONCE = 50;

async function cyclesNamed(
  { timers }: Pick<Ports, 'timers'>,
  project: ProjectId,
  ids: readonly CycleId[],
): Promise<ReadonlyMap<CycleId, Cycle>> {
  const issues = [...new Set(ids.flatMap((id) => cycleNamed(id)?.issue ?? []))];
  const found = new Map<CycleId, Cycle>();
  for (let first = 0; first < issues.length; first += AT_ONCE)
    for (const stored of await timers.stored(issues.slice(first, first + AT_ONCE))) {
      if (stored.project !== project) continue;
      const { issue } = stored;
      for (const { agreement, metric, cycles } of stored.timers)
        for (const cycle of cycles)
          found.set(
            cycleIdOf({ issue, agreement: agreement.id, metric: metric.id, cycle: cycle.number }),
            cycle,
          );
    }
  return found;
}

/** A step that somebody takes, and what each exception was when they decided: at most 100 of them. */
export interface ExceptionStepWanted {
  readonly step: ExceptionStep;
  readonly note: string;
  readonly exceptions: readonly { readonly id: CycleException['id']; readonly seen: number }[];
}

/**
 * Approves exclusions and extensions, refuses, revokes or withdraws them: all, or none. What was approved, or is so no more,
 * has its issues judged anew.
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function takeExceptionStep(
  ports: Ports,
  { project, actor }: Writer,
  { step, note, exceptions }: ExceptionStepWanted,
): Promise<readonly Problem[]> {
  const at = ports.clock.now();
  const ids = exceptions.map(({ id }) => id);
  const found = await ports.records.named(project, 'exception', ids);
  const kept = new Map(found.map((one) => [one.doc.id, one]));
  const problems: Problem[] = [];
  const written: Pick<RevisionOf<'exception'>, 'seq' | 'doc'>[] = [];
  for (const [index, { id, seen }] of exceptions.entries()) {
    const path = `exceptions[${index}]`;
    const own = kept.get(id);
    if (!own || ids.indexOf(id) < index) {
      problems.push(problem('exception.unknown', path));
      continue;
    }
    const refused = problemsOfStep(own.doc, { step, by: actor, note });
    problems.push(...refused.map((each) => ({ ...each, path: each.path || path })));
    if (refused.length === 0 && own.seq !== seen) problems.push(problem('record.newer', path));
    written.push({ doc: afterStep(own.doc, { step, by: actor, at, note }), seq: own.seq + 1 });
  }
  const changesReports = step === 'approve' || step === 'revoke';
  if (changesReports && problems.length === 0)
    problems.push(...(await closedPeriods(ports, project, await endedOf(ports, project, ids))));
  if (problems.length > 0) return problems;
  await commit(ports, { project, actor }, written);
  if (changesReports) await haveThemJudged(ports, project, ids);
  return [];
}

/** The cycles that exceptions are about, each with the place of its exception. */
async function endedOf(
  ports: Pick<Ports, 'timers'>,
  project: ProjectId,
  ids: readonly CycleException['id'][],
): Promise<(EndedCycle & { readonly path: string })[]> {
  const known = await cyclesNamed(ports, project, cyclesOfExceptions(ids));
  return ids.map((id, index) => ({
    agreement: cycleNameOf(id)?.agreement ?? '',
    endedAt: known.get(cycleOfException(id))?.end?.at ?? null,
    path: `exceptions[${index}]`,
  }));
}

/** What was decided holds, whatever fails then: an issue is judged anew with whatever happens to it next. */
async function haveThemJudged(
  ports: Pick<Ports, 'clock' | 'ids' | 'dirtyIssues' | 'drains' | 'log'>,
  project: ProjectId,
  ids: readonly CycleException['id'][],
): Promise<void> {
  const issues = [...new Set(ids.flatMap((id) => cycleNameOf(id)?.issue ?? []))];
  try {
    await markIssues(
      ports,
      issues.map((issue) => ({ issue, project })),
    );
  } catch (error) {
    ports.log.warn('exception left something undone', { error: describeFailure(error) });
  }
}

/** The cycles that exceptions are about, each once. */
export const cyclesOfExceptions = (ids: readonly CycleException['id'][]): CycleId[] => [
  ...new Set(ids.map(cycleOfException)),
];

async function commit(
  { records, clock, ids }: Pick<Ports, 'records' | 'clock' | 'ids'>,
  { project, actor }: Writer,
  written: readonly Pick<RevisionOf<'exception'>, 'seq' | 'doc'>[],
): Promise<void> {
  if (written.length === 0) return;
  const [change, at] = [ids.next(), clock.now()];
  const revisions = written.map(({ doc, seq }) => ({ kind: 'exception', change, at, seq, doc }) as const);
  await records.commit({ id: change, project, at, actor, action: 'write', revisions });
}
