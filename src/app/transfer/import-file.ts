import type { Problem } from '../../domain/problem';
import { problem } from '../../domain/problem';
import type { Instant } from '../../domain/time/instant';
import type { ComparedRecord, RecordKey } from '../../domain/transfer/compared';
import { judgeAnew } from '../judge-anew';
import { isDocument, type AccountId, type Change, type Ports, type ProjectId } from '../ports';

/** A file, and the records of it that are to stay as they are here. */
export interface ImportWanted<File> {
  readonly file: File;
  readonly keep: readonly RecordKey[];
  /** The `state` that the review had before it; undefined without a review. */
  readonly seen: number | undefined;
}

export interface ImportReview {
  /** What becomes of each record of the file that is not kept. */
  readonly compared: readonly ComparedRecord[];
  /** What somebody should look at. */
  readonly warnings: readonly Problem[];
  /** Another number once anything of the place has changed. */
  readonly state: number;
}

export interface Proposed extends ImportReview {
  readonly revisions: Change['revisions'];
}
export type Refused = { readonly problems: readonly Problem[] };

/** A change while it is being made. */
export type Saved = { readonly change: string; readonly at: Instant };

/** Where files are imported: a project, or what the site shares. Each takes files of its own. */
export interface ImportPlace<File> {
  readonly home: ProjectId;
  /** What would bring a file into force here, or everything that is wrong with it. */
  propose(wanted: ImportWanted<File>, saved: Saved): Promise<Proposed | Refused>;
}

/**
 * What an import would do; nothing is changed by asking.
 *
 * @throws JiraUnavailable, JiraRefused
 */
export async function reviewImport<File>(
  { clock }: Pick<Ports, 'clock'>,
  place: ImportPlace<File>,
  wanted: ImportWanted<File>,
): Promise<ImportReview | Refused> {
  return place.propose(wanted, { change: PROPOSED, at: clock.now() });
}

/** The change that is not made. No committed one has this id. */
const PROPOSED = 'proposed';

/**
 * Puts all of a file into force or, when anything is wrong with it, nothing (P8): one row commits it. What the file does not
 * name stays as it is.
 *
 * @throws JiraUnavailable, SomebodyElseSaves; nothing is changed then.
 */
export async function importFile<File>(
  ports: Ports,
  place: ImportPlace<File>,
  actor: AccountId,
  wanted: ImportWanted<File>,
): Promise<ImportReview | Refused> {
  const [change, at] = [ports.ids.next(), ports.clock.now()];
  const proposed = await place.propose(wanted, { change, at });
  if ('problems' in proposed) return proposed;
  const { revisions, state } = proposed;
  if (wanted.seen !== undefined && wanted.seen !== state) return { problems: [problem('record.newer', '')] };
  if (revisions.length === 0) return proposed;
  const isOfRules = revisions.some(({ kind }) => !isDocument(kind));
  const action = isOfRules ? 'import' : 'write';
  await ports.records.commit({ id: change, project: place.home, at, actor, action, revisions });
  if (isOfRules) await judgeAnew(ports, place.home, actor);
  return proposed;
}
