import {
  timedOutcomes,
  timelessOutcomes,
  type CaseOutcome,
  type Expected,
} from '../../../../../src/domain/agreement/saved-case';
import type { Timer } from '../../../../../src/domain/timer/cycle';
import type { Zone } from '../../../../../src/domain/time/zone';
import { instantOf, wallInput } from '../../text/wall-input';

/** What is expected of a target while somebody writes it. */
export interface Expectation {
  readonly metric: Timer['metric'];
  readonly kind: CaseOutcome['kind'];
  /** As a field for a date and a time holds it; empty where there is none. */
  readonly at: string;
}

/** What can be expected, what is expected most first. */
export const outcomeChoices: readonly CaseOutcome['kind'][] = [...timedOutcomes, ...timelessOutcomes];

type Timed = (typeof timedOutcomes)[number];
export const isTimed = (kind: CaseOutcome['kind']): kind is Timed =>
  (timedOutcomes as readonly string[]).includes(kind);

/** What was found, to be looked at and changed. */
export function writtenExpectations(found: readonly Expected[], zone: Zone): Expectation[] {
  return found.map(({ metric, outcome }) => ({
    metric,
    kind: outcome.kind,
    at: 'at' in outcome ? wallInput(outcome.at, zone) : '',
  }));
}

/** As it is kept; undefined while a time is missing. */
export function expectedOf(expectations: readonly Expectation[], zone: Zone): Expected[] | undefined {
  const expected = expectations.flatMap(({ metric, kind, at }): Expected[] => {
    if (!isTimed(kind)) return [{ metric, outcome: { kind } }];
    const instant = instantOf(at, zone);
    return instant === undefined ? [] : [{ metric, outcome: { kind, at: instant } }];
  });
  return expected.length === expectations.length ? expected : undefined;
}
