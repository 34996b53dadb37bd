import { bindActionIssue, createActionIssue, releaseActionIssue } from '../app/improvement/action-issue';
import { viewAction, viewPlan, type ActionView as Viewed } from '../app/improvement/plan';
import { saveAction, takeActionStep } from '../app/improvement/save-action';
import type { Dispensable, Ports } from '../app/ports';
import type { Answer } from '../contract/answer';
import type { ActionSaved, ActionView } from '../contract/improvement';
import { problem, type Problem } from '../domain/problem';
import { refuse, type Place, type ResolverFunctions } from './guard';

type ImprovementFunctions = Pick<
  ResolverFunctions,
  | 'viewPlan'
  | 'viewAction'
  | 'saveAction'
  | 'takeActionStep'
  | 'createActionIssue'
  | 'bindActionIssue'
  | 'releaseActionIssue'
>;

/** The improvement plan (R4). */
export function improvementFunctions(ports: Ports): ImprovementFunctions {
  /** The action as it stands then, or why it was not saved. */
  async function saved(
    { project }: Place,
    result:
      | { readonly problems: readonly Problem[] }
      | { readonly id: string; readonly leftOut?: readonly Dispensable[] },
  ): Promise<Answer<ActionSaved>> {
    if ('problems' in result) return refuse('bad-input', [...result.problems]);
    const found = await viewAction(ports, project, result.id);
    if (!found) return refuse('bad-input', [problem('improvement.unknown', '')]);
    return { ok: true, value: { view: viewOf(found), leftOut: result.leftOut ?? [] } };
  }

  const writerIn = ({ project, account: actor }: Place) => ({ project, actor });

  return {
    viewPlan: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, wanted) {
        const plan = await viewPlan(ports, project, wanted);
        const agreements = plan.agreements.map(({ id, name, metrics }) => ({
          id,
          name,
          metrics: metrics.map((metric) => ({ id: metric.id, kind: metric.kind })),
        }));
        return { ok: true, value: { ...plan, agreements } };
      },
    },

    viewAction: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, { id }) {
        const found = await viewAction(ports, project, id);
        return { ok: true, value: found ? viewOf(found) : null };
      },
    },

    saveAction: {
      needs: 'monitor',
      does: 'write',
      run: async (place, { doc, seen }) => saved(place, await saveAction(ports, writerIn(place), doc, seen)),
    },

    takeActionStep: {
      needs: 'monitor',
      does: 'write',
      run: async (place, step) => saved(place, await takeActionStep(ports, writerIn(place), step)),
    },

    createActionIssue: {
      needs: 'monitor',
      does: 'write',
      run: async (place, { issueType, ...action }) =>
        saved(place, await createActionIssue(ports, writerIn(place), action, issueType)),
    },

    bindActionIssue: {
      needs: 'monitor',
      does: 'write',
      run: async (place, { key, ...action }) =>
        saved(place, await bindActionIssue(ports, writerIn(place), action, key)),
    },

    releaseActionIssue: {
      needs: 'monitor',
      does: 'write',
      run: async (place, action) => saved(place, await releaseActionIssue(ports, writerIn(place), action)),
    },
  };
}

const viewOf = ({ row, effect, history }: Viewed): ActionView => ({
  row,
  effect: effect ? { before: effect.before, after: effect.after ?? null } : null,
  history: history.map(({ seq: revision, at, actor: by, doc }) => ({ revision, at, by, doc })),
});
