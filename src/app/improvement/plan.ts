import type { Agreement } from '../../domain/agreement/agreement';
import { latestRevisions, meant } from '../../domain/agreement/revisions';
import type { RevisionOf } from '../../domain/documents';
import {
  isLate,
  stateOf,
  type ImprovementAction,
  type ImprovementState,
} from '../../domain/improvement/improvement';
import type { LocalDate } from '../../domain/time/local-date';
import type { HistoryEntry, Ports, ProjectId } from '../ports';
import { todayIn } from '../view-figures';
import { effectOf, type EffectMeasured } from './effect';

/** An action as the plan shows it. */
export interface PlannedAction {
  readonly doc: ImprovementAction;
  readonly revision: number;
  readonly isLate: boolean;
}

/** Which actions are shown; what is left out does not matter. */
export interface PlanWanted {
  readonly state?: ImprovementState;
  readonly owner?: string;
  readonly agreement?: string;
  readonly late?: true;
  /** So many come before. */
  readonly offset: number;
}

export interface Plan {
  readonly rows: readonly PlannedAction[];
  /** How many there are in all that fit. */
  readonly count: number;
  /** How many of the whole plan are open, and late. */
  readonly open: number;
  readonly late: number;
  /** Whoever answers for an action of the plan. */
  readonly owners: readonly string[];
  /** What actions can be about. */
  readonly agreements: readonly Agreement[];
}

const A_PAGE = 50;

/** The improvement plan of a project (R4), a page of it: what is open by what is due next, then the rest, the latest first. */
export async function viewPlan(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
  { offset, ...wanted }: PlanWanted,
): Promise<Plan> {
  const [all, revisions] = await Promise.all([
    plannedActions(ports, project),
    ports.records.revisions(project),
  ]);
  const rows = all.filter((row) => isWanted(row, wanted));
  return {
    rows: rows.slice(offset, offset + A_PAGE),
    count: rows.length,
    open: all.filter(({ doc }) => stateOf(doc) === 'open').length,
    late: all.filter((row) => row.isLate).length,
    owners: [...new Set(all.map(({ doc }) => doc.owner))].sort(),
    agreements: meant(latestRevisions(revisions)).flatMap((each) =>
      each.kind === 'agreement' ? each.doc : [],
    ),
  };
}

const isWanted = ({ doc, isLate: late }: PlannedAction, wanted: Omit<PlanWanted, 'offset'>): boolean =>
  (wanted.state === undefined || stateOf(doc) === wanted.state) &&
  (wanted.owner === undefined || doc.owner === wanted.owner) &&
  (wanted.agreement === undefined || doc.agreement === wanted.agreement) &&
  (!wanted.late || late);

async function plannedActions(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<PlannedAction[]> {
  const today = await todayIn(ports, project);
  const actions = await ports.records.documents(project, 'action');
  return actions.map((each) => plannedOf(each, today)).sort(inOrder);
}

const plannedOf = ({ doc, seq: revision }: RevisionOf<'action'>, today: LocalDate): PlannedAction => ({
  doc,
  revision,
  isLate: isLate(doc, today),
});

function inOrder(a: PlannedAction, b: PlannedAction): number {
  const [isAOpen, isBOpen] = [stateOf(a.doc) === 'open', stateOf(b.doc) === 'open'];
  if (isAOpen !== isBOpen) return isAOpen ? -1 : 1;
  const sooner = a.doc.due < b.doc.due ? -1 : a.doc.due > b.doc.due ? 1 : 0;
  return (isAOpen ? sooner : -sooner) || (a.doc.id < b.doc.id ? -1 : 1);
}

/** The actions of a project that are neither done nor dropped, by what is due next; a review looks at them again. */
export async function openActions(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<PlannedAction[]> {
  return (await plannedActions(ports, project)).filter(({ doc }) => stateOf(doc) === 'open');
}

export interface ActionView {
  readonly row: PlannedAction;
  readonly effect: EffectMeasured | undefined;
  /** What was saved before, the latest first. */
  readonly history: readonly HistoryEntry<ImprovementAction>[];
}

/** As many earlier revisions as anybody reads. */
const MOST_EARLIER = 20;

/** One action with the effect that it had; undefined when it is not there. */
export async function viewAction(
  ports: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  id: ImprovementAction['id'],
): Promise<ActionView | undefined> {
  const [kept] = await ports.records.named(project, 'action', [id]);
  if (!kept) return undefined;
  return {
    row: plannedOf(kept, await todayIn(ports, project)),
    effect: await effectOf(ports, project, kept.doc),
    history: await ports.records.history(project, { kind: 'action', id }, MOST_EARLIER),
  };
}
