import { laterOf, type Instant } from '../time/instant';

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
 * in an imported issue, happened with it.
 */
export function inOrder(facts: readonly Fact[]): Fact[] {
  const once = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  const born = once.find(({ kind }) => kind === 'created')?.at;
  return once
    .sort((a, b) => rank(a) - rank(b) || a.at - b.at || a.id.localeCompare(b.id, 'en', { numeric: true }))
    .map((fact) => (born === undefined ? fact : { ...fact, at: laterOf(fact.at, born) }));
}

const rank = (fact: Fact): number => (fact.kind === 'created' ? 0 : 1);

/** The fields after `fact`, given those before it. */
export function fieldsAfter(fields: FieldValues, fact: Fact): FieldValues {
  switch (fact.kind) {
    case 'created':
      return fact.fields;
    case 'changed':
      return { ...fields, ...Object.fromEntries(fact.changes.map(({ field, to }) => [field, to])) };
    case 'commented':
      return fields;
  }
}
