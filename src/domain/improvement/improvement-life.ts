import { problem, type Problem } from '../problem';
import {
  LONGEST_TEXT,
  stateOf,
  type Act,
  type Effect,
  type ImprovementAction,
  type ImprovementState,
  type Nonconformity,
} from './improvement';

interface Transition {
  readonly from: readonly ImprovementState[];
  readonly to: ImprovementState;
  /** Whether it must say why. */
  readonly saysWhy: boolean;
  /** What a nonconformity must say by then. */
  readonly wants: readonly (keyof Nonconformity)[];
}

/** Every step that there is; what is not here cannot happen. */
export const improvementTransitions = {
  complete: { from: ['open'], to: 'done', saysWhy: false, wants: ['correction', 'cause', 'prevention'] },
  confirm: { from: ['done'], to: 'effective', saysWhy: false, wants: ['proof'] },
  reject: { from: ['done'], to: 'ineffective', saysWhy: true, wants: [] },
  drop: { from: ['open'], to: 'dropped', saysWhy: true, wants: [] },
  reopen: { from: ['done', 'dropped'], to: 'open', saysWhy: true, wants: [] },
} as const satisfies Readonly<Record<string, Transition>>;
export type ImprovementStep = keyof typeof improvementTransitions;

export const improvementSteps = Object.keys(improvementTransitions) as ImprovementStep[];

/** The steps that lead on from how an action stands. */
export const stepsFrom = (action: ImprovementAction): ImprovementStep[] =>
  improvementSteps.filter((step) => leadsOn(action, step));

function leadsOn(action: ImprovementAction, step: ImprovementStep): boolean {
  const { from }: Transition = improvementTransitions[step];
  return from.includes(stateOf(action));
}

/** Why a step cannot be taken. @param note why it is taken; empty where nothing is said. */
export function problemsOfStep(action: ImprovementAction, step: ImprovementStep, note: string): Problem[] {
  const { saysWhy, wants }: Transition = improvementTransitions[step];
  if (!leadsOn(action, step)) return [problem('improvement.settled', '', { state: stateOf(action) })];
  const { nonconformity } = action;
  return [
    ...(saysWhy && note === '' ? [problem('improvement.no-note', 'note')] : []),
    ...(note.length > LONGEST_TEXT
      ? [problem('improvement.long', 'note', { most: String(LONGEST_TEXT) })]
      : []),
    ...(nonconformity
      ? wants
          .filter((part) => nonconformity[part] === '')
          .map((part) => problem(`improvement.lacks-${part}`, `nonconformity.${part}`))
      : []),
  ];
}

/** A step as somebody takes it. */
export interface StepOfImprovement {
  readonly step: ImprovementStep;
  readonly act: Act;
  readonly note: string;
  /** How the target was kept, for whoever judges. */
  readonly effect: Effect | undefined;
}

/** An action once a step is taken that {@link problemsOfStep} has nothing against. */
export function afterStep(
  action: ImprovementAction,
  { step, act, note, effect }: StepOfImprovement,
): ImprovementAction {
  switch (step) {
    case 'complete':
      return { ...action, done: act };
    case 'drop':
      return { ...action, dropped: { ...act, reason: note } };
    case 'reopen': {
      const { done: _done, dropped: _dropped, ...open } = action;
      return { ...open, reopened: { ...act, reason: note } };
    }
    case 'confirm':
    case 'reject':
      return {
        ...action,
        judged: { ...act, isEffective: step === 'confirm', remark: note, ...(effect && { effect }) },
      };
  }
}
