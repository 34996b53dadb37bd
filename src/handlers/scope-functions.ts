import { mayMonitor } from '../app/breaches/may-monitor';
import { saveScopeText, scopeTextOf } from '../app/out-of-scope/scope-text';
import { takeServingStep, writtenOf } from '../app/out-of-scope/serve-anyway';
import { tellCustomer } from '../app/out-of-scope/tell-customer';
import { viewScopeRegister } from '../app/out-of-scope/view-register';
import type { Ports } from '../app/ports';
import type { Answer } from '../contract/answer';
import type { IssueScope, ScopeTextView } from '../contract/out-of-scope';
import type { Problem } from '../domain/problem';
import { refuse, type Place, type ResolverFunctions } from './guard';

type ScopeFunctions = Pick<
  ResolverFunctions,
  | 'viewIssueScope'
  | 'tellCustomer'
  | 'askToServe'
  | 'withdrawServing'
  | 'decideServing'
  | 'viewScopeRegister'
  | 'viewScopeText'
  | 'saveScopeText'
>;

/** Issues that no agreement covers (M5). */
export function scopeFunctions(ports: Ports): ScopeFunctions {
  async function view({ project, issue, account }: Place): Promise<Answer<IssueScope>> {
    const own = await writtenOf(ports, project, issue);
    const text = (await scopeTextOf(ports, project))?.doc;
    const value = {
      doc: own?.doc ?? null,
      revision: own?.seq ?? 0,
      text: text ? { text: text.text, offer: text.offer } : null,
      account,
      mayComment: await ports.rights.mayComment(issue),
      mayMonitor: await mayMonitor(ports, project, account),
    };
    return { ok: true, value };
  }

  /** What is written down of the issue then, or why nothing was. */
  const saved = (place: Place, problems: readonly Problem[]): Promise<Answer<IssueScope>> =>
    problems.length > 0 ? Promise.resolve(refuse('bad-input', [...problems])) : view(place);

  async function viewText({ project }: Place): Promise<Answer<ScopeTextView>> {
    const kept = await scopeTextOf(ports, project);
    const text = kept ? { text: kept.doc.text, offer: kept.doc.offer, at: kept.at } : null;
    return { ok: true, value: { text, revision: kept?.seq ?? 0 } };
  }

  const writerIn = ({ project, account: actor }: Place) => ({ project, actor });

  return {
    viewIssueScope: { needs: 'see-issue', does: 'read', run: view },

    tellCustomer: {
      needs: 'comment',
      does: 'write',
      async run(place, { text, seen }) {
        const { issue } = place;
        return saved(place, await tellCustomer(ports, writerIn(place), { issue, text, seen }));
      },
    },

    askToServe: {
      needs: 'comment',
      does: 'write',
      async run(place, { reason: note, seen }) {
        const step = { issue: place.issue, step: 'ask', note, seen } as const;
        return saved(place, await takeServingStep(ports, writerIn(place), step));
      },
    },

    withdrawServing: {
      needs: 'comment',
      does: 'write',
      async run(place, { seen }) {
        const step = { issue: place.issue, step: 'withdraw', note: '', seen } as const;
        return saved(place, await takeServingStep(ports, writerIn(place), step));
      },
    },

    decideServing: {
      needs: 'monitor',
      does: 'write',
      async run(place, decided) {
        const problems = await takeServingStep(ports, writerIn(place), decided);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : { ok: true, value: null };
      },
    },

    viewScopeRegister: {
      needs: 'see-project',
      does: 'read',
      run: async ({ project }, wanted) => ({
        ok: true,
        value: await viewScopeRegister(ports, project, wanted),
      }),
    },

    viewScopeText: { needs: 'configure', does: 'read', run: viewText },

    saveScopeText: {
      needs: 'configure',
      does: 'write',
      async run(place, { doc, seen }) {
        const problems = await saveScopeText(ports, writerIn(place), doc, seen);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : viewText(place);
      },
    },
  };
}
