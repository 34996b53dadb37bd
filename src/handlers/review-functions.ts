import { mayMonitor } from '../app/breaches/may-monitor';
import { chasedIn } from '../app/notices/view-notices';
import type { Ports } from '../app/ports';
import { prepareReview } from '../app/reviews/prepare-review';
import { viewProcessReview } from '../app/reviews/process-review';
import { saveServiceReport } from '../app/reviews/save-service-report';
import { takeReviewStep } from '../app/reviews/take-review-step';
import { viewReview, viewServiceReport, type AgreementShown } from '../app/reviews/view-review';
import { viewReviews } from '../app/reviews/view-reviews';
import type { Answer } from '../contract/answer';
import type { ReviewListView, ReviewView, ServiceReportView } from '../contract/reviews';
import { matterId, type Matter } from '../domain/review/notices';
import { stateOfReview } from '../domain/review/review';
import { refuse, type Place, type ResolverFunctions } from './guard';

type ReviewFunctions = Pick<
  ResolverFunctions,
  | 'viewReviews'
  | 'viewReview'
  | 'viewServiceReport'
  | 'prepareReview'
  | 'takeReviewStep'
  | 'saveServiceReport'
  | 'viewProcessReview'
>;

/** Periodic reviews (R3), service reports (R9), and the review of the process itself (R7). */
export function reviewFunctions(ports: Ports): ReviewFunctions {
  async function list({ project, account }: Place): Promise<Answer<ReviewListView>> {
    const { plans, reviews, reports } = await viewReviews(ports, project);
    const chased = await chasedIn(ports, project);
    const withChase = <Of extends { readonly id: string; readonly isLate: boolean }>(
      kind: Matter['kind'],
      row: Of,
    ) => ({
      ...row,
      chasedOn: (row.isLate && chased.get(matterId({ kind, id: row.id }))) || null,
    });
    const value = {
      account,
      mayMonitor: await mayMonitor(ports, project, account),
      agreements: plans.map(({ now: { doc }, plan: { rhythms = [], reports: rhythm = null } }) => ({
        id: doc.id,
        name: doc.name,
        reviews: [...rhythms],
        reports: rhythm,
      })),
      reviews: reviews.map((row) => withChase('review', row)),
      reports: reports.map((row) => withChase('service-report', row)),
    };
    return { ok: true, value };
  }

  async function review({ project }: Place, id: string): Promise<Answer<ReviewView | null>> {
    const found = await viewReview(ports, project, id);
    if (!found) return { ok: true, value: null };
    const { history, withoutCause = null, agreement, ...view } = found;
    const earlier = history.map(({ seq: revision, at, actor: by, doc }) => ({
      ...{ revision, at, by },
      state: stateOfReview(doc),
    }));
    return { ok: true, value: { ...view, agreement: shown(agreement), withoutCause, history: earlier } };
  }

  async function serviceReport({ project }: Place, id: string): Promise<Answer<ServiceReportView | null>> {
    const found = await viewServiceReport(ports, project, id);
    return { ok: true, value: found ? { ...found, agreement: shown(found.agreement) } : null };
  }

  const writerIn = ({ project, account: actor }: Place) => ({ project, actor });

  return {
    viewReviews: { needs: 'see-project', does: 'read', run: list },

    viewReview: { needs: 'see-project', does: 'read', run: (place, { id }) => review(place, id) },

    viewServiceReport: {
      needs: 'see-project',
      does: 'read',
      run: (place, { id }) => serviceReport(place, id),
    },

    prepareReview: {
      needs: 'monitor',
      does: 'write',
      async run(place, wanted) {
        const problems = await prepareReview(ports, writerIn(place), wanted);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : list(place);
      },
    },

    takeReviewStep: {
      needs: 'monitor',
      does: 'write',
      async run(place, wanted) {
        const problems = await takeReviewStep(ports, writerIn(place), wanted);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : review(place, wanted.id);
      },
    },

    saveServiceReport: {
      needs: 'monitor',
      does: 'write',
      async run(place, wanted) {
        const problems = await saveServiceReport(ports, writerIn(place), wanted);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : serviceReport(place, wanted.id);
      },
    },

    viewProcessReview: {
      needs: 'see-project',
      does: 'read',
      async run({ project }) {
        const { services, agreements, reviews, actions, asOf } = await viewProcessReview(ports, project);
        return {
          ok: true,
          value: {
            asOf,
            services: { ...services, uncovered: [...services.uncovered] },
            agreements: {
              ...agreements,
              notInForce: [...agreements.notInForce],
              ending: [...agreements.ending],
            },
            reviews: { ...reviews, withoutPlan: [...reviews.withoutPlan] },
            actions,
          },
        };
      },
    },
  };
}

function shown({ id, name, parties }: AgreementShown): ReviewView['agreement'] {
  return {
    id,
    name,
    parties: parties ? { provider: parties.provider.name, customer: parties.customer.name } : null,
  };
}
