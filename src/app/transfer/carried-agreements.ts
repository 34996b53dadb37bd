import { readAgreement } from '../../domain/agreement/agreement-reader';
import type { Agreement } from '../../domain/agreement/agreement';
import type { DraftReading } from '../../domain/agreement/draft-reading';
import type { LifeStep } from '../../domain/agreement/life-step';
import type { Problem } from '../../domain/problem';
import { problem } from '../../domain/problem';
import type { CarriedLife, Everything } from '../../domain/transfer/everything';
import type { WorkingDraft } from '../../domain/agreement/working-draft';
import type { AgreementFile } from '../agreements-of';
import { canonical } from '../canonical';
import { LONGEST_RECORD } from '../ports';
import { versionId, type ComparedRecord } from '../../domain/transfer/compared';

/** Versions of agreements, by the numbers that they have in the file, with those that they get here. */
export class VersionNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #last = new Map<Agreement['id'], number>();

  constructor(here: ReadonlyMap<Agreement['id'], AgreementFile>) {
    for (const { id, versions } of here.values()) this.#last.set(id, versions.at(-1)?.seq ?? 0);
  }

  /** The number of one that is there already. */
  keep(id: Agreement['id'], carried: number, here: number): void {
    this.#numbers.set(versionId(id, carried), here);
  }

  /** A new number, the one in the file where that is free and the highest. */
  take(id: Agreement['id'], carried: number): number {
    const number = Math.max((this.#last.get(id) ?? 0) + 1, carried);
    this.#last.set(id, number);
    this.#numbers.set(versionId(id, carried), number);
    return number;
  }

  of(id: Agreement['id'], carried: number): number {
    return this.#numbers.get(versionId(id, carried)) ?? carried;
  }
}

interface ScheduledRead {
  readonly versions: readonly { readonly seq: number; readonly doc: Agreement }[];
  readonly compared: readonly ComparedRecord[];
}

/** Reads the versions that come into force later; what is wrong with them is added to the reading. */
export function readScheduled(
  scheduled: NonNullable<Everything['scheduled']>,
  here: ReadonlyMap<Agreement['id'], AgreementFile>,
  numbers: VersionNumbers,
  { reading, known }: { readonly reading: DraftReading; readonly known: ReadonlySet<Agreement['id']> },
): ScheduledRead {
  const inOrder = scheduled.map((each, index) => ({ ...each, path: `scheduled[${index}]` }));
  inOrder.sort((a, b) => a.version - b.version);
  const results = inOrder.map(({ text, version, path }) => {
    const doc = readAgreement(text, `${path}.text`, reading);
    if (!known.has(doc.id))
      reading.problems.push(problem('transfer.unknown-agreement', path, { found: doc.id }));
    if (JSON.stringify(doc).length > LONGEST_RECORD)
      reading.problems.push(problem('definition.too-long', path));
    const same = here.get(doc.id)?.versions.findLast((each) => canonical(each.doc) === canonical(doc));
    if (same) numbers.keep(doc.id, version, same.seq);
    const seq = same ? same.seq : numbers.take(doc.id, version);
    return { doc, seq, id: versionId(doc.id, version), what: same ? ('same' as const) : ('new' as const) };
  });
  return {
    versions: results.flatMap(({ doc, seq, what }) => (what === 'same' ? [] : { seq, doc })),
    compared: results.map(({ doc: { name }, id, what }) => ({ kind: 'version', id, name, what })),
  };
}

/** The steps that bring an agreement which is new here to where it stood. */
export function stepsOf({ id, suspensions = [], ends = [], archived }: CarriedLife): LifeStep[] {
  return [
    ...suspensions.map((suspension): LifeStep => ({ id, step: 'suspend', ...suspension })),
    ...ends.map((end): LifeStep => ({ id, step: 'terminate', ...end })),
    ...(archived === undefined ? [] : [{ id, step: 'archive', reason: archived } as const]),
  ];
}

interface DraftsRead {
  readonly drafts: readonly { readonly seq: number; readonly doc: WorkingDraft }[];
  readonly compared: readonly ComparedRecord[];
  readonly problems: readonly Problem[];
}

/** What somebody was writing, as they wrote it; what it says may be wrong. */
export function readDrafts(
  drafts: readonly WorkingDraft[],
  here: ReadonlyMap<Agreement['id'], AgreementFile>,
  numbers: VersionNumbers,
  known: ReadonlySet<Agreement['id']>,
): DraftsRead {
  const problems: Problem[] = [];
  const results = drafts.map((carried, index) => {
    const { id } = carried;
    const path = `drafts[${index}]`;
    const doc = { ...carried, basedOn: carried.basedOn === 0 ? 0 : numbers.of(id, carried.basedOn) };
    const isTaken = doc.basedOn === 0 && known.has(id);
    const isLost = doc.basedOn > 0 && !known.has(id);
    const isTwin = drafts.findIndex((other) => other.id === id) < index;
    if (isTaken || isTwin) problems.push(problem('definition.id-twice', `${path}.id`, { found: id }));
    if (isLost) problems.push(problem('transfer.unknown-agreement', path, { found: id }));
    if (JSON.stringify(doc).length > LONGEST_RECORD) problems.push(problem('definition.too-long', path));
    const last = here.get(id)?.draft;
    const isOpen = last !== undefined && !last.doc.closed;
    const isSame = isOpen && canonical(last.doc) === canonical(doc);
    const what = isSame ? ('same' as const) : isOpen ? ('changed' as const) : ('new' as const);
    return { doc, seq: (last?.seq ?? 0) + 1, what };
  });
  return {
    drafts: results.flatMap(({ doc, seq, what }) => (what === 'same' ? [] : { seq, doc })),
    compared: results.map(({ doc: { id, text }, what }) => ({
      kind: 'draft',
      id,
      name: text.name || id,
      what,
    })),
    problems,
  };
}
