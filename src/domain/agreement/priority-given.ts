import type { Instant } from '../time/instant';
import type { Reference } from '../timer/condition';
import { triedIn } from '../timer/explain-agreements';
import { inOrder, type FieldId, type History } from '../timer/history';
import { courseAsOf, type Rules } from '../timer/rules';
import type { Publication } from '../timer/timeline';
import { presentAt, type Present } from '../timer/unmet';
import type { Agreement } from './agreement';
import { axesOf, PRIORITY, type PriorityMatrix } from './priority-matrix';

/** What an issue holds in a field that a matrix goes by; null for nothing. Named as the matrix names it. */
export interface Held {
  readonly field: FieldId;
  readonly value: Reference | null;
}

/** Which priority an agreement gives an issue, and why (A13). */
export interface PriorityGiven {
  readonly agreement: Pick<Agreement, 'id' | 'name'>;
  readonly impact: Held;
  readonly urgency: Held;
  /** The priority for them; null when one is missing, or the matrix has none for the two. */
  readonly priority: Reference | null;
  /** The priority that the issue has in Jira. */
  readonly inJira: Reference | null;
}

/** Whether the issue has another priority than the agreement gives it. */
export const differs = ({ priority, inJira }: Pick<PriorityGiven, 'priority' | 'inJira'>): boolean =>
  priority !== null && priority.id !== inJira?.id;

/** What the matrix of an agreement means for an issue. */
export interface MatrixReading {
  readonly given: PriorityGiven;
  /** The priority that the app is to set in Jira; null when there is none to set. */
  readonly toSet: Reference | null;
}

/**
 * Reads the matrix of the agreement that applies to an issue at `now`: of its SLAs the one that wins (T13); where that has
 * none, of the first OLA or UC that applies and has one, by their ids. The priority depends on nothing but what the issue holds
 * then. An agreement that is suspended gives none.
 *
 * @returns undefined where no matrix holds for the issue.
 */
export function readMatrix(history: History, rules: Rules, now: Instant): MatrixReading | undefined {
  if (!hasMatrix(rules)) return undefined;
  const present = presentAt(history, now);
  const publication = matrixHolder(rules, present, now);
  const { priorityMatrix: matrix, id, name } = publication?.agreement ?? {};
  if (!publication || !matrix || id === undefined || name === undefined) return undefined;
  const given = { agreement: { id, name }, ...givenBy(matrix, present) };
  const isSet = matrix.sets && differs(given) && mayBeSet(history, matrix, publication.at, now);
  return { given, toSet: isSet ? given.priority : null };
}

/** Most projects have none: then nothing else is looked at. */
const hasMatrix = ({ lanes }: Rules): boolean =>
  lanes.some(({ turns }) =>
    turns.some((turn) => 'terms' in turn && turn.terms.publication.agreement.priorityMatrix),
  );

function matrixHolder({ lanes }: Rules, present: Present, now: Instant): Publication | undefined {
  const holders = lanes.flatMap((lane) =>
    triedIn(courseAsOf(lane, now), present, now).flatMap(({ applies, terms: { publication } }) =>
      applies.kind === 'applies' && publication.agreement.priorityMatrix ? publication : [],
    ),
  );
  const isSla = ({ agreement }: Publication): number => Number(agreement.kind !== 'SLA');
  return holders.sort((a, b) => isSla(a) - isSla(b) || (a.agreement.id < b.agreement.id ? -1 : 1))[0];
}

function givenBy(matrix: PriorityMatrix, { fields }: Present): Omit<PriorityGiven, 'agreement'> {
  const { impact, urgency, cells } = matrix;
  const held = (field: FieldId, named: readonly Reference[]): Reference | null => {
    const [id] = fields[field] ?? [];
    if (id === undefined) return null;
    const { name } = named.find((value) => value.id === id) ?? { name: id };
    return { id, name };
  };
  const [impactHeld, urgencyHeld] = [
    held(
      impact,
      cells.map((cell) => cell.impact),
    ),
    held(
      urgency,
      cells.map((cell) => cell.urgency),
    ),
  ];
  const found = cells.find(
    (cell) => cell.impact.id === impactHeld?.id && cell.urgency.id === urgencyHeld?.id,
  );
  return {
    impact: { field: impact, value: impactHeld },
    urgency: { field: urgency, value: urgencyHeld },
    priority: found?.priority ?? null,
    inJira: held(
      PRIORITY,
      cells.map((cell) => cell.priority),
    ),
  };
}

/**
 * Whether the app may set the priority: impact or urgency were set last, and after the agreement was published. A priority that
 * was changed with them or since was chosen by somebody, or set by the app, and stays. So nobody is contradicted, whatever is
 * told twice changes nothing, and a publication touches no issue. Where part of the history is unknown, nobody can say.
 */
function mayBeSet(
  { facts, gap }: History,
  matrix: PriorityMatrix,
  published: Instant,
  now: Instant,
): boolean {
  const axes = axesOf(matrix);
  if (gap !== undefined && gap !== 'comments') return false;
  let isChosen = false;
  let askedAt: Instant | undefined;
  for (const fact of inOrder(facts)) {
    if (fact.at > now) continue;
    // Jira gives every new issue some priority.
    if (fact.kind === 'created') [askedAt, isChosen] = [fact.at, false];
    if (fact.kind !== 'changed') continue;
    const changed = fact.changes.map(({ field }) => field);
    const isAsked = changed.some((field) => axes.includes(field));
    if (isAsked) askedAt = fact.at;
    if (changed.includes(PRIORITY)) isChosen = true;
    else if (isAsked) isChosen = false;
  }
  return !isChosen && askedAt !== undefined && askedAt >= published;
}
