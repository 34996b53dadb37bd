import {
  earlierOf,
  elapsedBetween,
  later,
  laterOf,
  NO_TIME,
  span,
  sum,
  type Instant,
  type Span,
} from '../time/instant';
import { inOrder, type Fact, type FieldId } from '../timer/history';
import type { LedgerStep } from '../timer/ledger';

/** A time in which an issue was with somebody. */
export interface Holding {
  /** As the field has it, such as an account; null while it was with nobody. */
  readonly holder: string | null;
  readonly from: Instant;
  readonly to: Instant;
  /** What of it counted. */
  readonly counted: Span;
}

/**
 * Who held an issue when, and how much of the time that counted (M3): all holdings together come to the counted time of the
 * ledger, but for what another goal added or took when it took over, which was nobody's.
 *
 * @param steps a ledger.
 * @param field whose value says with whom it is.
 */
export function holdingsOf(steps: readonly LedgerStep[], facts: readonly Fact[], field: FieldId): Holding[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return [];
  return heldIn(facts, field, first.from, last.to).map(({ holder, from, to }) => ({
    holder,
    from,
    to,
    counted: steps.reduce((total, step) => sum(total, countedIn(step, from, to)), NO_TIME),
  }));
}

/** Within a step that counts every moment does. */
function countedIn(step: LedgerStep, from: Instant, to: Instant): Span {
  if (step.kind !== 'counted') return NO_TIME;
  const [start, end] = [laterOf(step.from, from), earlierOf(step.to, to)];
  return start < end ? elapsedBetween(start, end) : NO_TIME;
}

/** With whom an issue was at `at`, as a field says it; null while it was with nobody. */
export function holderAt(facts: readonly Fact[], field: FieldId, at: Instant): string | null {
  return heldIn(facts, field, at, later(at, span(1))).at(-1)?.holder ?? null;
}

function heldIn(
  facts: readonly Fact[],
  field: FieldId,
  start: Instant,
  end: Instant,
): Omit<Holding, 'counted'>[] {
  const held: Omit<Holding, 'counted'>[] = [];
  let current: { readonly holder: string | null; readonly from: Instant } = { holder: null, from: start };
  for (const fact of inOrder(facts)) {
    const value = valueGiven(fact, field);
    if (value === undefined || value === current.holder || fact.at >= end) continue;
    const from = laterOf(fact.at, start);
    if (current.from < from) held.push({ ...current, to: from });
    current = { holder: value, from };
  }
  if (current.from < end) held.push({ ...current, to: end });
  return held;
}

/** What a fact gives to a field; undefined when it says nothing of it. */
function valueGiven(fact: Fact, field: FieldId): string | null | undefined {
  if (fact.kind === 'created') return fact.fields[field]?.[0] ?? null;
  if (fact.kind !== 'changed') return undefined;
  const change = fact.changes.findLast((each) => each.field === field);
  return change && (change.to[0] ?? null);
}
