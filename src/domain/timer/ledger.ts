import { openPeriods } from '../calendar/openings';
import { elapsedBetween, laterOf, NO_TIME, sum, type Instant, type Span } from '../time/instant';
import { Account, type HoursOf } from './account';
import type { Cycle, Stretch } from './cycle';
import type { PromiseMade } from './goal';

/** A step of a ledger. The counted time of all steps is the time used, to the millisecond (engine rule 23). */
export interface LedgerStep {
  readonly from: Instant;
  readonly to: Instant;
  /**
   * `adjusted`: another goal took over and what was used became less or more (`restart`, `pro-rata`). The others say what
   * the clock did.
   */
  readonly kind:
    'counted' | 'out-of-hours' | 'paused' | 'suspended' | 'stopped' | 'excluded' | 'no-promise' | 'adjusted';
  /** The pause that held, the reason of a suspension, who approved an exclusion. */
  readonly by?: string;
  /** What the step adds to the time used. */
  readonly counted: Span;
  /** The time used by the end of it. */
  readonly total: Span;
  /** When the timer was due, as it stood then; undefined while it waited or nothing was promised. */
  readonly due: Instant | undefined;
  /** The id of the fact, or the version of the agreement, that made it begin. */
  readonly because: string;
  readonly promise: PromiseMade | null;
}

/** Every second of a cycle until `now`, and what became of it (engine rule 23). */
export function ledger(cycle: Cycle, hoursOf: HoursOf, now: Instant): LedgerStep[] {
  const account = new Account(cycle, hoursOf);
  const steps: LedgerStep[] = [];
  for (const stretch of cycle.stretches) {
    account.enter(stretch);
    const { from, promise, because } = stretch;
    const to = laterOf(from, stretch.to ?? now);
    if (account.adjusted !== 0) {
      const { adjusted: counted, elapsed: total } = account;
      steps.push({ from, to: from, kind: 'adjusted', counted, total, due: undefined, because, promise });
    }
    const before = account.elapsed;
    const due = stretch.kind === 'counting' && promise ? account.dueFrom(from) : undefined;
    account.pass(stretch, to);
    let total = before;
    for (const part of partsOf(stretch, to, account)) {
      total = sum(total, part.counted);
      steps.push({ ...part, total, due, because, promise });
    }
  }
  return steps;
}

type Part = Pick<LedgerStep, 'from' | 'to' | 'kind' | 'by' | 'counted'>;

function partsOf(stretch: Stretch, to: Instant, { hours, within }: Account): Part[] {
  const { from } = stretch;
  if (to <= from) return [];
  const nothing = { from, to, counted: NO_TIME };
  if (stretch.kind !== 'counting') {
    return [{ ...nothing, kind: stretch.kind, ...('by' in stretch && { by: stretch.by }) }];
  }
  if (!hours || within === undefined) return [{ ...nothing, kind: 'no-promise' }];
  const parts: Part[] = [];
  let at = from;
  for (const { start, end } of openPeriods(hours, from, to)) {
    if (at < start) parts.push({ from: at, to: start, kind: 'out-of-hours', counted: NO_TIME });
    parts.push({ from: start, to: end, kind: 'counted', counted: elapsedBetween(start, end) });
    at = end;
  }
  if (at < to) parts.push({ from: at, to, kind: 'out-of-hours', counted: NO_TIME });
  return parts;
}
