import { EARLIEST, type Instant } from '../time/instant';

/** A field of an issue by its stable id, such as `status` or `customfield_10050`. */
export type FieldId = string;

/** What a field holds, as ids: none when empty, one for most fields, several for those with many values. */
export type FieldValue = readonly string[];

export type FieldValues = Readonly<Record<FieldId, FieldValue>>;

export interface FieldChange {
  readonly field: FieldId;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** Who wrote a comment. An agent is somebody with a Jira account who is not the reporter (engine rule 9). */
export type Author = 'agent' | 'customer' | 'automation';

interface Happening {
  /** Stable and unique within the history. */
  readonly id: string;
  readonly at: Instant;
}

export type Fact = Happening &
  (
    | { readonly kind: 'created'; readonly fields: FieldValues }
    /** One act of one person: all changes of it happen together (engine rule 11). */
    | { readonly kind: 'changed'; readonly changes: readonly FieldChange[] }
    | { readonly kind: 'commented'; readonly by: Author; readonly public: boolean }
    /** Which groups an account was in when the app first saw it, or saw it change: Jira keeps no history of that. */
    | { readonly kind: 'membership'; readonly account: string; readonly groups: FieldValue }
    | { readonly kind: 'deleted' }
  );

/** What happened to an issue (engine rule 9). Facts may come in any order and more than once. */
export interface History {
  readonly facts: readonly Fact[];
  /**
   * Which part of what happened could not be read, or the field whose changes do not lead from one to the next and so leave
   * something out. Nothing judged from such a history counts as met (engine rule 21).
   */
  readonly gap?: 'changelog' | 'comments' | { readonly field: FieldId };
}

/**
 * Each fact once, by (instant, id), creation first (engine rule 8). What is said to have happened before the creation, as
 * in an imported issue, happened with it; but who was in which group was so before.
 */
export function inOrder(facts: readonly Fact[]): readonly Fact[] {
  return isInOrder(facts) ? facts : putInOrder(facts);
}

/** Histories mostly come in order; finding that out costs less than sorting. */
function isInOrder(facts: readonly Fact[]): boolean {
  let last: Fact | undefined;
  let isBorn = false;
  for (const fact of facts) {
    // Two of the same instant may be one, and only the id of each says which comes first.
    if (last && fact.at <= last.at) return false;
    if (isBorn === (fact.kind === 'created') && fact.kind !== 'membership') return false;
    isBorn ||= fact.kind === 'created';
    last = fact;
  }
  return true;
}

function putInOrder(facts: readonly Fact[]): Fact[] {
  const once = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  const born = once.find(({ kind }) => kind === 'created')?.at ?? EARLIEST;
  const rank = ({ kind, at }: Fact): number =>
    kind === 'created' ? 1 : kind === 'membership' && at <= born ? 0 : 2;
  return once
    .sort((a, b) => rank(a) - rank(b) || a.at - b.at || byId(a, b))
    .map((fact) => (rank(fact) === 0 || fact.at >= born ? fact : { ...fact, at: born }));
}

/** The fields of an issue as they were at an instant, once all that happened at that instant had happened. */
export function fieldsOver({ facts }: History): (at: Instant) => FieldValues {
  const inTheirOrder = inOrder(facts);
  return (at) => {
    const fields: Record<FieldId, FieldValue> = {};
    for (const fact of inTheirOrder) {
      if (fact.kind === 'created') Object.assign(fields, fact.fields);
      else if (fact.at > at) break;
      else if (fact.kind === 'changed') for (const { field, to } of fact.changes) fields[field] = to;
    }
    return fields;
  };
}

/** All values that some fields ever held, each once. */
export function valuesHeld({ facts }: History, fields: readonly FieldId[]): string[] {
  const held = facts.flatMap((fact) => {
    if (fact.kind === 'created') return fields.flatMap((field) => fact.fields[field] ?? []);
    if (fact.kind !== 'changed') return [];
    return fact.changes.flatMap(({ field, from, to }) => (fields.includes(field) ? [...from, ...to] : []));
  });
  return [...new Set(held)];
}

/** Numbers within ids by their size, as Jira counts its changes and comments up. Made once: making one costs more than sorting. */
const { compare } = new Intl.Collator('en', { numeric: true });
const byId = (a: Fact, b: Fact): number => compare(a.id, b.id);
