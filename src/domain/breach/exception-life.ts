import { problem, type Problem } from '../problem';
import type { Instant } from '../time/instant';
import type { Cycle } from '../timer/cycle';
import { stateOf, type CycleException, type ExceptionAsked, type ExceptionState } from './exception';

/** The most characters of why something is asked for, and of why a step is taken. */
export const LONGEST_REASON = 1_000;
export const LONGEST_NOTE = 300;

interface Transition {
  readonly from: ExceptionState;
  readonly to: ExceptionState;
  /** Whether whoever asked takes it; otherwise anybody but them, who may monitor service levels. */
  readonly own: boolean;
  /** Whether it must say why. */
  readonly saysWhy: boolean;
}

/** Every step that there is; what is not here cannot happen. */
export const exceptionTransitions = {
  approve: { from: 'asked', to: 'approved', own: false, saysWhy: false },
  refuse: { from: 'asked', to: 'refused', own: false, saysWhy: true },
  revoke: { from: 'approved', to: 'revoked', own: false, saysWhy: true },
  withdraw: { from: 'asked', to: 'withdrawn', own: true, saysWhy: false },
} as const satisfies Readonly<Record<string, Transition>>;
export type ExceptionStep = keyof typeof exceptionTransitions;

export const exceptionSteps = Object.keys(exceptionTransitions) as ExceptionStep[];

/** A step as somebody takes it. */
export interface StepOfException {
  readonly step: ExceptionStep;
  readonly by: string;
  readonly at: Instant;
  /** Why; empty where nothing is said. */
  readonly note: string;
}

/** The steps that lead on for somebody. */
export const stepsOpenTo = (exception: CycleException, account: string): ExceptionStep[] =>
  exceptionSteps.filter((step) => problemsOfStep(exception, { step, by: account, note: '-' }).length === 0);

/** Why a step cannot be taken. */
export function problemsOfStep(
  exception: CycleException,
  { step, by, note }: Pick<StepOfException, 'step' | 'by' | 'note'>,
): Problem[] {
  const { from, own, saysWhy }: Transition = exceptionTransitions[step];
  const state = stateOf(exception);
  if (state !== from) return [problem('exception.settled', '', { state })];
  const isOwn = exception.asked.by === by;
  return [
    ...(isOwn && !own ? [problem('exception.own', '')] : []),
    ...(!isOwn && own ? [problem('exception.not-own', '')] : []),
    ...(saysWhy && note === '' ? [problem('exception.no-note', 'note')] : []),
    ...(note.length > LONGEST_NOTE
      ? [problem('exception.long', 'note', { most: String(LONGEST_NOTE) })]
      : []),
  ];
}

/** An exception once a step is taken that {@link problemsOfStep} has nothing against. */
export function afterStep(
  exception: CycleException,
  { step, by, at, note }: StepOfException,
): CycleException {
  switch (step) {
    case 'approve':
    case 'refuse':
      return { ...exception, decision: { by, at, approved: step === 'approve', note } };
    case 'withdraw':
      return { ...exception, withdrawn: { by, at } };
    case 'revoke':
      return { ...exception, revoked: { by, at, note } };
  }
}

/** Everything that is wrong with what is asked for a cycle; its place as in `wanted.by`. */
export function askedProblems(
  { wanted, reason }: Pick<CycleException, 'wanted' | 'reason'>,
  now: Instant,
): Problem[] {
  return [
    ...(reason === '' ? [problem('exception.no-reason', 'reason')] : []),
    ...(reason.length > LONGEST_REASON
      ? [problem('exception.long', 'reason', { most: String(LONGEST_REASON) })]
      : []),
    ...(wanted.kind === 'extension' && wanted.by <= 0 ? [problem('exception.no-length', 'wanted.by')] : []),
    ...timeProblems(wanted, now),
  ];
}

function timeProblems(wanted: ExceptionAsked, now: Instant): Problem[] {
  if (wanted.kind !== 'exclusion' || !wanted.during) return [];
  const { from, to } = wanted.during;
  return [
    ...(to <= from ? [problem('exception.backwards', 'wanted.during.to')] : []),
    ...(to > now ? [problem('exception.in-future', 'wanted.during.to')] : []),
  ];
}

/** What is wrong with it for that cycle: it would change nothing of it. */
export function pointlessFor(
  wanted: ExceptionAsked,
  { startedAt, end, stretches }: Pick<Cycle, 'startedAt' | 'end' | 'stretches'>,
): Problem[] {
  if (!stretches.some(({ promise }) => promise)) return [problem('exception.nothing-promised', 'wanted')];
  if (wanted.kind !== 'exclusion' || !wanted.during) return [];
  const { from, to } = wanted.during;
  const isOutside = to <= startedAt || (end !== null && from >= end.at);
  return isOutside ? [problem('exception.outside', 'wanted.during')] : [];
}
