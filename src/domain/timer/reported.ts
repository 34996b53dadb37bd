import { earlierOf, laterOf, NO_TIME, sum, type Instant, type Span } from '../time/instant';
import type { HoursOf } from './account';
import type { Cycle, Stretch } from './cycle';
import { standing, verdicts, type Standing } from './standing';

/** What was approved for a cycle: it changes what is reported, never what was measured (engine rule 17, M4). */
export type Approval = { readonly approvedBy: string } & (
  | {
      readonly kind: 'exclusion';
      /** The time that does not count; without it the whole cycle is left out. */
      readonly during?: { readonly from: Instant; readonly to: Instant };
    }
  /** So much working time more than the goal gave. */
  | { readonly kind: 'extension'; readonly by: Span }
);

/** `excluded`: neither met nor breached counts, as for `unknown` (engine rules 21, 24). */
export const reportedVerdicts = [...verdicts, 'excluded'] as const;
export type ReportedVerdict = (typeof reportedVerdicts)[number];

/** Both are shown, side by side (engine rule 17). */
export interface Result {
  readonly measured: Standing;
  readonly reported: ReportedVerdict;
}

/** @param unknown as for {@link standing}. */
export function resultOf(
  { cycle, unknown, approvals }: { cycle: Cycle; unknown: boolean; approvals: readonly Approval[] },
  hoursOf: HoursOf,
  now: Instant,
): Result {
  const measured = standing(cycle, unknown, hoursOf, now);
  return { measured, reported: reportedVerdict({ cycle, unknown, approvals }, hoursOf, now) };
}

/** The verdict with what was approved. @param unknown as for {@link standing}. */
export function reportedVerdict(
  { cycle, unknown, approvals }: { cycle: Cycle; unknown: boolean; approvals: readonly Approval[] },
  hoursOf: HoursOf,
  now: Instant,
): ReportedVerdict {
  if (approvals.some((approval) => approval.kind === 'exclusion' && !approval.during)) return 'excluded';
  return standing(withApprovals(cycle, approvals), unknown, hoursOf, now).verdict;
}

/** The cycle as it is reported; its ledger names who approved what was left out. */
export function withApprovals(cycle: Cycle, approvals: readonly Approval[]): Cycle {
  // An approval is about the cycle as it reads now; what was set aside is measured, not reported.
  const { setAside: _, ...reported } = cycle;
  return approvals.reduce<Cycle>(
    (so, approval) => ({ ...so, stretches: so.stretches.flatMap((stretch) => approve(stretch, approval)) }),
    reported,
  );
}

function approve(stretch: Stretch, approval: Approval): Stretch[] {
  if (approval.kind === 'extension') {
    const { promise } = stretch;
    if (!promise) return [stretch];
    const extendedBy = sum(promise.extendedBy ?? NO_TIME, approval.by);
    return [{ ...stretch, promise: { ...promise, extendedBy } }];
  }
  if (!approval.during) return [stretch];
  const from = laterOf(approval.during.from, stretch.from);
  const to = stretch.to === null ? approval.during.to : earlierOf(approval.during.to, stretch.to);
  if (from >= to) return [stretch];
  const { promise, because } = stretch;
  // What took over did so once, when the stretch began.
  const { takeover: _, ...rest } = stretch;
  return [
    ...(stretch.from < from ? [{ ...stretch, to: from }] : []),
    { kind: 'excluded', by: approval.approvedBy, from, to, promise, because },
    ...(stretch.to === null || to < stretch.to ? [{ ...rest, from: to }] : []),
  ];
}
