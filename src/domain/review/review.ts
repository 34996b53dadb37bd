import type { Agreement } from '../agreement/agreement';
import type { Instant } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import type { FrozenFigures } from './frozen-figures';
import type { PeriodSpan, ReviewPeriod } from './review-period';

/** A periodic review of an agreement (R3): prepared by the app, held by people, confirmed by the customer, closed. */
export interface Review extends PeriodSpan {
  /** See `idOfPeriod`. */
  readonly id: string;
  readonly agreement: Agreement['id'];
  readonly period: ReviewPeriod;
  /** The last day on which it can be closed in time. */
  readonly dueOn: LocalDate;
  readonly figures: FrozenFigures;
  readonly held?: Held & Act;
  readonly confirmed?: Confirmed & Act;
  readonly closed?: Act;
  /** What was found out after it was closed, the oldest first. */
  readonly notes: readonly (Note & Act)[];
}

/** Who wrote something down, and when. */
export interface Act {
  /** An account, or {@link THE_APP}. */
  readonly by: string;
  readonly at: Instant;
}

/** Stands for the app where it does by itself what is otherwise done by somebody. */
export const THE_APP = 'app';

export const reviewMethods = ['meeting', 'call', 'written'] as const;

/** What is asked of every review. */
export const checklistItems = ['quality', 'response-and-recovery', 'flow', 'measures', 'risks'] as const;
export type ChecklistItem = (typeof checklistItems)[number];

/** What is kept as it is or changed. */
export const keepItems = ['target', 'process', 'resources', 'standard'] as const;
export type KeepItem = (typeof keepItems)[number];

export interface Answered<Answer extends string> {
  readonly answer: Answer;
  readonly remark: string;
}

/** What people say about the review that they held. */
export interface Held {
  readonly on: LocalDate;
  readonly method: (typeof reviewMethods)[number];
  /** Accounts of those on our side, and the names of those of the customer's. */
  readonly participants: readonly string[];
  readonly customers: string;
  /** An account; empty while nobody is named. */
  readonly responsible: string;
  readonly minutes: string;
  readonly changedNeeds: string;
  /** From 1, not at all, to 5, wholly satisfied. */
  readonly satisfaction?: number;
  readonly decisions: readonly string[];
  readonly checklist: Readonly<Partial<Record<ChecklistItem, Answered<'yes' | 'no'>>>>;
  readonly keeps: Readonly<Partial<Record<KeepItem, Answered<'keep' | 'change'>>>>;
}

/** Who confirmed it for the customer. */
export interface Confirmed {
  readonly name: string;
  /** How they did, such as by mail. */
  readonly how: string;
  readonly remark: string;
}

export interface Note {
  readonly text: string;
}

export const reviewStates = ['prepared', 'held', 'confirmed', 'closed'] as const;
export type ReviewState = (typeof reviewStates)[number];

export function stateOfReview({ held, confirmed, closed }: Review): ReviewState {
  if (closed) return 'closed';
  if (confirmed) return 'confirmed';
  return held ? 'held' : 'prepared';
}

/** Whether it should have been closed before a day. */
export const isLate = (review: Pick<Review, 'dueOn' | 'closed'>, today: LocalDate): boolean =>
  !review.closed && review.dueOn < today;
