import { problem, type Problem } from '../problem';
import { HORIZON } from '../time/instant';
import type { Condition } from '../timer/condition';
import { equivalent, excludes } from '../timer/implication';
import type { Agreement } from './agreement';
import { scopeOf, specificityOf } from '../timer/terms';

/** SLAs that are about exactly the same issues at the same time, so that none of them could be preferred (T13). */
export function tieProblems(agreements: readonly Agreement[]): Problem[] {
  return rivals(agreements).flatMap(({ first, second, index }) =>
    areEqual(first, second) ? [problem('agreement.tie', `agreements[${index}]`, { other: second.name })] : [],
  );
}

/** SLAs that may be about the same issue at the same time without one being more specific (T13). */
export function tieWarnings(agreements: readonly Agreement[]): Problem[] {
  return rivals(agreements).flatMap(({ first, second, index }) =>
    areApart(first, second) || areEqual(first, second)
      ? []
      : [problem('agreement.may-tie', `agreements[${index}]`, { other: second.name })],
  );
}

interface Rivals {
  readonly first: Agreement;
  readonly second: Agreement;
  /** Where the first stands. */
  readonly index: number;
}

/** Two SLAs each, equally specific and in force at the same time. An OLA or UC binds somebody else: it rivals none. */
function rivals(agreements: readonly Agreement[]): Rivals[] {
  const slas = [...agreements.entries()].filter(([, { kind }]) => kind === 'SLA');
  return slas.flatMap(([index, first]) =>
    slas
      .filter(([later, second]) => later > index && isRival(first, second))
      .map(([, second]) => ({ first, second, index })),
  );
}

function isRival(a: Agreement, b: Agreement): boolean {
  return specificityOf(a) === specificityOf(b) && together(a, b);
}

function together(a: Agreement, b: Agreement): boolean {
  return a.effectiveFrom < (b.effectiveTo ?? HORIZON) && b.effectiveFrom < (a.effectiveTo ?? HORIZON);
}

const areApart = (a: Agreement, b: Agreement): boolean => excludes(scope(a), scope(b));
const areEqual = (a: Agreement, b: Agreement): boolean => !areApart(a, b) && equivalent(scope(a), scope(b));

const scope = (agreement: Agreement): Condition => scopeOf(agreement) ?? { all: [] };
