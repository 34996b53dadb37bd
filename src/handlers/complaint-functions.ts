import { viewComplaintIssue, viewComplaintIssues } from '../app/complaints/complaint-issues';
import { complaintTypesOf, saveComplaintTypes } from '../app/complaints/complaint-types';
import {
  saveComplaint,
  takeComplaintStep,
  viewComplaint,
  viewComplaints,
} from '../app/complaints/complaints';
import { saveSatisfaction, viewSatisfaction } from '../app/complaints/satisfaction';
import type { Ports, ProjectId } from '../app/ports';
import type { Answer } from '../contract/answer';
import type { ComplaintTypesView } from '../contract/complaint-issues';
import type { ComplaintView, SatisfactionView } from '../contract/complaints';
import type { Problem } from '../domain/problem';
import { refuse, type Place, type ResolverFunctions } from './guard';

type ComplaintFunctions = Pick<
  ResolverFunctions,
  | 'viewComplaints'
  | 'viewComplaint'
  | 'saveComplaint'
  | 'takeComplaintStep'
  | 'viewComplaintIssues'
  | 'viewComplaintIssue'
  | 'viewComplaintTypes'
  | 'saveComplaintTypes'
  | 'viewSatisfaction'
  | 'saveSatisfaction'
>;

/** Complaints, and how satisfied customers are (M7). */
export function complaintFunctions(ports: Ports): ComplaintFunctions {
  async function one(project: ProjectId, id: string): Promise<Answer<ComplaintView | null>> {
    const found = await viewComplaint(ports, project, id);
    if (!found) return { ok: true, value: null };
    const history = found.history.map(({ seq: revision, at, actor: by, doc }) => ({ revision, at, by, doc }));
    return { ok: true, value: { row: found.row, history } };
  }

  /** The complaint as it stands then, or why it was not saved. */
  const saved = (
    { project }: Place,
    result: { readonly problems: readonly Problem[] } | { readonly id: string },
  ): Promise<Answer<ComplaintView | null>> =>
    'id' in result ? one(project, result.id) : Promise.resolve(refuse('bad-input', [...result.problems]));

  async function types({ project }: Place): Promise<Answer<ComplaintTypesView>> {
    const [kept, known] = await Promise.all([
      complaintTypesOf(ports, project),
      ports.readers.issueTypes(project),
    ]);
    return { ok: true, value: { types: kept?.doc.types ?? [], known, revision: kept?.seq ?? 0 } };
  }

  async function satisfaction(project: ProjectId): Promise<Answer<SatisfactionView>> {
    const { entered, rated } = await viewSatisfaction(ports, project);
    const entries = entered.map(({ doc, seq: revision }) => ({ doc, revision }));
    return { ok: true, value: { entered: entries, rated: [...rated] } };
  }

  const writerIn = ({ project, account: actor }: Place) => ({ project, actor });

  return {
    viewComplaints: {
      needs: 'see-project',
      does: 'read',
      run: async ({ project }, wanted) => ({ ok: true, value: await viewComplaints(ports, project, wanted) }),
    },

    viewComplaint: {
      needs: 'see-project',
      does: 'read',
      run: ({ project }, { id }) => one(project, id),
    },

    saveComplaint: {
      needs: 'monitor',
      does: 'write',
      run: async (place, { doc, seen }) =>
        saved(place, await saveComplaint(ports, writerIn(place), doc, seen)),
    },

    takeComplaintStep: {
      needs: 'monitor',
      does: 'write',
      run: async (place, step) => saved(place, await takeComplaintStep(ports, writerIn(place), step)),
    },

    viewComplaintIssues: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, { after }) {
        const { next, ...page } = await viewComplaintIssues(ports, project, after);
        return { ok: true, value: { ...page, next: next ?? null } };
      },
    },

    viewComplaintIssue: {
      needs: 'see-project',
      does: 'read',
      run: async ({ project }, { key }) => ({
        ok: true,
        value: (await viewComplaintIssue(ports, project, key)) ?? null,
      }),
    },

    viewComplaintTypes: { needs: 'configure', does: 'read', run: types },

    saveComplaintTypes: {
      needs: 'configure',
      does: 'write',
      async run(place, { types: chosen, seen }) {
        const problems = await saveComplaintTypes(ports, writerIn(place), chosen, seen);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : types(place);
      },
    },

    viewSatisfaction: {
      needs: 'see-project',
      does: 'read',
      run: ({ project }) => satisfaction(project),
    },

    saveSatisfaction: {
      needs: 'monitor',
      does: 'write',
      async run(place, { doc, seen }) {
        const problems = await saveSatisfaction(ports, writerIn(place), doc, seen);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : satisfaction(place.project);
      },
    },
  };
}
