import type { Agreement } from '../domain/agreement/agreement';
import type { AgreementDraft, DefinitionsDraft } from '../domain/agreement/draft';
import { stepProblems } from '../domain/agreement/life';
import { problem, type Problem } from '../domain/problem';
import { redefinedTerms } from '../domain/glossary/redefined';
import { agreementsOf, openDraft } from './agreements-of';
import { proposeDefinitions } from './propose-definitions';
import { viewGlossary } from './glossary';
import { judgeAnew } from './judge-anew';
import type { AccountId, Ports, ProjectId } from './ports';
import { acceptedIn, reviewCases } from './review-cases';
import { rulesOf } from './rules';

export interface Publishing {
  readonly agreement: Agreement['id'];
  /** The number of the draft's revision that was read before it was decided. */
  readonly seen: number;
  /** Whether running timers change over to it; that needs `previewed`. */
  readonly appliesToRunning: boolean;
  /** The version of the rule book that the preview compared with; undefined without a preview. */
  readonly previewed: string | undefined;
  /** The mark of the cases that come out otherwise, once somebody takes what was found as expected. */
  readonly accepted?: string;
  readonly reason: string;
}

export interface Read {
  /** Undefined when something is wrong with the text, or when it says what is in force. */
  readonly agreement: Agreement | undefined;
  /** Why it cannot come into force; none when it can. */
  readonly problems: readonly Problem[];
  /** What else somebody should look at. */
  readonly warnings: readonly Problem[];
}

/**
 * Has the draft of an agreement come into force as its next version (A3, A5): at once, or on the day that it names.
 *
 * @returns what is wrong; nothing has changed then.
 * @throws JiraUnavailable, SomebodyElseSaves; nothing has changed then.
 */
export async function publishDraft(
  ports: Ports,
  project: ProjectId,
  actor: AccountId,
  publishing: Publishing,
): Promise<readonly Problem[]> {
  const { clock, ids, records } = ports;
  const file = (await agreementsOf(ports, project)).get(publishing.agreement);
  const draft = file && openDraft(file);
  if (!draft) return [problem('draft.gone', '')];
  const latest = file.versions.at(-1);
  if (draft.seq !== publishing.seen || draft.doc.basedOn !== (latest?.seq ?? 0)) {
    return [problem('record.newer', '')];
  }
  const { agreement, problems } = await readDraft(ports, project, draft.doc.text);
  if (problems.length > 0) return problems;
  if (!agreement) return [problem('draft.unchanged', '')];
  if (publishing.appliesToRunning) {
    const { book } = await rulesOf(ports, project);
    if (publishing.previewed !== book.version) return [problem('draft.preview-is-old', '')];
  }

  const { differing, mark } = await reviewCases(ports, project, agreement);
  if (differing.length > 0 && publishing.accepted !== mark) {
    return [problem('case.differ', '', { count: String(differing.length) })];
  }

  const at = clock.now();
  const change = ids.next();
  const saved = { change, at };
  const version = (latest?.seq ?? 0) + 1;
  const { appliesToRunning, reason } = publishing;
  const step = { id: agreement.id, step: 'publish', version, appliesToRunning, reason } as const;
  await records.commit({
    id: change,
    project,
    at,
    actor,
    action: 'save',
    revisions: [
      { ...saved, kind: 'agreement', seq: version, doc: agreement },
      { ...saved, kind: 'step', seq: file.steps.length + 1, doc: step },
      { ...saved, kind: 'draft', seq: draft.seq + 1, doc: { ...draft.doc, closed: 'published' } },
      ...differing.map((run) => ({ ...saved, ...acceptedIn(run) })),
    ],
  });
  await judgeAnew(ports, project, actor);
  return [];
}

/** What a draft comes to, and what is to be said of it; the paths are those of the agreement itself. */
export async function readDraft(ports: Ports, project: ProjectId, text: AgreementDraft): Promise<Read> {
  const draft: DefinitionsDraft = { calendars: [], agreements: [text] };
  const proposal = await proposeDefinitions(ports, project, draft, PROPOSED);
  if (!('revisions' in proposal)) {
    return { agreement: undefined, problems: proposal.problems.map(inAgreement), warnings: [] };
  }
  const agreement = proposal.revisions.find((each) => each.kind === 'agreement')?.doc;
  const glossary = (await viewGlossary(ports)).terms.map(({ doc }) => doc);
  const guarded = stepProblems('publish', {
    state: 'draft',
    now: proposal.at,
    details: agreement?.details ?? {},
    effectiveTo: agreement?.effectiveTo,
    findings: [],
    textHash: '',
    signatures: [],
    reason: '',
    isEndPlanned: false,
  });
  return {
    agreement,
    problems: [
      ...(text.name.trim() === '' ? [problem('draft.no-name', 'name')] : []),
      ...(text.metrics.length === 0 ? [problem('draft.no-target', 'metrics')] : []),
      ...guarded,
    ],
    warnings: [...proposal.warnings.map(inAgreement), ...redefinedTerms(text.details, glossary)],
  };
}

/** The change that is not made. No committed one has this id. */
const PROPOSED = 'proposed';

const inAgreement = (found: Problem): Problem => ({
  ...found,
  path: found.path.replace(/^agreements\[0\]\.?/, ''),
});
