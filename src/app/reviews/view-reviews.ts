import type { Review } from '../../domain/review/review';
import { isLate, stateOfReview, type ReviewState } from '../../domain/review/review';
import { duePeriods, type Reign } from '../../domain/review/due-periods';
import { idOfPeriod, type ReviewPeriod, type ReviewRhythm } from '../../domain/review/review-period';
import { reviewRhythms } from '../../domain/review/review-period';
import type { ServiceReport } from '../../domain/review/service-report';
import type { Instant } from '../../domain/time/instant';
import type { LocalDate } from '../../domain/time/local-date';
import { localDateAt } from '../../domain/time/zone';
import type { Ports, ProjectId } from '../ports';
import { dueOn, reviewPlansOf, type ReviewPlanNow } from './review-plans';

/** What an agreement has of a period, or should have. */
export interface Row<State extends string> {
  readonly id: string;
  readonly agreement: string;
  readonly period: ReviewPeriod;
  readonly dueOn: LocalDate;
  readonly isLate: boolean;
  /** `due` while nobody has prepared it. */
  readonly state: State | 'due';
}

export interface ReviewList {
  readonly plans: readonly ReviewPlanNow[];
  readonly reviews: readonly Row<ReviewState>[];
  readonly reports: readonly Row<'prepared' | 'issued'>[];
}

/** The reviews and service reports of a project: those that there are, and those that agreements ask for; the latest period first. */
export async function viewReviews(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<ReviewList> {
  const now = ports.clock.now();
  const plans = [...(await reviewPlansOf(ports, project, now)).values()];
  const reviews = await ports.records.documents(project, 'review');
  const reports = await ports.records.documents(project, 'service-report');
  return {
    plans,
    reviews: inOrder([
      ...reviews.map(({ doc }) => reviewRow(doc, plans, now)),
      ...dueReviews(plans, now, new Set(reviews.map(({ doc }) => doc.id))),
    ]),
    reports: inOrder([
      ...reports.map(({ doc }) => reportRow(doc, plans, now)),
      ...dueReports(plans, now, new Set(reports.map(({ doc }) => doc.id))),
    ]),
  };
}

/** What agreements ask for that nobody has prepared yet. */
export function dueReviews(
  plans: readonly ReviewPlanNow[],
  now: Instant,
  there: ReadonlySet<string>,
): Row<never>[] {
  return plans.flatMap((plan) =>
    reviewRhythms.flatMap((rhythm) => dueRows(plan, { rhythm, reign: plan.reviewsOf(rhythm), there }, now)),
  );
}

export function dueReports(
  plans: readonly ReviewPlanNow[],
  now: Instant,
  there: ReadonlySet<string>,
): Row<never>[] {
  return plans.flatMap((plan) => {
    const { reports: rhythm } = plan.plan;
    return rhythm === undefined ? [] : dueRows(plan, { rhythm, reign: plan.reports, there }, now);
  });
}

interface Asked {
  readonly rhythm: ReviewRhythm;
  readonly reign: Reign | undefined;
  readonly there: ReadonlySet<string>;
}

function dueRows(
  { now: { doc }, plan }: ReviewPlanNow,
  { rhythm, reign, there }: Asked,
  now: Instant,
): Row<never>[] {
  if (!reign) return [];
  const today = localDateAt(reign.zone, now);
  return duePeriods(rhythm, reign, now)
    .map(({ period }) => {
      const due = dueOn(plan, period);
      const id = idOfPeriod(doc.id, period);
      return { id, agreement: doc.id, period, dueOn: due, isLate: due < today, state: 'due' as const };
    })
    .filter(({ id }) => !there.has(id));
}

const zoneIn = (plans: readonly ReviewPlanNow[], agreement: string): string =>
  plans.find(({ now: { doc } }) => doc.id === agreement)?.reign.zone ?? 'UTC';

function reviewRow(doc: Review, plans: readonly ReviewPlanNow[], now: Instant): Row<ReviewState> {
  const { id, agreement, period } = doc;
  const today = localDateAt(zoneIn(plans, agreement), now);
  return { id, agreement, period, dueOn: doc.dueOn, isLate: isLate(doc, today), state: stateOfReview(doc) };
}

function reportRow(
  { id, agreement, period, issued }: ServiceReport,
  plans: readonly ReviewPlanNow[],
  now: Instant,
): Row<'prepared' | 'issued'> {
  const plan = plans.find(({ now: { doc } }) => doc.id === agreement)?.plan ?? {};
  const due = dueOn(plan, period);
  const isOver = !issued && due < localDateAt(zoneIn(plans, agreement), now);
  return { id, agreement, period, dueOn: due, isLate: isOver, state: issued ? 'issued' : 'prepared' };
}

const inOrder = <State extends string>(rows: readonly Row<State>[]): Row<State>[] =>
  [...rows].sort(
    (a, b) =>
      -compare(a.period.from, b.period.from) ||
      compare(a.period.kind, b.period.kind) ||
      compare(a.agreement, b.agreement),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
