import type { AgreementDetails } from '../../domain/agreement/details';
import { isLate, type Review } from '../../domain/review/review';
import type { ServiceReport } from '../../domain/review/service-report';
import type { Instant } from '../../domain/time/instant';
import type { LocalDate } from '../../domain/time/local-date';
import { localDateAt } from '../../domain/time/zone';
import { lastDayOf } from '../../domain/report/periods';

import type { HistoryEntry, Ports, ProjectId } from '../ports';
import { missedPromises } from './missed-promises';
import { reviewPlansOf, type ReviewPlanNow } from './review-plans';

/** The agreement that a record is of, as it is called now. */
export interface AgreementShown {
  readonly id: string;
  readonly name: string;
  readonly parties: AgreementDetails['parties'];
}

export interface ReviewView {
  readonly doc: Review;
  readonly revision: number;
  readonly agreement: AgreementShown;
  readonly isLate: boolean;
  /** Breaches of the period without a cause, and between which days they happened; undefined once the review is closed. */
  readonly withoutCause:
    { readonly count: number; readonly from: LocalDate; readonly to: LocalDate } | undefined;
  /** The latest first. */
  readonly history: readonly HistoryEntry<Review>[];
}

/** As many earlier texts as anybody reads. */
const MOST_EARLIER = 20;

/** One review with what keeps it from being closed; undefined when it is not there. */
export async function viewReview(
  ports: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  id: Review['id'],
): Promise<ReviewView | undefined> {
  const [kept] = await ports.records.named(project, 'review', [id]);
  if (!kept) return undefined;
  const { doc, seq: revision } = kept;
  const now = ports.clock.now();
  const plan = (await reviewPlansOf(ports, project, now)).get(doc.agreement);
  const zone = plan?.reign.zone ?? 'UTC';
  const missing = doc.closed ? undefined : (await missedPromises(ports, project, doc)).withoutCause;
  const dayOf = (at: Instant | undefined): LocalDate => localDateAt(zone, at ?? doc.startsAt);
  return {
    doc,
    revision,
    agreement: shown(doc.agreement, plan),
    isLate: isLate(doc, localDateAt(zone, now)),
    withoutCause: missing && {
      count: missing.length,
      from: dayOf(missing[0]),
      to: missing.length > 0 ? dayOf(missing.at(-1)) : lastDayOf(doc.period),
    },
    history: await ports.records.history(project, { kind: 'review', id }, MOST_EARLIER),
  };
}

export interface ServiceReportView {
  readonly doc: ServiceReport;
  readonly revision: number;
  readonly agreement: AgreementShown;
}

/** One service report; undefined when it is not there. */
export async function viewServiceReport(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
  id: ServiceReport['id'],
): Promise<ServiceReportView | undefined> {
  const [kept] = await ports.records.named(project, 'service-report', [id]);
  if (!kept) return undefined;
  const { doc, seq: revision } = kept;
  const plan = (await reviewPlansOf(ports, project, ports.clock.now())).get(doc.agreement);
  return { doc, revision, agreement: shown(doc.agreement, plan) };
}

const shown = (id: string, plan: ReviewPlanNow | undefined): AgreementShown => ({
  id,
  name: plan?.now.doc.name ?? id,
  parties: plan?.now.doc.details?.parties,
});
