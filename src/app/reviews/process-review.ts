import type { Gaps, Named } from '../../domain/coverage/gaps';
import type { Instant } from '../../domain/time/instant';
import { viewCoverage } from '../coverage';
import type { Ports, ProjectId } from '../ports';
import { stateOf } from '../../domain/improvement/improvement';
import { openActions } from '../improvement/plan';
import { viewReviews } from './view-reviews';

/** Whether service level management itself is in order (R7): what is not is named. */
export interface ProcessReview {
  readonly asOf: Instant;
  readonly services: { readonly count: number; readonly uncovered: readonly Named[] };
  readonly agreements: {
    readonly count: number;
    readonly notInForce: readonly Named[];
    readonly ending: Gaps['ending'];
  };
  readonly reviews: {
    /** Of those that are due or were held. */
    readonly count: number;
    readonly late: number;
    readonly withoutPlan: readonly Named[];
  };
  /** Of the improvement plan: those that are not dropped. */
  readonly actions: { readonly count: number; readonly late: number };
}

export async function viewProcessReview(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<ProcessReview> {
  const { servicesUncovered: uncovered, ending } = await viewCoverage(ports, project);
  const services = await ports.records.documents(project, 'service');
  const { plans, reviews } = await viewReviews(ports, project);
  const actions = await ports.records.documents(project, 'action');
  const living = plans.filter(({ now: { state } }) => state !== 'archived');
  const named = ({ now: { doc } }: (typeof plans)[number]): Named => ({ id: doc.id, name: doc.name });
  return {
    asOf: ports.clock.now(),
    services: { count: services.filter(({ doc }) => doc.state === 'published').length, uncovered },
    agreements: {
      count: living.length,
      notInForce: living
        .filter(({ now: { state } }) => state !== 'in-force' && state !== 'expiring')
        .map(named),
      ending,
    },
    reviews: {
      count: reviews.length,
      late: reviews.filter(({ isLate }) => isLate).length,
      withoutPlan: living.filter(({ plan: { rhythms = [] } }) => rhythms.length === 0).map(named),
    },
    actions: {
      count: actions.filter(({ doc }) => stateOf(doc) !== 'dropped').length,
      late: (await openActions(ports, project)).filter(({ isLate }) => isLate).length,
    },
  };
}
