import { listed, problem, type Problem } from '../problem';
import { HORIZON } from '../time/instant';
import type { Condition } from '../timer/condition';
import { equivalent, excludes } from '../timer/implication';
import type { Agreement } from './agreement';
import { scopeOf, specificityOf } from '../timer/terms';

/** What SLAs have with one another that cannot be told which of them is to be preferred (T13). */
export interface Ties {
  /** About exactly the same issues at the same time. */
  readonly certain: readonly Problem[];
  /** Perhaps about the same issue at the same time, without one being more specific. */
  readonly possible: readonly Problem[];
}

/**
 * Each tie is told of the SLA that stands first. An OLA or UC binds somebody else: it ties with none.
 *
 * @param most only ties of the first so many agreements are told.
 */
export function tiesAmong(agreements: readonly Agreement[], most = agreements.length): Ties {
  const certain: Problem[] = [];
  const possible: Problem[] = [];
  agreements.slice(0, most).forEach((first, index) => {
    const rivals = agreements
      .slice(index + 1)
      .filter((second) => isRival(first, second) && !areApart(first, second));
    const equal = rivals.filter((second) => areEqual(first, second));
    const others = rivals.filter((second) => !equal.includes(second));
    const path = `agreements[${index}]`;
    for (const { name } of equal) certain.push(problem('agreement.tie', path, { other: name }));
    if (others.length > 0) possible.push(mayTie(path, others));
  });
  return { certain, possible };
}

/** As many as a reader looks at before asking for a rule that tells them all apart. */
const MOST_NAMED = 3;

function mayTie(path: string, others: readonly Agreement[]): Problem {
  const other = others.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = others.length - other.length;
  return problem('agreement.may-tie', path, { other: listed(other), more: String(more) });
}

function isRival(a: Agreement, b: Agreement): boolean {
  const areSlas = a.kind === 'SLA' && b.kind === 'SLA';
  return areSlas && specificityOf(a) === specificityOf(b) && together(a, b);
}

function together(a: Agreement, b: Agreement): boolean {
  return a.effectiveFrom < (b.effectiveTo ?? HORIZON) && b.effectiveFrom < (a.effectiveTo ?? HORIZON);
}

const areApart = (a: Agreement, b: Agreement): boolean => excludes(scope(a), scope(b));
const areEqual = (a: Agreement, b: Agreement): boolean => equivalent(scope(a), scope(b));

const scope = (agreement: Agreement): Condition => scopeOf(agreement) ?? { all: [] };
