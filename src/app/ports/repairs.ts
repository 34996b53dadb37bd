import type { RepairProposal } from '../../domain/agreement/repair';
import type { Instant, Span } from '../../domain/time/instant';
import type { MetricKind } from '../../domain/timer/metric';
import type { Verdict } from '../../domain/timer/standing';
import type { IssueId } from './basics';
import type { Job, Jobs } from './jobs';

/** Finds out what a repair would change (engine rule 16). It writes no timers. */
export interface RepairPreview extends Job {
  readonly proposal: RepairProposal;
  /** The version of the rule book that it compares with. */
  readonly ruleBook: string;
  /** How many cycles it has looked at, and how many would be otherwise. */
  readonly timers: number;
  readonly changed: number;
  /** How many of those are kept as {@link CycleDifference}. */
  readonly kept: number;
  /** How many of those change from which verdict to which. */
  readonly verdicts: readonly VerdictChange[];
}

/** Null where there is no such cycle. */
export interface VerdictChange {
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  readonly count: number;
}

/** How a cycle stands by some rules. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly due: Instant | null;
  readonly elapsed: Span;
}

/** A cycle that other rules judge otherwise. Null where there is no such cycle. */
export interface CycleDifference {
  readonly issue: IssueId;
  readonly agreement: string;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly cycle: number;
  readonly before: Judgement | null;
  readonly after: Judgement | null;
}

export interface RepairPreviews extends Jobs<RepairPreview> {
  /** Keeps these beside what is kept already; one that is kept is written over. */
  keep(preview: Pick<Job, 'project' | 'id'>, differences: readonly CycleDifference[]): Promise<void>;
  /** Some of those that are kept, by issue, metric and cycle. */
  differences(
    preview: Pick<Job, 'project' | 'id'>,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<CycleDifference[]>;
  /** Forgets the project's preview and all that is kept of it and of former ones, unless another has taken its place. */
  discard(preview: Pick<Job, 'project' | 'id'>): Promise<void>;
}
