import { saveDefaults, viewDefaults } from '../app/defaults';
import { addReadyTerms, saveTerm, viewGlossary } from '../app/glossary';
import type { Ports } from '../app/ports';
import { viewUsage } from '../app/usage';
import type { Answer } from '../contract/answer';
import type { DefaultsView } from '../contract/defaults';
import type { GlossaryView } from '../contract/glossary';
import { refuse, type ResolverFunctions } from './guard';

type SiteFunctions = Pick<
  ResolverFunctions,
  | 'viewGlossary'
  | 'viewSiteGlossary'
  | 'saveTerm'
  | 'addReadyTerms'
  | 'viewDefaults'
  | 'viewSiteDefaults'
  | 'saveDefaults'
  | 'viewUsage'
>;

/** What all projects of a site share beside calendars: its glossary (A22), and what new things begin with. */
export function siteFunctions(ports: Ports): SiteFunctions {
  async function glossary(): Promise<Answer<GlossaryView>> {
    const { terms, ready } = await viewGlossary(ports);
    const kept = terms.map(({ doc: record, seq: revision, at: changedAt }) => ({
      record,
      revision,
      changedAt,
    }));
    return { ok: true, value: { terms: kept, ready: ready.length } };
  }
  const defaults = async (): Promise<Answer<DefaultsView>> => ({
    ok: true,
    value: await viewDefaults(ports),
  });

  return {
    viewGlossary: { needs: 'configure', does: 'read', run: glossary },
    viewSiteGlossary: { needs: 'administer', does: 'read', run: glossary },

    saveTerm: {
      needs: 'administer',
      does: 'write',
      async run({ account }, { doc, seen }) {
        const problems = await saveTerm(ports, account, doc, seen);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : glossary();
      },
    },

    addReadyTerms: {
      needs: 'administer',
      does: 'write',
      async run({ account }) {
        await addReadyTerms(ports, account);
        return glossary();
      },
    },

    viewDefaults: { needs: 'configure', does: 'read', run: defaults },
    viewSiteDefaults: { needs: 'administer', does: 'read', run: defaults },

    saveDefaults: {
      needs: 'administer',
      does: 'write',
      async run({ account }, { doc, seen }) {
        const problems = await saveDefaults(ports, account, doc, seen);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : defaults();
      },
    },

    viewUsage: {
      needs: 'administer',
      does: 'read',
      run: async () => ({ ok: true, value: await viewUsage(ports) }),
    },
  };
}
