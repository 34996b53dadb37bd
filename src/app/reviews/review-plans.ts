import type { Agreement } from '../../domain/agreement/agreement';
import { CLOSED_WITHIN, type ReviewPlan } from '../../domain/agreement/details';
import type { AgreementNow } from '../../domain/coverage/gaps';
import type { Reign } from '../../domain/review/due-periods';
import { lastDayOf } from '../../domain/report/periods';
import { type ReviewPeriod, type ReviewRhythm } from '../../domain/review/review-period';
import { earlierOf, laterOf, type Instant } from '../../domain/time/instant';
import { dayAfter, type LocalDate } from '../../domain/time/local-date';
import { agreementsOf, type AgreementFile } from '../agreements-of';
import { agreementNow } from '../coverage';
import type { Ports, ProjectId } from '../ports';

/** What an agreement asks for as it stands, of reviews and of service reports. */
export interface ReviewPlanNow {
  readonly now: AgreementNow;
  readonly plan: ReviewPlan;
  /** For how long it holds, whatever is asked for. */
  readonly reign: Reign;
  /** For how long it asks for reviews of a rhythm; undefined when it does not. */
  readonly reviewsOf: (rhythm: ReviewRhythm) => Reign | undefined;
  /** The same of its service reports. */
  readonly reports: Reign | undefined;
}

/** Of each agreement that was ever published, by their ids. */
export async function reviewPlansOf(
  ports: Pick<Ports, 'records'>,
  project: ProjectId,
  at: Instant,
): Promise<Map<Agreement['id'], ReviewPlanNow>> {
  const files = [...(await agreementsOf(ports, project)).values()];
  return new Map(
    files.flatMap((file) => {
      const now = agreementNow(file, at);
      return now ? [[file.id, planOf(file, now)] as const] : [];
    }),
  );
}

function planOf(file: AgreementFile, now: AgreementNow): ReviewPlanNow {
  const { doc, endsAt, state } = now;
  const plan = doc.details?.reviews ?? {};
  const first = file.versions[0]?.doc.effectiveFrom ?? now.since;
  const reign: Reign = { zone: doc.timeZone, since: earlierOf(first, now.since), endsAt };
  const asks = (isAsked: (plan: ReviewPlan) => boolean): Reign | undefined => {
    const since = state === 'archived' ? undefined : askedSince(file, doc, isAsked);
    return since === undefined ? undefined : { ...reign, since };
  };
  return {
    now,
    plan,
    reign,
    reviewsOf: (rhythm) => asks(({ rhythms = [] }) => rhythms.includes(rhythm)),
    reports: asks(({ reports }) => reports !== undefined && reports === plan.reports),
  };
}

/** Since when it has been asked for without a break, up to the version that counts; undefined when that does not ask for it. */
function askedSince(
  { versions }: AgreementFile,
  current: Agreement,
  isAsked: (plan: ReviewPlan) => boolean,
): Instant | undefined {
  const upToNow = versions.slice(0, versions.findIndex(({ doc }) => doc === current) + 1);
  const last = upToNow.findLastIndex(({ doc }) => !isAsked(doc.details?.reviews ?? {}));
  const first = upToNow[last + 1];
  return first && laterOf(first.doc.effectiveFrom, first.at);
}

/** The last day on which a review of a period can be closed, or a service report be issued, in time. */
export const dueOn = ({ withinDays = CLOSED_WITHIN }: ReviewPlan, period: ReviewPeriod): LocalDate =>
  dayAfter(lastDayOf(period), withinDays);
