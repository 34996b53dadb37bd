import type { Agreement } from '../domain/agreement/agreement';
import { stepProblems, type StepName } from '../domain/agreement/life';
import type { LifeStep } from '../domain/agreement/life-step';
import { standingOf } from '../domain/agreement/standing-of';
import { problem, type Problem } from '../domain/problem';
import type { Instant } from '../domain/time/instant';
import type { RunOff } from '../domain/timer/timeline';
import { agreementsOf, stepsTaken } from './agreements-of';
import { judgeAnew } from './judge-anew';
import type { AccountId, Ports, ProjectId } from './ports';

/** A step that somebody wants an agreement to take that is or was in force. */
export interface StepWanted {
  readonly agreement: Agreement['id'];
  /** How many steps it had taken when that was decided. */
  readonly seen: number;
  readonly step: Exclude<LifeStep['step'], 'publish'> & StepName;
  /** When what is wanted begins; at once when left out. */
  readonly from?: Instant;
  readonly to?: Instant;
  readonly runOff?: RunOff;
  readonly reason: string;
}

/**
 * Suspends an agreement, reinstates it, ends it, takes an end back, puts it away or fetches it back (A3, A10, A17).
 *
 * @returns why it cannot be done; nothing has changed then.
 * @throws SomebodyElseSaves; nothing has changed then.
 */
export async function takeStep(
  ports: Ports,
  project: ProjectId,
  actor: AccountId,
  wanted: StepWanted,
): Promise<readonly Problem[]> {
  const { clock, ids, records } = ports;
  const file = (await agreementsOf(ports, project)).get(wanted.agreement);
  const at = clock.now();
  const standing = file && standingOf(file.timeline, stepsTaken(file), at);
  const latest = file?.versions.at(-1);
  if (!standing || !latest) return [problem('life.unknown-agreement', '')];
  if (file.steps.length !== wanted.seen) return [problem('record.newer', '')];
  const problems = stepProblems(wanted.step, {
    state: standing.state,
    now: at,
    details: latest.doc.details ?? {},
    effectiveTo: latest.doc.effectiveTo,
    findings: [],
    textHash: '',
    signatures: [],
    ...(wanted.from !== undefined && { from: wanted.from }),
    ...(wanted.to !== undefined && { to: wanted.to }),
    reason: wanted.reason,
    isEndPlanned: standing.isEndPlanned,
  });
  if (problems.length > 0) return problems;
  const change = ids.next();
  const doc = stepOf(wanted, at);
  const isJudgedAnew = wanted.step !== 'archive' && wanted.step !== 'restore';
  await records.commit({
    id: change,
    project,
    at,
    actor,
    action: isJudgedAnew ? 'save' : 'prepare',
    revisions: [{ kind: 'step', change, at, seq: file.steps.length + 1, doc }],
  });
  if (isJudgedAnew) await judgeAnew(ports, project, actor);
  return [];
}

function stepOf({ agreement: id, step, from, to, runOff, reason }: StepWanted, at: Instant): LifeStep {
  switch (step) {
    case 'suspend':
      return { id, step, from: from ?? at, ...(to !== undefined && { to }), reason };
    case 'terminate':
      return { id, step, from: from ?? at, runOff: runOff ?? 'finish', reason };
    default:
      return { id, step, reason };
  }
}
