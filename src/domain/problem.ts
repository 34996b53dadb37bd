/**
 * What is wrong with something a person wrote, as data: a page turns it into a sentence in its reader's language.
 */
export interface Problem {
  /** Names the rule that was broken, such as `calendar.no-working-time`. Texts are keyed by it. */
  readonly code: string;
  /** Where, as a path through the input, such as `calendars[0].weekly.mon[1]`; empty for the whole. */
  readonly path: string;
  /** What the sentence needs: the value found, the values allowed, a bound. */
  readonly details: Readonly<Record<string, string>>;
}

export function problem(code: string, path: string, details: Readonly<Record<string, string>> = {}): Problem {
  return { code, path, details };
}

/** As many names as a sentence takes. */
const MOST_LISTED = 30;

/** Names as a problem's details list them. */
export function listed(names: readonly string[]): string {
  const some = names.slice(0, MOST_LISTED).join(', ');
  return names.length > MOST_LISTED ? `${some}, …` : some;
}

/** Thrown where a value that must have been checked before turns out wrong. Carries the problem for whoever reports it. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(readonly problem: Problem) {
    super(`${problem.code}${problem.path && ` at ${problem.path}`} ${JSON.stringify(problem.details)}`);
  }
}
