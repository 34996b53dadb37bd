import type { RevisionOf } from '../../domain/documents';
import {
  improvementProblems,
  stateOf,
  type Effect,
  type ImprovementAction,
  type Targets,
} from '../../domain/improvement/improvement';
import { afterStep, problemsOfStep, type ImprovementStep } from '../../domain/improvement/improvement-life';
import { problem, type Problem } from '../../domain/problem';
import { agreementsOf } from '../agreements-of';
import { canonical } from '../canonical';
import { LONGEST, type Ports, type ProjectId } from '../ports';
import { writeDown, type Writer } from '../write-down';
import { effectOf } from './effect';

type Saved = { readonly problems: readonly Problem[] } | { readonly id: ImprovementAction['id'] };

/** An action as somebody wants it to be; a new one has no id yet. What steps and Jira say of it is not theirs to write. */
export type ActionWanted = Pick<
  ImprovementAction,
  | 'title'
  | 'description'
  | 'kind'
  | 'source'
  | 'sourceId'
  | 'agreement'
  | 'metric'
  | 'owner'
  | 'due'
  | 'nonconformity'
> & { readonly id?: ImprovementAction['id'] };

/**
 * Plans an action (R4), or changes one that nobody has judged or dropped.
 *
 * @param seen the number of the revision that it was made from, 0 for a new one.
 * @returns what is wrong, or the id of the action.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveAction(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  { id, ...text }: ActionWanted,
  seen: number,
): Promise<Saved> {
  const { project, actor: by } = writer;
  const own =
    id === undefined ? await sameAction(ports, writer, text) : await actionNamed(ports, project, id);
  // Whoever did not hear that it was saved saves once more.
  if (own && canonical(textOf(own.doc)) === canonical(text)) return { id: own.doc.id };
  if (id !== undefined && !own) return { problems: [problem('improvement.unknown', '')] };
  if ((own?.seq ?? 0) !== seen) return { problems: [problem('record.newer', '')] };
  const state = own && stateOf(own.doc);
  if (state && state !== 'open' && state !== 'done')
    return { problems: [problem('improvement.settled', '', { state })] };
  const doc: ImprovementAction = {
    ...(own && stepsOf(own.doc)),
    ...text,
    id: own?.doc.id ?? ports.ids.next(),
    planned: own?.doc.planned ?? { by, at: ports.clock.now() },
  };
  const found = improvementProblems(doc, await targetsOf(ports, project), own?.doc);
  const problems = [...found.map((one) => ({ ...one, path: `doc.${one.path}` })), ...tooLong(doc)];
  if (problems.length > 0) return { problems };
  await writeDown(ports, writer, { kind: 'action', doc, seq: seen + 1 });
  return { id: doc.id };
}

/** What whoever plans it writes. */
function textOf(action: ImprovementAction): Omit<ActionWanted, 'id'> {
  const { id: _id, planned: _planned, issue: _issue, ...rest } = action;
  const { done: _done, judged: _judged, dropped: _dropped, reopened: _reopened, ...text } = rest;
  return text;
}

/** What has happened to it. */
function stepsOf({ issue, done, reopened }: ImprovementAction): Partial<ImprovementAction> {
  return { ...(issue && { issue }), ...(done && { done }), ...(reopened && { reopened }) };
}

/** One that says the same, planned by the same person: due on the same day, so that it is found by it. */
async function sameAction(
  { records }: Pick<Ports, 'records'>,
  { project, actor }: Writer,
  text: Omit<ActionWanted, 'id'>,
): Promise<RevisionOf<'action'> | undefined> {
  const all = await records.documents(project, 'action');
  return all.find(
    ({ doc }) =>
      doc.planned.by === actor && stateOf(doc) === 'open' && canonical(textOf(doc)) === canonical(text),
  );
}

async function actionNamed(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  id: ImprovementAction['id'],
): Promise<RevisionOf<'action'> | undefined> {
  const [own] = await records.named(project, 'action', [id]);
  return own;
}

/** The agreements of the project with the targets of all their versions. */
async function targetsOf(ports: Pick<Ports, 'records'>, project: ProjectId): Promise<Targets> {
  const files = [...(await agreementsOf(ports, project)).values()];
  return new Map(
    files.map(({ id, versions }) => [
      id,
      versions.flatMap(({ doc }) => doc.metrics.map((metric) => metric.id)),
    ]),
  );
}

/** What is written takes more room than it has characters where it must be escaped. */
const tooLong = (doc: ImprovementAction): Problem[] =>
  JSON.stringify(doc).length > LONGEST.action
    ? [problem('improvement.long-in-all', '', { most: String(LONGEST.action) })]
    : [];

/** A step that somebody takes, and what the action was when they decided. */
export interface ActionStepWanted {
  readonly id: ImprovementAction['id'];
  readonly seen: number;
  readonly step: ImprovementStep;
  readonly note: string;
}

/**
 * Marks an action done, judges its effect, drops it or takes it up again. Whoever judges has the figures of that moment kept.
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function takeActionStep(
  ports: Pick<Ports, 'records' | 'clock' | 'ids' | 'figures'>,
  writer: Writer,
  { id, seen, step, note }: ActionStepWanted,
): Promise<Saved> {
  const { project, actor: by } = writer;
  const own = await actionNamed(ports, project, id);
  if (!own) return { problems: [problem('improvement.unknown', '')] };
  const problems = problemsOfStep(own.doc, step, note);
  if (problems.length > 0) return { problems };
  if (own.seq !== seen) return { problems: [problem('record.newer', '')] };
  const effect =
    step === 'confirm' || step === 'reject' ? await effectNow(ports, project, own.doc) : undefined;
  const doc = afterStep(own.doc, { step, act: { by, at: ports.clock.now() }, note, effect });
  if (tooLong(doc).length > 0) return { problems: tooLong(doc) };
  await writeDown(ports, writer, { kind: 'action', doc, seq: seen + 1 });
  return { id };
}

async function effectNow(
  ports: Pick<Ports, 'records' | 'clock' | 'figures'>,
  project: ProjectId,
  action: ImprovementAction,
): Promise<Effect | undefined> {
  const found = await effectOf(ports, project, action);
  return found?.after && { before: found.before.kept, after: found.after.kept };
}
