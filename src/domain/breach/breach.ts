import { isIssueKey } from '../issue-key';
import { problem, type Problem } from '../problem';
import { elapsedBetween, hours, later, type Instant, type Span } from '../time/instant';
import type { CycleId } from '../timer/cycle-name';
import type { Cause } from './causes';

/** In which way a promise was broken (M3). */
export const breachKinds = ['delay', 'below-standard', 'content-changed', 'interruption'] as const;
export type BreachKind = (typeof breachKinds)[number];

/** Whose doing it was: ours, that of a group beneath an OLA, of a supplier, of the customer, or of somebody else. */
export const parties = ['provider', 'internal-group', 'supplier', 'customer', 'third-party'] as const;
export type Party = (typeof parties)[number];

/**
 * What people say about a breach (M3). What follows from its timer (target, version, how far over) is never written down
 * here: it is read where the timer is.
 */
export interface Breach {
  /** The cycle that was breached; an id of its own for one that no timer measures. */
  readonly id: CycleId;
  readonly kind: BreachKind;
  /** As it was known when this was written. */
  readonly happenedAt: Instant;
  /** What a timer would say, of a breach that none measures. */
  readonly byHand?: ByHand;
  /** The id of a cause. */
  readonly cause?: Cause['id'];
  readonly party?: Party;
  readonly explanation: string;
  readonly correctiveAction: string;
  readonly told?: Told;
  /** It was recorded in error. Only one that was recorded by hand can be. */
  readonly removed?: true;
}

export interface ByHand {
  readonly agreement: string;
  readonly promised: string;
  readonly given: string;
  /** The key of the issue that it is about, such as `ITSD-7`. */
  readonly issue?: string;
}

/** When the customer was told, and how. */
export interface Told {
  readonly at: Instant;
  readonly how: string;
}

/** The customer is told within so much real time of its happening, at any hour (M3). */
export const TOLD_WITHIN = hours(24);

export const tellings = ['told', 'told-late', 'to-tell', 'overdue'] as const;
/** Whether the customer was told in time. */
export interface Telling {
  readonly kind: (typeof tellings)[number];
  /** How long after the breach it was, or how long it has been. */
  readonly after: Span;
}

export function tellingOf(breach: Pick<Breach, 'happenedAt' | 'told'>, now: Instant): Telling {
  const { happenedAt, told } = breach;
  const after = elapsedBetween(happenedAt, told?.at ?? now);
  const isLate = after > TOLD_WITHIN;
  return { kind: told ? (isLate ? 'told-late' : 'told') : isLate ? 'overdue' : 'to-tell', after };
}

/** Until when the customer is to be told. */
export const tellUntil = (happenedAt: Instant): Instant => later(happenedAt, TOLD_WITHIN);

/** The most characters of what is said. */
export const LONGEST_SAID = 2_000;
/** The most characters of what is said in a line. */
export const LONGEST_LINE = 300;

/** What decides whether a breach can be written down so. */
export interface BreachCase {
  readonly now: Instant;
  /** Those that may be chosen. */
  readonly causes: readonly Cause[];
  /** What was said of it before. */
  readonly before: Breach | undefined;
}

/** Everything that is wrong with what is said about a breach; its place as in `told.at`. */
export function breachProblems(breach: Breach, { now, causes, before }: BreachCase): Problem[] {
  if (breach.removed) return breach.byHand ? [] : [problem('breach.measured', '')];
  return [
    ...causeProblems(breach.cause, causes, before?.cause),
    ...toldProblems(breach, now),
    ...(breach.byHand ? byHandProblems(breach.byHand, breach.happenedAt, now) : []),
    ...tooLong('explanation', breach.explanation, LONGEST_SAID),
    ...tooLong('correctiveAction', breach.correctiveAction, LONGEST_SAID),
  ];
}

/**
 * Whether somebody can choose a cause.
 *
 * @param before what was chosen before, which may stay.
 */
export function causeProblems(
  id: Breach['cause'],
  causes: readonly Cause[],
  before: Breach['cause'],
): readonly Problem[] {
  // What was chosen while it could be stays.
  if (id === undefined || id === before) return [];
  const cause = causes.find((each) => each.id === id);
  if (!cause) return [problem('breach.unknown-cause', 'cause')];
  return cause.retired ? [problem('breach.retired-cause', 'cause', { found: cause.name })] : [];
}

function toldProblems({ happenedAt, told }: Breach, now: Instant): Problem[] {
  if (!told) return [];
  return [
    ...(told.at < happenedAt ? [problem('breach.told-before', 'told.at')] : []),
    ...(told.at > now ? [problem('breach.in-future', 'told.at')] : []),
    ...(told.how === '' ? [problem('breach.not-said', 'told.how')] : []),
    ...tooLong('told.how', told.how, LONGEST_LINE),
  ];
}

function byHandProblems({ promised, given, issue }: ByHand, happenedAt: Instant, now: Instant): Problem[] {
  return [
    ...(happenedAt > now ? [problem('breach.in-future', 'happenedAt')] : []),
    ...(promised === '' ? [problem('breach.not-said', 'byHand.promised')] : []),
    ...(given === '' ? [problem('breach.not-said', 'byHand.given')] : []),
    ...tooLong('byHand.promised', promised, LONGEST_LINE),
    ...tooLong('byHand.given', given, LONGEST_LINE),
    ...keyProblems('byHand.issue', issue),
  ];
}

/** Whether a text is the key of an issue; empty is none. */
export const keyProblems = (path: string, key = ''): Problem[] =>
  key === '' || isIssueKey(key) ? [] : [problem('breach.no-key', path)];

export const tooLong = (path: string, text: string, most: number): Problem[] =>
  text.length > most ? [problem('breach.long', path, { most: String(most) })] : [];
