import { applyRepair } from '../app/apply-repair';
import type { Ports, ProjectId } from '../app/ports';
import { discardPreview, pausePreview, previewRepair, resumePreview } from '../app/preview-repair';
import { viewRepairs } from '../app/view-repairs';
import type { Answer } from '../contract/answer';
import { DIFFERENCES_A_PAGE } from '../contract/repairs';
import type { ValueOf } from '../contract/resolver-api';
import type { Problem } from '../domain/problem';
import { refuse, type ResolverFunctions } from './guard';

type RepairFunctions = Pick<
  ResolverFunctions,
  | 'viewRepairs'
  | 'previewRepair'
  | 'pausePreview'
  | 'resumePreview'
  | 'discardPreview'
  | 'viewDifferences'
  | 'applyRepair'
>;

/** What Jira administrators do about repairs; every answer shows how things stand then. */
export function repairFunctions(ports: Ports): RepairFunctions {
  const view = async (project: ProjectId): Promise<Answer<ValueOf<'viewRepairs'>>> => ({
    ok: true,
    value: await viewRepairs(ports, project),
  });
  const viewUnless = async (
    problems: readonly Problem[],
    project: ProjectId,
  ): Promise<Answer<ValueOf<'viewRepairs'>>> =>
    problems.length > 0 ? refuse('bad-input', [...problems]) : view(project);

  return {
    viewRepairs: {
      needs: 'administer',
      does: 'read',
      run: (_place, { project }) => view(project),
    },

    previewRepair: {
      needs: 'administer',
      does: 'write',
      async run({ account }, { project, ...proposal }) {
        return viewUnless(await previewRepair(ports, project, account, proposal), project);
      },
    },

    pausePreview: {
      needs: 'administer',
      does: 'write',
      async run(_place, { project }) {
        await pausePreview(ports, project);
        return view(project);
      },
    },

    resumePreview: {
      needs: 'administer',
      does: 'write',
      async run(_place, { project }) {
        await resumePreview(ports, project);
        return view(project);
      },
    },

    discardPreview: {
      needs: 'administer',
      does: 'write',
      async run(_place, { project, preview }) {
        await discardPreview(ports, project, preview);
        return view(project);
      },
    },

    viewDifferences: {
      needs: 'administer',
      does: 'read',
      async run(_place, { project, preview, offset }) {
        const page = { offset, limit: DIFFERENCES_A_PAGE };
        return { ok: true, value: await ports.repairPreviews.differences({ project, id: preview }, page) };
      },
    },

    applyRepair: {
      needs: 'administer',
      does: 'write',
      async run({ account }, { project, preview }) {
        return viewUnless(await applyRepair(ports, project, account, preview), project);
      },
    },
  };
}
