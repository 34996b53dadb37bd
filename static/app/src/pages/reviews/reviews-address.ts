/** What stands in the address: the reviews themselves when nothing follows. */
export const REVIEWS = 'reviews';
export const ONE = 'one';
export const REPORTS_PART = 'service-reports';
export const REPORT = 'service-report';
export const PROCESS = 'process';

/** The parts of the section, in their order, and where each stands. */
export const reviewParts = ['reviews', 'reports', 'process'] as const;
export type ReviewPart = (typeof reviewParts)[number];

export const addressOfPart: Readonly<Record<ReviewPart, readonly string[]>> = {
  reviews: [REVIEWS],
  reports: [REVIEWS, REPORTS_PART],
  process: [REVIEWS, PROCESS],
};

/** The part that an address names; the reviews where it names none. */
export const partIn = ([, which]: readonly string[]): ReviewPart =>
  which === REPORTS_PART ? 'reports' : which === PROCESS ? 'process' : 'reviews';
