import type { Revision } from '../../domain/agreement/revisions';
import type { About, DocumentKind, DocumentRevision, Documents, RevisionOf } from '../../domain/documents';
import type { Service } from '../../domain/catalogue/service';
import type { OutageRule } from '../../domain/outage/outage-rules';
import type { Instant } from '../../domain/time/instant';
import type { AccountId, ProjectId } from './basics';

/** A record, written as JSON, has at most so many characters, so that stores can page through records. */
export const LONGEST_RECORD = 60_000;

/** The same of each kind of document: of the kinds that there are many of, a page must hold more. */
export const LONGEST: Readonly<Record<DocumentKind, number>> = {
  draft: LONGEST_RECORD,
  look: LONGEST_RECORD,
  service: 10_000,
  term: 10_000,
  defaults: 10_000,
  case: 10_000,
  breach: 6_000,
  exception: 4_000,
  monitoring: 10_000,
  outage: 12_000,
  'outage-rules': 30_000,
  review: 40_000,
  'service-report': 40_000,
  'notice-places': 20_000,
  notices: 20_000,
  measurement: 4_000,
  action: 10_000,
  complaint: 8_000,
  'complaint-types': 1_000,
  satisfaction: 3_000,
  ratings: 40_000,
  'out-of-scope': 10_000,
  'scope-text': 6_000,
};

/** No issue is judged by documents. */
export const isDocument = (kind: Revision['kind'] | DocumentKind): kind is DocumentKind =>
  Object.hasOwn(LONGEST, kind);

/** Stands for the whole site where records are kept by project: what its projects share. */
export const SITE: ProjectId = '0';

/** A change to definitions, or a repair: all its revisions come into force together, or none does. */
export interface Change {
  readonly id: string;
  /** `SITE` for what its projects share. */
  readonly project: ProjectId;
  readonly at: Instant;
  readonly actor: AccountId;
  /**
   * `prepare`: no issue is judged otherwise by it, such as a calendar that nothing counts on yet. `write`: it consists of
   * documents alone.
   */
  readonly action: 'import' | 'repair' | 'save' | 'prepare' | 'write';
  readonly revisions: readonly (Revision | DocumentRevision)[];
}

/** A record as somebody saved it once. */
export interface HistoryEntry<Doc> {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: AccountId;
  readonly doc: Doc;
}

/** A record as a change saved it. */
export type LogEntry = (Revision | DocumentRevision) & Pick<Change, 'actor' | 'action'>;

/** Where a page of the log begins: after that entry. */
export type LogPlace = Pick<LogEntry, 'at' | 'change' | 'kind' | 'seq'> & { readonly id: string };

export interface LogWanted {
  /** Kinds of records; at least one. */
  readonly kinds: readonly LogEntry['kind'][];
  /** Undefined for the latest. */
  readonly after: LogPlace | undefined;
  readonly limit: number;
}

/** Which documents are asked for by what they are about. */
export interface AboutWanted {
  /** About one of these, at most 100; about whatever when left out. */
  readonly topics?: readonly NonNullable<About['topic']>[];
  /** From then on, and before. */
  readonly from?: Instant;
  readonly to?: Instant;
}

/** As many documents as are found by what they are about. */
export const MOST_ABOUT = 1_000;

/** What issues are told to be outages by (T10). */
export interface OutageBasis {
  /** At least one. */
  readonly rules: readonly OutageRule[];
  readonly services: readonly Service[];
}

export interface Records {
  /** All committed revisions of a project's definitions, and of those that the site shares; of `SITE` these alone. */
  revisions(project: ProjectId): Promise<readonly Revision[]>;
  /** The latest revision of each document of a kind, by their ids. Of `SITE` those of the whole site. */
  documents<Kind extends DocumentKind>(project: ProjectId, kind: Kind): Promise<RevisionOf<Kind>[]>;
  /** The revisions of one document, the latest first, at most `limit`. */
  history<Kind extends DocumentKind>(
    project: ProjectId,
    record: { readonly kind: Kind; readonly id: string },
    limit: number,
  ): Promise<HistoryEntry<Documents[Kind]>[]>;
  /** The latest revision of each of these documents, at most 100, that is there. */
  named<Kind extends DocumentKind>(
    project: ProjectId,
    kind: Kind,
    ids: readonly string[],
  ): Promise<RevisionOf<Kind>[]>;
  /**
   * The latest revision of each document of a kind, where that is about what is asked for (see `aboutOf`), by their ids; at
   * most {@link MOST_ABOUT}.
   */
  about<Kind extends DocumentKind>(
    project: ProjectId,
    kind: Kind,
    wanted: AboutWanted,
  ): Promise<RevisionOf<Kind>[]>;
  /**
   * Whether an exclusion or an extension was ever asked for in a project. Where {@link revisions} of it were asked for before, it is as
   * that saw it, and costs nothing.
   */
  hasExceptions(project: ProjectId): Promise<boolean>;
  /**
   * What outages of a project are told by; undefined where it has no rules for that. Where {@link revisions} of it were asked for
   * before, whether there is anything new is as that saw it, and costs nothing.
   */
  outageBasis(project: ProjectId): Promise<OutageBasis | undefined>;
  /** Who made each change to the rules of a project, by its id. */
  actors(project: ProjectId): Promise<Map<Change['id'], AccountId>>;
  /** All that was ever saved in a project, and for the whole site, the latest first (P6); at most `limit`. */
  log(project: ProjectId, wanted: LogWanted): Promise<LogEntry[]>;
  /**
   * Commits a change.
   * @throws SomebodyElseSaves when another change to the same records is under way or came first; nothing is changed then.
   */
  commit(change: Change): Promise<void>;
}
