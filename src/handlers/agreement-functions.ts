import type { AccountId, Ports, ProjectId } from '../app/ports';
import { publishDraft, readDraft } from '../app/publish-draft';
import { reviewCases, type CasesReview } from '../app/review-cases';
import { saveDraft } from '../app/save-draft';
import { takeStep } from '../app/take-step';
import { tryOnIssue, tryOnMadeUp } from '../app/try-rules';
import { viewAgreement, viewAgreements, viewVersion } from '../app/view-agreements';
import type { Answer } from '../contract/answer';
import type { ValueOf } from '../contract/resolver-api';
import { problem, type Problem } from '../domain/problem';
import { refuse, type Place, type ResolverFunctions } from './guard';

type AgreementFunctions = Pick<
  ResolverFunctions,
  | 'tryRules'
  | 'viewAgreements'
  | 'viewAgreement'
  | 'viewAgreementVersion'
  | 'saveDraft'
  | 'reviewDraft'
  | 'publishDraft'
  | 'takeStep'
>;

/** Agreements from their first draft to their archive. */
export function agreementFunctions(ports: Ports): AgreementFunctions {
  async function view(project: ProjectId, id: string): Promise<Answer<ValueOf<'viewAgreement'>>> {
    const found = await viewAgreement(ports, project, id);
    if (!found) return { ok: true, value: null };
    const steps = found.steps.map(({ at, by, ...step }) => ({ at, by, step }));
    return { ok: true, value: { ...found, steps } };
  }

  /** Answers with how things stand then, so that the page need not ask again. */
  const changing =
    <Payload>(
      idOf: (payload: Payload) => string,
      change: (project: ProjectId, actor: AccountId, payload: Payload) => Promise<readonly Problem[]>,
    ) =>
    async ({ project, account }: Place, payload: Payload) => {
      const problems = await change(project, account, payload);
      return problems.length > 0 ? refuse('bad-input', [...problems]) : view(project, idOf(payload));
    };

  return {
    tryRules: {
      needs: 'configure',
      does: 'read',
      async run({ project }, asked) {
        const found =
          'issue' in asked
            ? await tryOnIssue(ports, project, asked.issue)
            : await tryOnMadeUp(ports, project, asked);
        return { ok: true, value: found ?? null };
      },
    },

    viewAgreements: {
      needs: 'configure',
      does: 'read',
      async run({ project }) {
        return { ok: true, value: { agreements: await viewAgreements(ports, project) } };
      },
    },

    viewAgreement: {
      needs: 'configure',
      does: 'read',
      run: ({ project }, { agreement }) => view(project, agreement),
    },

    viewAgreementVersion: {
      needs: 'configure',
      does: 'read',
      async run({ project }, { agreement, version }) {
        return { ok: true, value: (await viewVersion(ports, project, agreement, version)) ?? null };
      },
    },

    saveDraft: {
      needs: 'configure',
      does: 'write',
      run: changing(
        ({ doc }) => doc.id,
        (project, actor, { doc, seen }) => saveDraft(ports, { project, actor, seen }, doc),
      ),
    },

    reviewDraft: {
      needs: 'configure',
      does: 'read',
      async run({ project }, { agreement }) {
        const found = await viewAgreement(ports, project, agreement);
        if (!found?.draft) return refuse('bad-input', [problem('draft.gone', '')]);
        const {
          agreement: draft,
          problems,
          warnings,
        } = await readDraft(ports, project, found.draft.doc.text);
        const cases = draft ? casesShown(await reviewCases(ports, project, draft)) : null;
        return { ok: true, value: { problems: [...problems], warnings: [...warnings], cases } };
      },
    },

    publishDraft: {
      needs: 'configure',
      does: 'write',
      run: changing(
        ({ agreement }) => agreement,
        (project, actor, { previewed, ...wanted }) =>
          publishDraft(ports, project, actor, { ...wanted, previewed }),
      ),
    },

    takeStep: {
      needs: 'configure',
      does: 'write',
      run: changing(
        ({ agreement }) => agreement,
        (project, actor, wanted) => takeStep(ports, project, actor, wanted),
      ),
    },
  };
}

const casesShown = ({ differing, ...review }: CasesReview): ValueOf<'reviewDraft'>['cases'] => ({
  ...review,
  differing: differing.map(({ saved: { doc }, differences }) => ({
    id: doc.id,
    name: doc.name,
    agreement: doc.agreement,
    differences,
  })),
});
