import type { Instant, Span } from '../time/instant';
import type { CycleId, CycleName } from '../timer/cycle-name';
import { cycleNamed } from '../timer/cycle-name';
import type { Approval } from '../timer/reported';

/** Why a cycle should be reported otherwise than it was measured (M4). */
export const grounds = [
  'customer-delay',
  'planned-interruption',
  'force-majeure',
  'suspended-by-agreement',
  'other',
] as const;
export type Ground = (typeof grounds)[number];

/** What is asked for: that the cycle, or some time of it, does not count; or more working time. */
export type ExceptionAsked =
  | { readonly kind: 'exclusion'; readonly during?: { readonly from: Instant; readonly to: Instant } }
  | { readonly kind: 'extension'; readonly by: Span };

/** What somebody did, and why where that must be said. */
interface Act {
  readonly by: string;
  readonly at: Instant;
}

/**
 * An exclusion or an extension of one cycle (M4, engine rule 17), from its asking to its end. What was measured stays; only
 * what is reported changes, and only while it is approved.
 */
export interface CycleException {
  /** `<cycle>/<number>`. */
  readonly id: string;
  readonly wanted: ExceptionAsked;
  readonly ground: Ground;
  readonly reason: string;
  readonly asked: Act;
  readonly decision?: Act & { readonly approved: boolean; readonly note: string };
  readonly withdrawn?: Act;
  readonly revoked?: Act & { readonly note: string };
}

export const exceptionStates = ['asked', 'approved', 'refused', 'withdrawn', 'revoked'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

export function stateOf({ decision, withdrawn, revoked }: CycleException): ExceptionState {
  if (withdrawn) return 'withdrawn';
  if (revoked) return 'revoked';
  if (!decision) return 'asked';
  return decision.approved ? 'approved' : 'refused';
}

/** As many as may ever be asked for a cycle. */
export const MOST_EXCEPTIONS = 10;

export const exceptionId = (cycle: CycleId, number: number): CycleException['id'] => `${cycle}/${number}`;

/** The cycle that it is about. */
export const cycleOfException = (id: CycleException['id']): CycleId => id.replace(/\/\d+$/, '');

/** @returns undefined when the id is none of an exception. */
export const cycleNameOf = (id: CycleException['id']): CycleName | undefined =>
  cycleNamed(cycleOfException(id));

/** What counts of what was asked for a cycle, for what is reported of it. */
export const approvalsOf = (exceptions: readonly CycleException[]): Approval[] =>
  exceptions.flatMap((exception) => {
    const { wanted, decision } = exception;
    return decision && stateOf(exception) === 'approved' ? { ...wanted, approvedBy: decision.by } : [];
  });
