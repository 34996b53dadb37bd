import { isIssueKey } from '../issue-key';
import { problem, type Problem } from '../problem';
import type { Instant } from '../time/instant';
import { dayNumberOf, type LocalDate } from '../time/local-date';

interface Act {
  readonly by: string;
  readonly at: Instant;
}

/** What a customer complained about (M7), from its receipt until it is closed. */
export interface Complaint {
  readonly id: string;
  readonly receivedAt: Instant;
  /** Whoever complained, in words. */
  readonly customer: string;
  readonly text: string;
  readonly agreement?: string;
  /** Whoever answers it, by account. */
  readonly owner: string;
  /** The day until which it is to be answered. */
  readonly due: LocalDate;
  /** The key of the issue that it is about, such as `ITSD-7`. */
  readonly issue?: string;
  /** The id of the breach that it is about. */
  readonly breach?: string;
  readonly answered?: Act & { readonly outcome: string };
  readonly closed?: Act;
  readonly withdrawn?: Act & { readonly reason: string };
  /** Why it was taken up again, the last time. */
  readonly reopened?: Act & { readonly reason: string };
}

export const complaintStates = ['open', 'answered', 'closed', 'withdrawn'] as const;
export type ComplaintState = (typeof complaintStates)[number];

export function stateOf({ withdrawn, closed, answered }: Complaint): ComplaintState {
  if (withdrawn) return 'withdrawn';
  if (closed) return 'closed';
  return answered ? 'answered' : 'open';
}

/** Whether it should have been answered before that day. */
export const isLate = (complaint: Complaint, today: LocalDate): boolean =>
  stateOf(complaint) === 'open' && complaint.due < today;

/** The most characters of whoever complained, and of any other text. */
export const LONGEST_CUSTOMER = 200;
export const LONGEST_TEXT = 2_000;

/** What decides whether a complaint can be written down so. */
export interface ComplaintCase {
  readonly now: Instant;
  /** The ids of those that it may be about. */
  readonly agreements: readonly string[];
  /** What was written of it before: an agreement that it named stays, though it is there no more. */
  readonly before: Complaint | undefined;
}

/** Everything that is wrong with a complaint; its place as in `receivedAt`. */
export function complaintProblems(
  complaint: Complaint,
  { now, agreements, before }: ComplaintCase,
): Problem[] {
  const { customer, text, owner, due, receivedAt, issue = '', agreement } = complaint;
  const isKnown =
    agreement === undefined || agreement === before?.agreement || agreements.includes(agreement);
  return [
    ...(customer === '' ? [problem('complaint.no-customer', 'customer')] : []),
    ...tooLong('customer', customer, LONGEST_CUSTOMER),
    ...(text === '' ? [problem('complaint.no-text', 'text')] : []),
    ...tooLong('text', text, LONGEST_TEXT),
    ...(owner === '' ? [problem('complaint.no-owner', 'owner')] : []),
    ...(dayNumberOf(due) === undefined ? [problem('complaint.no-day', 'due')] : []),
    ...(receivedAt > now ? [problem('complaint.in-future', 'receivedAt')] : []),
    ...(isKnown ? [] : [problem('life.unknown-agreement', 'agreement')]),
    ...(issue === '' || isIssueKey(issue) ? [] : [problem('breach.no-key', 'issue')]),
  ];
}

interface Transition {
  readonly from: readonly ComplaintState[];
  readonly to: ComplaintState;
  /** Whether it must say why, or what came of it. */
  readonly says: 'outcome' | 'reason' | undefined;
}

/** Every step that there is; what is not here cannot happen. */
export const complaintTransitions = {
  answer: { from: ['open'], to: 'answered', says: 'outcome' },
  close: { from: ['answered'], to: 'closed', says: undefined },
  withdraw: { from: ['open'], to: 'withdrawn', says: 'reason' },
  reopen: { from: ['answered', 'closed', 'withdrawn'], to: 'open', says: 'reason' },
} as const satisfies Readonly<Record<string, Transition>>;
export type ComplaintStep = keyof typeof complaintTransitions;

export const complaintSteps = Object.keys(complaintTransitions) as ComplaintStep[];

/** The steps that lead on from how a complaint stands. */
export const stepsFrom = (complaint: Complaint): ComplaintStep[] =>
  complaintSteps.filter((step) => leadsOn(complaint, step));

function leadsOn(complaint: Complaint, step: ComplaintStep): boolean {
  const { from }: Transition = complaintTransitions[step];
  return from.includes(stateOf(complaint));
}

/** Why a step cannot be taken. @param note what came of it, or why; empty where nothing is said. */
export function problemsOfStep(complaint: Complaint, step: ComplaintStep, note: string): Problem[] {
  const { says }: Transition = complaintTransitions[step];
  if (!leadsOn(complaint, step)) return [problem('complaint.settled', '', { state: stateOf(complaint) })];
  if (says && note === '') return [problem(`complaint.no-${says}`, 'note')];
  return tooLong('note', note, LONGEST_TEXT);
}

/** A complaint once a step is taken that {@link problemsOfStep} has nothing against. */
export function afterStep(complaint: Complaint, step: ComplaintStep, act: Act, note: string): Complaint {
  switch (step) {
    case 'answer':
      return { ...complaint, answered: { ...act, outcome: note } };
    case 'close':
      return { ...complaint, closed: act };
    case 'withdraw':
      return { ...complaint, withdrawn: { ...act, reason: note } };
    case 'reopen': {
      const { answered: _answered, closed: _closed, withdrawn: _withdrawn, ...open } = complaint;
      return { ...open, reopened: { ...act, reason: note } };
    }
  }
}

const tooLong = (path: string, text: string, most: number): Problem[] =>
  text.length > most ? [problem('complaint.long', path, { most: String(most) })] : [];
