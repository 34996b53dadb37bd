import type { Instant } from '../time/instant';
import type { Condition } from './condition';
import { inOrder, type FieldValue, type FieldValues, type History } from './history';

/** What an issue is like at an instant. */
export interface Present {
  readonly fields: FieldValues;
  /** In which groups accounts were when they were last seen; others are not known. */
  readonly groups: ReadonlyMap<string, FieldValue>;
}

/** A part of a condition that does not hold. */
export interface Unmet {
  /** One question about one field, or its opposite. */
  readonly condition: Condition;
  readonly field: string;
  /** What the field holds instead, as ids; null when that is not known. */
  readonly found: FieldValue | null;
}

/** The issue after the last thing that had happened to it at `now`. */
export function presentAt(history: History, now: Instant): Present {
  let fields: FieldValues = {};
  const groups = new Map<string, FieldValue>();
  for (const fact of inOrder(history.facts)) {
    if (fact.at > now) continue;
    if (fact.kind === 'created') fields = fact.fields;
    if (fact.kind === 'changed') {
      fields = { ...fields, ...Object.fromEntries(fact.changes.map(({ field, to }) => [field, to])) };
    }
    if (fact.kind === 'membership') groups.set(fact.account, fact.groups);
  }
  return { fields, groups };
}

/**
 * Why a state does not hold: the questions about fields that would have to be answered otherwise. None when it holds. Where
 * one of several would do, each of them is a reason.
 */
export function unmet(condition: Condition, present: Present): Unmet[] {
  if ('all' in condition) return condition.all.flatMap((part) => unmet(part, present));
  if ('any' in condition) {
    const reasons = condition.any.map((part) => unmet(part, present));
    return reasons.some(({ length }) => length === 0) ? [] : reasons.flat();
  }
  if (!('not' in condition)) return unmetQuestion(condition, condition, present);
  const { not } = condition;
  if ('all' in not) return unmet({ any: not.all.map(opposite) }, present);
  if ('any' in not) return unmet({ all: not.any.map(opposite) }, present);
  return 'not' in not ? unmet(not.not, present) : unmetQuestion(condition, not, present);
}

const opposite = (condition: Condition): Condition => ({ not: condition });

type Question = Exclude<
  Condition,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;

/** @param condition the question, or its opposite. */
function unmetQuestion(condition: Condition, question: Question, present: Present): Unmet[] {
  // An event holds at its own instant only, never for a while.
  if (!('field' in question)) return [];
  const { field } = question;
  const found = foundFor(question, present);
  if (found === null) return [{ condition, field, found }];
  return answer(question, found) === (condition === question) ? [] : [{ condition, field, found }];
}

type FieldQuestion = Extract<Question, { readonly field: unknown }>;

function foundFor(question: FieldQuestion, { fields, groups }: Present): FieldValue | null {
  const value = fields[question.field] ?? [];
  if (!('memberOf' in question)) return value;
  const known = value.map((account) => groups.get(account));
  const found = known.flatMap((names) => names ?? []);
  // One of several accounts that is known to be in a group answers the question for all of them.
  return known.includes(undefined) && !answer(question, found) ? null : found;
}

function answer(question: FieldQuestion, found: FieldValue): boolean {
  if ('empty' in question) return (found.length === 0) === question.empty;
  const wanted = 'in' in question ? question.in : question.memberOf;
  return wanted.some(({ id }) => found.includes(id));
}
