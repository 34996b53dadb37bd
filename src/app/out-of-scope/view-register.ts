import type { RevisionOf } from '../../domain/documents';
import { isOpen, stateOf, type OutOfScope, type ServingState } from '../../domain/out-of-scope/out-of-scope';
import type { IssueId, Outcome, Ports, ProjectId, StoredEvaluation } from '../ports';

/** An issue as the register shows it. */
export interface ScopeRow {
  readonly issue: IssueId;
  /** Null while nothing was written down of it. */
  readonly doc: OutOfScope | null;
  /** 0 while nothing was. */
  readonly revision: number;
  /** Whether somebody has something to do about it. */
  readonly isOpen: boolean;
  /** Whether an agreement covers it by now. */
  readonly isCovered: boolean;
}

/** Which issues are shown; what is left out does not matter. */
export interface ScopeWanted {
  readonly open?: boolean;
  readonly serving?: ServingState;
  readonly told?: boolean;
  /** So many come before. */
  readonly offset: number;
}

export interface ScopeRegister {
  readonly rows: readonly ScopeRow[];
  /** How many fit in all. */
  readonly count: number;
  /** Of all that are open. */
  readonly open: number;
  readonly waiting: number;
  readonly untold: number;
  /** So many of the latest issues were looked at. */
  readonly looked: number;
}

const A_PAGE = 50;
/** As many of the latest issues as are looked at, and as many of which nothing was written down as are shown. */
const LOOKED_AT = 1_000;
const MOST_BARE = 200;
/** As many issues as the store gives at once. */
const AT_ONCE = 50;

/**
 * The issues of a project that are out of scope (M5), a page of them, the youngest first: all of which something was written
 * down, and those of the latest that no agreement covers while nobody has resolved them. Jira is not asked.
 */
export async function viewScopeRegister(
  { records, timers }: Pick<Ports, 'records' | 'timers'>,
  project: ProjectId,
  { offset, ...wanted }: ScopeWanted,
): Promise<ScopeRegister> {
  const written = await records.documents(project, 'out-of-scope');
  const known = new Set(written.map(({ doc }) => doc.id));
  const latest = await timers.latestOutcomes(project, LOOKED_AT);
  const bare = [...latest].flatMap(([issue, outcome]) =>
    outcome === 'not-covered' && !known.has(issue) ? issue : [],
  );
  const asked = [
    ...bare.slice(0, MOST_BARE),
    ...written.filter(({ doc }) => isOpen(doc)).map(({ doc }) => doc.id),
  ];
  const unresolved = await unresolvedOf(timers, asked);
  const all = [
    ...written.map((one) => rowOf(one, unresolved)),
    ...bare
      .filter((issue) => unresolved.has(issue))
      .map((issue) => ({ issue, doc: null, revision: 0, isOpen: true, isCovered: false })),
  ].sort((a, b) => Number(b.issue) - Number(a.issue));
  const fitting = all.filter((row) => isWanted(row, wanted));
  const rows = fitting.slice(offset, offset + A_PAGE);
  const judged = await timers.judged(rows.map(({ issue }) => issue));
  const open = all.filter((row) => row.isOpen);
  return {
    rows: rows.map((row) => ({ ...row, isCovered: COVERED.includes(judged.get(row.issue)?.outcome) })),
    count: fitting.length,
    open: open.length,
    waiting: open.filter(({ doc }) => doc && stateOf(doc) === 'asked').length,
    untold: open.filter(({ doc }) => !doc?.told).length,
    looked: latest.size,
  };
}

const COVERED: readonly (Outcome | undefined)[] = ['timers', 'not-started'];

/** Those of these issues that no agreement covers and nobody has resolved. */
async function unresolvedOf(timers: Ports['timers'], issues: readonly IssueId[]): Promise<Set<IssueId>> {
  const judged: StoredEvaluation[] = [];
  for (let first = 0; first < issues.length; first += AT_ONCE)
    judged.push(...(await timers.stored(issues.slice(first, first + AT_ONCE))));
  return new Set(
    judged.flatMap(({ issue, outcome, isResolved }) =>
      outcome === 'not-covered' && !isResolved ? issue : [],
    ),
  );
}

const rowOf = (
  { doc, seq: revision }: RevisionOf<'out-of-scope'>,
  unresolved: ReadonlySet<IssueId>,
): ScopeRow => ({
  issue: doc.id,
  doc,
  revision,
  isOpen: unresolved.has(doc.id),
  isCovered: false,
});

const isWanted = (row: ScopeRow, { open, serving, told }: Omit<ScopeWanted, 'offset'>): boolean =>
  (open === undefined || row.isOpen === open) &&
  (serving === undefined || (row.doc ? stateOf(row.doc) : 'found') === serving) &&
  (told === undefined || (row.doc?.told !== undefined) === told);
