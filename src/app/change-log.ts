import type { DocumentKind } from '../domain/documents';
import type { Revision } from '../domain/agreement/revisions';
import { cycleNameOf, stateOf, type ExceptionState } from '../domain/breach/exception';
import { lastOf } from '../domain/out-of-scope/out-of-scope';
import { stateOfReview, type ReviewState } from '../domain/review/review';
import { cycleNamed } from '../domain/timer/cycle-name';
import type { LifeStep } from '../domain/agreement/life-step';
import { termName } from '../domain/glossary/term';
import type { AccountId, Change, LogEntry, LogPlace, Ports, ProjectId } from './ports';

/** What became of a record. `imported`: put in force with a file, or by the start page. */
export type Done =
  | 'created'
  | 'changed'
  | 'published'
  | 'imported'
  | 'discarded'
  | ExceptionState
  | ReviewState
  | 'issued'
  | 'told'
  | Exclude<LifeStep['step'], 'publish'>;

/** Who did what to which record when (P6). */
export interface LogLine {
  readonly at: Change['at'];
  readonly by: AccountId;
  readonly done: Done;
  readonly kind: Revision['kind'] | DocumentKind;
  /** Of the record; of the agreement or service for what is about one. */
  readonly id: string;
  /** Empty where it has none. */
  readonly name: string;
  /** The number of the revision. */
  readonly revision: number;
  /** Whether all projects of the site share it. */
  readonly isShared: boolean;
}

export interface LogPage {
  readonly lines: readonly LogLine[];
  /** Names the page after this one; undefined after the last. */
  readonly next: LogPlace | undefined;
}

/** As many records as a page is made of. */
const PAGE = 30;

/**
 * A page of all that was ever saved in a project, and of what its site shares, the latest first (P6). What a publication
 * saves beside the version, its step and the end of its draft, goes without saying.
 */
export async function viewChangeLog(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  kinds: readonly LogEntry['kind'][],
  after: LogPlace | undefined,
): Promise<LogPage> {
  const entries = await records.log(project, { kinds, after, limit: PAGE });
  const names = await namesOf(records, project, entries);
  const last = entries.at(-1);
  return {
    lines: entries.filter((entry) => !goesWithoutSaying(entry)).map((entry) => lineOf(entry, names)),
    next: last && entries.length === PAGE ? placeOf(last) : undefined,
  };
}

const placeOf = ({ at, change, kind, seq, doc: { id } }: LogEntry): LogPlace => ({
  at,
  change,
  kind,
  id,
  seq,
});

function goesWithoutSaying(entry: LogEntry): boolean {
  if (entry.kind === 'step') return entry.doc.step === 'publish';
  return entry.kind === 'draft' && entry.doc.closed === 'published';
}

function lineOf(entry: LogEntry, names: ReadonlyMap<string, string>): LogLine {
  const { kind, at, actor: by, seq: revision, doc } = entry;
  const id = subjectOf(entry) ?? doc.id;
  const name = ownName(entry) || (names.get(id) ?? '');
  return { at, by, done: doneIn(entry), kind, id, name, revision, isShared: 'home' in entry };
}

/** The agreement, or service, that a record is about which has no page of its own. */
function subjectOf({ kind, doc }: LogEntry): string | undefined {
  switch (kind) {
    case 'repair':
    case 'case':
    case 'review':
    case 'service-report':
    case 'measurement':
      return doc.agreement;
    case 'breach':
      return doc.byHand?.agreement ?? cycleNamed(doc.id)?.agreement;
    case 'exception':
      return cycleNameOf(doc.id)?.agreement;
    case 'action':
    case 'complaint':
    case 'satisfaction':
    case 'ratings':
      return doc.agreement;
    case 'outage':
      return doc.service;
    default:
      return undefined;
  }
}

function ownName({ kind, doc }: LogEntry): string {
  if (kind === 'draft') return doc.text.name;
  if (kind === 'term') return termName(doc);
  if (kind === 'action') return doc.title;
  if (kind === 'complaint') return doc.customer;
  return 'name' in doc ? doc.name : '';
}

function doneIn({ kind, action, seq, doc }: LogEntry): Done {
  if (kind === 'exception') return stateOf(doc);
  if ((kind === 'outage' || kind === 'complaint') && doc.withdrawn) return 'withdrawn';
  if (kind === 'complaint' && doc.closed) return 'closed';
  if (kind === 'out-of-scope') return lastOf(doc);
  if (kind === 'review') return stateOfReview(doc);
  if (kind === 'notices') return doc.last.state === 'sent' ? 'told' : 'changed';
  if (kind === 'service-report' && doc.issued) return 'issued';
  if (kind === 'step' && 'step' in doc && doc.step !== 'publish') return doc.step;
  if (action === 'import') return 'imported';
  if (kind === 'agreement') return 'published';
  if ('closed' in doc || 'removed' in doc) return 'discarded';
  return seq === 1 ? 'created' : 'changed';
}

/** What agreements are called, and services where something is about one. */
async function namesOf(
  records: Ports['records'],
  project: ProjectId,
  entries: readonly LogEntry[],
): Promise<ReadonlyMap<string, string>> {
  const revisions = await records.revisions(project);
  const areServicesNamed = entries.some(({ kind }) => kind === 'outage');
  const services = areServicesNamed ? await records.documents(project, 'service') : [];
  return new Map([
    ...services.map(({ doc }) => [doc.id, doc.name] as const),
    ...revisions.flatMap(({ kind, doc }) => (kind === 'agreement' ? [[doc.id, doc.name] as const] : [])),
  ]);
}
