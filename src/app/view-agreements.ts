import type { Agreement } from '../domain/agreement/agreement';
import type { AgreementState } from '../domain/agreement/life';
import type { LifeStep } from '../domain/agreement/life-step';
import { revisionNumber } from '../domain/agreement/revisions';
import { standingOf } from '../domain/agreement/standing-of';
import { days, type Instant, type Span } from '../domain/time/instant';
import { agreementsOf, openDraft, stepsTaken, type AgreementFile } from './agreements-of';
import { defaultOf } from './defaults';
import type { AccountId, HistoryEntry, Ports, ProjectId } from './ports';
import type { Documents } from '../domain/documents';

/** How an agreement stands, in a line. */
export interface AgreementRow {
  readonly id: Agreement['id'];
  readonly kind: Agreement['kind'];
  readonly name: string;
  readonly state: AgreementState;
  /** The number of the version that is in force, will be or was; null before the first. */
  readonly version: number | null;
  /** When it ends or ended. */
  readonly endsAt: Instant | null;
  readonly isEndPlanned: boolean;
  readonly suspendedSince: Instant | null;
  /** Versions that come into force later. */
  readonly scheduled: readonly { readonly version: number; readonly from: Instant }[];
  /** When the next version was saved last that somebody writes; null when nobody does. */
  readonly draftSavedAt: Instant | null;
}

export async function viewAgreements(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<AgreementRow[]> {
  const files = [...(await agreementsOf(ports, project)).values()];
  const now = ports.clock.now();
  const notice = await noticeOf(ports);
  return files.flatMap((file) => rowOf(file, now, notice) ?? []);
}

/** How long before its end an agreement counts as expiring on this site. */
const noticeOf = async (ports: Pick<Ports, 'records'>): Promise<Span> =>
  days(await defaultOf(ports, 'expiringDays'));

/** Undefined for one that was only ever a draft, and was put away. */
function rowOf(file: AgreementFile, now: Instant, notice: Span): AgreementRow | undefined {
  const draft = openDraft(file);
  const standing = standingOf(file.timeline, stepsTaken(file), now, notice);
  const version = standing ? revisionNumber(standing.current) : null;
  const text = file.versions.find(({ seq }) => seq === version)?.doc ?? draft?.doc.text;
  if (!text) return undefined;
  return {
    id: file.id,
    kind: text.kind,
    name: text.name,
    state: standing?.state ?? 'draft',
    version,
    endsAt: standing?.endsAt ?? null,
    isEndPlanned: standing?.isEndPlanned ?? false,
    suspendedSince: standing?.suspendedSince ?? null,
    scheduled: (standing?.scheduled ?? []).map((each) => ({
      version: revisionNumber(each.version),
      from: each.from,
    })),
    draftSavedAt: draft?.at ?? null,
  };
}

/** An agreement with its versions, its steps and its draft. */
export interface AgreementView {
  readonly row: AgreementRow;
  /** The latest first. */
  readonly versions: readonly VersionView[];
  /** The latest first. */
  readonly steps: readonly (LifeStep & { readonly at: Instant; readonly by: AccountId })[];
  /** The text of the latest version; null before the first. */
  readonly latest: Agreement | null;
  /** The number of the revision of its draft that was saved last, open or closed; 0 without any. */
  readonly draftRevision: number;
  readonly draft: HistoryEntry<Documents['draft']> | null;
}

export interface VersionView {
  readonly version: number;
  readonly at: Instant;
  readonly by: AccountId;
  /** From when on it was to be in force. */
  readonly effectiveFrom: Instant;
}

/** Undefined for an agreement that is not there. */
export async function viewAgreement(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
  id: Agreement['id'],
): Promise<AgreementView | undefined> {
  const file = (await agreementsOf(ports, project)).get(id);
  const row = file && rowOf(file, ports.clock.now(), await noticeOf(ports));
  if (!row) return undefined;
  const actors = await ports.records.actors(project);
  const by = ({ change }: { readonly change: string }): AccountId => actors.get(change) ?? '';
  const isDrafted = openDraft(file) !== undefined;
  const [draft] = isDrafted ? await ports.records.history(project, { kind: 'draft', id }, 1) : [];
  return {
    row,
    versions: file.versions
      .map((each) => ({
        version: each.seq,
        at: each.at,
        by: by(each),
        effectiveFrom: each.doc.effectiveFrom,
      }))
      .reverse(),
    steps: file.steps.map((each) => ({ ...each.doc, at: each.at, by: by(each) })).reverse(),
    latest: file.versions.at(-1)?.doc ?? null,
    draftRevision: file.draft?.seq ?? 0,
    draft: draft ?? null,
  };
}

/** What a version of an agreement said. */
export async function viewVersion(
  ports: Pick<Ports, 'records'>,
  project: ProjectId,
  id: Agreement['id'],
  version: number,
): Promise<Agreement | undefined> {
  const file = (await agreementsOf(ports, project)).get(id);
  return file?.versions.find(({ seq }) => seq === version)?.doc;
}
