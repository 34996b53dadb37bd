import type { Instant } from '../time/instant';
import type { Reference } from '../timer/condition';
import type { Timer } from '../timer/cycle';
import type { EvaluatedTimer } from '../timer/evaluate';
import type { FieldId } from '../timer/history';
import type { Standing } from '../timer/standing';
import type { Agreement } from './agreement';
import type { MadeUpIssue } from './made-up-issue';

/** As many cases as one agreement may have. */
export const MOST_CASES = 50;

/** A made-up issue that is kept with an agreement, and what its rules must make of it. */
export interface SavedCase {
  /** Among all cases of a project. */
  readonly id: string;
  readonly agreement: Agreement['id'];
  /** Such as `P2 on Friday at 16:55, waiting over the weekend`; no two of an agreement are the same. */
  readonly name: string;
  readonly issue: CaseIssue;
  /** One for each target that is judged; targets that came later are not. */
  readonly expected: readonly Expected[];
  /** Thrown away. */
  readonly closed?: true;
}

/** A made-up issue whose values keep the names that they had when it was written down. */
export interface CaseIssue {
  readonly created: Instant;
  readonly fields: Readonly<Record<FieldId, readonly Reference[]>>;
  readonly changes: readonly {
    readonly at: Instant;
    readonly field: FieldId;
    readonly to: readonly Reference[];
  }[];
}

export interface Expected {
  readonly metric: Timer['metric'];
  readonly outcome: CaseOutcome;
}

/**
 * What the rules make of a target when the last of the issue has happened. `due`: it would be due then if nothing else
 * happens; of a pause that is not known (engine rule 13). `breached`: it was due then. `ended`: without a verdict.
 */
export type CaseOutcome =
  | { readonly kind: (typeof timedOutcomes)[number]; readonly at: Instant }
  | { readonly kind: (typeof timelessOutcomes)[number] };

export const timedOutcomes = ['due', 'breached'] as const;
export const timelessOutcomes = [
  'paused',
  'met',
  'ended',
  'no-goal',
  'no-timer',
  'never-due',
  'unknown',
] as const;

/** Where a case comes out otherwise than it is expected to. */
export interface CaseDifference {
  readonly metric: Timer['metric'];
  readonly expected: CaseOutcome;
  readonly found: CaseOutcome;
}

/** The made-up issue as the engine takes it: values by their ids. */
export function madeUpOf({ created, fields, changes }: CaseIssue): MadeUpIssue {
  const ids = (values: readonly Reference[]) => values.map(({ id }) => id);
  return {
    created,
    fields: Object.fromEntries(Object.entries(fields).map(([field, values]) => [field, ids(values)])),
    changes: changes.map(({ at, field, to }) => ({ at, field, to: ids(to) })),
  };
}

/**
 * What became of each target of an agreement; of a target with several cycles, of the last one.
 *
 * @param timers all that the issue has when the last of it has happened.
 */
export function outcomesOf(
  { id, metrics }: Pick<Agreement, 'id' | 'metrics'>,
  timers: readonly EvaluatedTimer[],
): Expected[] {
  return metrics.map(({ id: metric, kind }) => {
    const timer = timers.find((each) => each.agreement.id === id && each.metric.id === metric);
    const last = timer?.standings.at(-1);
    return { metric: { id: metric, kind }, outcome: last ? outcomeOf(last) : { kind: 'no-timer' } };
  });
}

function outcomeOf({ verdict, clock, due, breachedAt }: Standing): CaseOutcome {
  switch (verdict) {
    case 'breached':
      return breachedAt === undefined ? { kind: 'unknown' } : { kind: 'breached', at: breachedAt };
    case 'met':
    case 'unknown':
      return { kind: verdict };
    case 'no-promise':
      return { kind: 'no-goal' };
    case 'none':
      return { kind: 'ended' };
    case 'open':
      if (clock.kind === 'paused' || clock.kind === 'suspended') return { kind: 'paused' };
      return due === undefined ? { kind: 'never-due' } : { kind: 'due', at: due };
  }
}

/** What is otherwise than expected. A target that is gone has no timer. */
export function differencesOf(expected: readonly Expected[], found: readonly Expected[]): CaseDifference[] {
  return expected.flatMap(({ metric, outcome }): CaseDifference[] => {
    const is = found.find((each) => each.metric.id === metric.id)?.outcome ?? { kind: 'no-timer' };
    return isSame(outcome, is) ? [] : [{ metric, expected: outcome, found: is }];
  });
}

const MINUTE = 60_000;

/** To the minute, as people write times. */
function isSame(a: CaseOutcome, b: CaseOutcome): boolean {
  const minuteOf = (outcome: CaseOutcome) => ('at' in outcome ? Math.floor(outcome.at / MINUTE) : undefined);
  return a.kind === b.kind && minuteOf(a) === minuteOf(b);
}
