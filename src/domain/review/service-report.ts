import type { Agreement } from '../agreement/agreement';
import { problem, type Problem } from '../problem';
import type { FrozenFigures } from './frozen-figures';
import type { Act } from './review';
import { LONGEST_LINE, LONGEST_TEXT, MOST_PEOPLE } from './review-life';
import type { PeriodSpan, ReviewPeriod, ReviewRhythm } from './review-period';

/** How often service reports are issued (R9). */
export const reportRhythms = ['month', 'quarter'] as const satisfies readonly ReviewRhythm[];
export type ReportRhythm = (typeof reportRhythms)[number];

/** A service report on an agreement (R9): frozen figures with a commentary, issued to named people. */
export interface ServiceReport extends PeriodSpan, ReportWords {
  /** See `idOfPeriod`. */
  readonly id: string;
  readonly agreement: Agreement['id'];
  readonly period: ReviewPeriod;
  readonly figures: FrozenFigures;
  /** Once it is, nothing of it changes. */
  readonly issued?: Act;
}

/** What people add to it. */
export interface ReportWords {
  readonly commentary: string;
  readonly recipients: Recipients;
}

/** Who receives a report: accounts, and the names of whoever has none. */
export interface Recipients {
  readonly accounts: readonly string[];
  readonly names: string;
}

export const NOBODY: Recipients = { accounts: [], names: '' };

/** Why what is said cannot be kept, or the report not be issued with it; its place as in `words.commentary`. */
export function problemsOfReport(
  { issued }: Pick<ServiceReport, 'issued'>,
  { commentary, recipients: { accounts, names } }: ReportWords,
  isToIssue: boolean,
): Problem[] {
  if (issued) return [problem('review.issued', '')];
  const isForNobody = accounts.length === 0 && names === '';
  return [
    ...(commentary.length > LONGEST_TEXT ? [tooLong('words.commentary', LONGEST_TEXT)] : []),
    ...(names.length > LONGEST_LINE ? [tooLong('words.recipients.names', LONGEST_LINE)] : []),
    ...(accounts.length > MOST_PEOPLE
      ? [problem('review.many', 'words.recipients.accounts', { most: String(MOST_PEOPLE) })]
      : []),
    ...(isToIssue && commentary === '' ? [problem('review.not-said', 'words.commentary')] : []),
    ...(isToIssue && isForNobody ? [problem('review.no-recipient', 'words.recipients.names')] : []),
  ];
}

const tooLong = (path: string, most: number): Problem => problem('review.long', path, { most: String(most) });
