import { saveCase, tryCase, viewCases } from '../app/cases';
import type { Ports, ProjectId } from '../app/ports';
import type { Answer } from '../contract/answer';
import type { ValueOf } from '../contract/resolver-api';
import { madeUpOf } from '../domain/agreement/saved-case';
import { refuse, type ResolverFunctions } from './guard';

type CaseFunctions = Pick<ResolverFunctions, 'viewCases' | 'tryCase' | 'saveCase'>;

/** Cases that are kept with agreements, and judged whenever one is to be published. */
export function caseFunctions(ports: Ports): CaseFunctions {
  async function view(project: ProjectId, agreement: string): Promise<Answer<ValueOf<'viewCases'>>> {
    const found = await viewCases(ports, project, agreement);
    const cases = found.map(({ saved: { seq: revision, at, doc }, run }) => ({
      revision,
      at,
      doc,
      differences: run?.differences ?? null,
    }));
    return { ok: true, value: { cases } };
  }

  return {
    viewCases: {
      needs: 'configure',
      does: 'read',
      run: ({ project }, { agreement }) => view(project, agreement),
    },

    tryCase: {
      needs: 'configure',
      does: 'read',
      async run({ project }, issue) {
        return { ok: true, value: await tryCase(ports, project, madeUpOf(issue)) };
      },
    },

    saveCase: {
      needs: 'configure',
      does: 'write',
      async run({ project, account: actor }, { doc, seen }) {
        const problems = await saveCase(ports, { project, actor, seen }, doc);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : view(project, doc.agreement);
      },
    },
  };
}
