import type { Agreement } from '../agreement/agreement';
import type { Instant } from '../time/instant';
import type { HoursOf } from '../timer/account';
import type { Cycle, Timer } from '../timer/cycle';
import type { EvaluatedTimer } from '../timer/evaluate';
import type { Threshold } from '../timer/metric';
import { nextChange, nextTurn } from '../timer/next-instant';
import type { Rules } from '../timer/rules';
import type { Standing } from '../timer/standing';
import { passings, type Passing } from '../timer/thresholds';

/** By what the future and the recent past of timers is told. */
export interface Foresight {
  readonly rules: Rules;
  /** By the version that cycles name. */
  readonly agreements: ReadonlyMap<Cycle['version'], Agreement>;
  readonly hoursOf: HoursOf;
}

/** When an issue is to be looked at again though nothing happens to it. */
export interface Ahead {
  /** When what is stored or shown of its timers changes by itself; not for each opening and closing. */
  readonly change: Instant | null;
  /** When the first threshold is passed of which people are told; never before `change`. */
  readonly alert: Instant | null;
}

export function foresee(timers: readonly Timer[], foresight: Foresight, now: Instant): Ahead {
  const turn = nextTurn(foresight.rules, now);
  let change: Instant | undefined;
  let alert: Instant | undefined;
  for (const timer of timers) {
    for (const cycle of timer.cycles) {
      if (cycle.end) continue;
      const thresholds = thresholdsOf(timer, cycle, foresight);
      const watched = { cycle, unknown: timer.unknown, thresholds };
      const told = toldPassings(timer, cycle, foresight, now);
      change = first(change, turn, nextChange(watched, foresight.hoursOf, now));
      alert = first(alert, ...told.map(({ at }) => (at > now ? at : undefined)));
    }
  }
  return { change: first(change, alert) ?? null, alert: alert ?? null };
}

/** A threshold that a timer has passed, and how the timer stands. */
export interface Passed {
  readonly timer: EvaluatedTimer;
  readonly cycle: Cycle;
  readonly standing: Standing;
  readonly threshold: Threshold;
  readonly passing: Passing;
  readonly agreement: Agreement;
}

/** What was passed after `since` and not after `now`, of which people are told (engine rule 20). */
export function passedSince(
  timers: readonly EvaluatedTimer[],
  foresight: Foresight,
  { since, now }: { since: Instant; now: Instant },
): Passed[] {
  return timers.flatMap((timer) =>
    timer.cycles.flatMap((cycle, index) => {
      const standing = timer.standings[index];
      const agreement = foresight.agreements.get(cycle.version);
      if (!standing || !agreement || (cycle.end && cycle.end.at < since)) return [];
      const thresholds = thresholdsOf(timer, cycle, foresight);
      return toldPassings(timer, cycle, foresight, now).flatMap((passing): Passed[] => {
        const threshold = thresholds.find(({ id }) => id === passing.threshold);
        if (!threshold || passing.at <= since || passing.at > now) return [];
        return [{ timer, cycle, standing, threshold, passing, agreement }];
      });
    }),
  );
}

/** None where the verdict is unknown: people are told only what is certain (engine rule 21). */
function toldPassings(timer: Timer, cycle: Cycle, foresight: Foresight, now: Instant): Passing[] {
  const thresholds = thresholdsOf(timer, cycle, foresight);
  if (timer.unknown || cycle.undecided || thresholds.length === 0) return [];
  return passings(cycle, thresholds, foresight.hoursOf, now).filter(({ isTold }) => isTold);
}

function thresholdsOf(
  { metric }: Timer,
  { version }: Cycle,
  { agreements }: Foresight,
): readonly Threshold[] {
  return agreements.get(version)?.metrics.find(({ id }) => id === metric.id)?.thresholds ?? [];
}

function first(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  const known = instants.filter((at) => at !== undefined);
  return known.length > 0 ? known.reduce((a, b) => (b < a ? b : a)) : undefined;
}
