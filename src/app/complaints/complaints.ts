import {
  afterStep,
  complaintProblems,
  isLate,
  problemsOfStep,
  stateOf,
  type Complaint,
  type ComplaintState,
  type ComplaintStep,
} from '../../domain/complaint/complaint';
import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import type { LocalDate } from '../../domain/time/local-date';
import { agreementsOf } from '../agreements-of';
import { canonical } from '../canonical';
import { LONGEST, type HistoryEntry, type Ports, type ProjectId } from '../ports';
import { todayIn } from '../view-figures';
import { writeDown, type Writer } from '../write-down';
import { complaintTypesOf } from './complaint-types';

/** A complaint as the register shows it. */
export interface ComplaintRow {
  readonly doc: Complaint;
  readonly revision: number;
  readonly isLate: boolean;
}

/** Which complaints are shown; what is left out does not matter. */
export interface ComplaintsWanted {
  readonly state?: ComplaintState;
  readonly agreement?: string;
  readonly late?: true;
  /** So many come before. */
  readonly offset: number;
}

export interface ComplaintsPage {
  readonly rows: readonly ComplaintRow[];
  /** How many fit in all. */
  readonly count: number;
  /** Whether issues of some types are complaints, too. */
  readonly hasIssueTypes: boolean;
}

const A_PAGE = 50;

/** The complaints of a project (M7), a page of them, the latest first. */
export async function viewComplaints(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
  { offset, ...wanted }: ComplaintsWanted,
): Promise<ComplaintsPage> {
  const [today, kept, types] = await Promise.all([
    todayIn(ports, project),
    ports.records.documents(project, 'complaint'),
    complaintTypesOf(ports, project),
  ]);
  const rows = kept
    .map((each) => rowOf(each, today))
    .filter((row) => isWanted(row, wanted))
    .sort((a, b) => b.doc.receivedAt - a.doc.receivedAt || (a.doc.id < b.doc.id ? -1 : 1));
  const hasIssueTypes = types !== undefined && types.doc.types.length > 0;
  return { rows: rows.slice(offset, offset + A_PAGE), count: rows.length, hasIssueTypes };
}

const rowOf = ({ doc, seq: revision }: RevisionOf<'complaint'>, today: LocalDate): ComplaintRow => ({
  doc,
  revision,
  isLate: isLate(doc, today),
});

const isWanted = ({ doc, isLate: late }: ComplaintRow, wanted: Omit<ComplaintsWanted, 'offset'>): boolean =>
  (wanted.state === undefined || stateOf(doc) === wanted.state) &&
  (wanted.agreement === undefined || doc.agreement === wanted.agreement) &&
  (!wanted.late || late);

/** As many earlier revisions as anybody reads. */
const MOST_EARLIER = 20;

/** One complaint, and what was saved of it before, the latest first; undefined when it is not there. */
export async function viewComplaint(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
  id: Complaint['id'],
): Promise<{ readonly row: ComplaintRow; readonly history: readonly HistoryEntry<Complaint>[] } | undefined> {
  const [kept] = await ports.records.named(project, 'complaint', [id]);
  if (!kept) return undefined;
  const history = await ports.records.history(project, { kind: 'complaint', id }, MOST_EARLIER);
  return { row: rowOf(kept, await todayIn(ports, project)), history };
}

type Saved = { readonly problems: readonly Problem[] } | { readonly id: Complaint['id'] };

/** A complaint as somebody records it; a new one has no id yet. */
export type ComplaintWanted = Omit<Complaint, 'id' | 'answered' | 'closed' | 'withdrawn' | 'reopened'> & {
  readonly id?: Complaint['id'];
};

/**
 * Records a complaint (M7), or changes one that is not closed or withdrawn.
 *
 * @param seen the number of the revision that it was made from, 0 for a new one.
 * @returns what is wrong, or the id of the complaint.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveComplaint(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  { id, ...text }: ComplaintWanted,
  seen: number,
): Promise<Saved> {
  const { project } = writer;
  const own = id === undefined ? await sameComplaint(ports, project, text) : await named(ports, project, id);
  // Whoever did not hear that it was saved saves once more.
  if (own && canonical(textOf(own.doc)) === canonical(text)) return { id: own.doc.id };
  if (id !== undefined && !own) return { problems: [problem('complaint.unknown', '')] };
  if ((own?.seq ?? 0) !== seen) return { problems: [problem('record.newer', '')] };
  const state = own && stateOf(own.doc);
  if (state === 'closed' || state === 'withdrawn')
    return { problems: [problem('complaint.settled', '', { state })] };
  const { answered, reopened } = own?.doc ?? {};
  const steps = { ...(answered && { answered }), ...(reopened && { reopened }) };
  const doc: Complaint = { ...steps, ...text, id: id ?? ports.ids.next() };
  const agreements = [...(await agreementsOf(ports, project)).keys()];
  const found = complaintProblems(doc, { now: ports.clock.now(), agreements, before: own?.doc });
  const problems = [...found.map((one) => ({ ...one, path: `doc.${one.path}` })), ...tooLong(doc)];
  if (problems.length > 0) return { problems };
  await writeDown(ports, writer, { kind: 'complaint', doc, seq: seen + 1 });
  return { id: doc.id };
}

/** What whoever records it writes. */
function textOf(complaint: Complaint): Omit<ComplaintWanted, 'id'> {
  const { id: _id, answered: _answered, closed: _closed, withdrawn: _withdrawn, ...rest } = complaint;
  const { reopened: _reopened, ...text } = rest;
  return text;
}

async function sameComplaint(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  text: Omit<ComplaintWanted, 'id'>,
): Promise<RevisionOf<'complaint'> | undefined> {
  const all = await records.documents(project, 'complaint');
  return all.find(({ doc }) => stateOf(doc) === 'open' && canonical(textOf(doc)) === canonical(text));
}

async function named(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  id: Complaint['id'],
): Promise<RevisionOf<'complaint'> | undefined> {
  const [own] = await records.named(project, 'complaint', [id]);
  return own;
}

/** What is written takes more room than it has characters where it must be escaped. */
const tooLong = (doc: Complaint): Problem[] =>
  JSON.stringify(doc).length > LONGEST.complaint
    ? [problem('complaint.long-in-all', '', { most: String(LONGEST.complaint) })]
    : [];

/** A step that somebody takes, and what the complaint was when they decided. */
export interface ComplaintStepWanted {
  readonly id: Complaint['id'];
  readonly seen: number;
  readonly step: ComplaintStep;
  readonly note: string;
}

/** Answers a complaint, closes it, withdraws it or takes it up again. @throws SomebodyElseSaves; nothing is changed then. */
export async function takeComplaintStep(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  { id, seen, step, note }: ComplaintStepWanted,
): Promise<Saved> {
  const own = await named(ports, writer.project, id);
  if (!own) return { problems: [problem('complaint.unknown', '')] };
  const problems = problemsOfStep(own.doc, step, note);
  if (problems.length > 0) return { problems };
  if (own.seq !== seen) return { problems: [problem('record.newer', '')] };
  const doc = afterStep(own.doc, step, { by: writer.actor, at: ports.clock.now() }, note);
  if (tooLong(doc).length > 0) return { problems: tooLong(doc) };
  await writeDown(ports, writer, { kind: 'complaint', doc, seq: seen + 1 });
  return { id };
}
