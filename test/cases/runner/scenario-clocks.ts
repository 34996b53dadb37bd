import type { Instant, Span } from '../../../src/domain/time/instant';
import type { HoursOf } from '../../../src/domain/timer/account';
import type { Cycle } from '../../../src/domain/timer/cycle';
import { evaluate, type EvaluatedTimer } from '../../../src/domain/timer/evaluate';
import type { Fact } from '../../../src/domain/timer/history';
import { ledger } from '../../../src/domain/timer/ledger';
import type { Standing } from '../../../src/domain/timer/standing';
import { factsOf, statusChange } from './scenario-history';
import { rulesOf, UNTARGETED, type MetricId } from './scenario-rules';
import type { Scenario } from './scenario-schema';

/** A cycle of a clock, and how it stands at the instant asked about. */
export interface Reading {
  readonly cycle: Cycle;
  readonly standing: Standing;
  /** Whether a target is set for it. */
  readonly isPromised: boolean;
  /** When it is due; while it waits, when it was due last. */
  readonly due: Instant | undefined;
  /** How far it is beyond its target, less than nothing before; undefined without a target. */
  readonly over: Span | undefined;
}

/** Reads the clocks of a scenario by the engine. */
export class ScenarioClocks {
  private readonly facts: readonly Fact[];
  private readonly rules: ReturnType<typeof rulesOf>;
  private readonly repairedRules: ReturnType<typeof rulesOf>;

  constructor(
    scenario: Scenario,
    calendars: readonly string[],
    private readonly hoursOf: HoursOf,
  ) {
    this.facts = factsOf(scenario);
    this.rules = rulesOf(scenario, calendars, false);
    this.repairedRules = rulesOf(scenario, calendars, true);
  }

  /** What has happened until `now` and no more, as the engine reads it. */
  at(now: Instant): (metric: MetricId) => Reading[] {
    return this.read(this.facts, now);
  }

  /** The same, if what the clocks wait for ended at `now`. */
  ifResumed(now: Instant): (metric: MetricId) => Reading[] {
    // Last of all that happens then.
    return this.read([...this.facts, statusChange('resumed', now, 'Going on')], now);
  }

  /**
   * A clock that runs is read again under changed terms as the policy `recompute` does; one that has stopped, or broke what
   * the terms said before, only by a repair.
   */
  private read(facts: readonly Fact[], now: Instant): (metric: MetricId) => Reading[] {
    const recomputed = evaluate({ facts }, this.rules, this.hoursOf, now);
    const repaired = evaluate({ facts }, this.repairedRules, this.hoursOf, now);
    const readingsOf = (timers: readonly EvaluatedTimer[], id: MetricId): Reading[] => {
      const timer = timers.find(({ metric }) => metric.id === id);
      return (timer?.cycles ?? []).flatMap((cycle, index) => {
        const standing = timer?.standings[index];
        return standing ? this.readingOf(cycle, standing, now) : [];
      });
    };
    return (id) => {
      const readings = readingsOf(recomputed, id);
      return readings.every(isUntouched) ? readings : readingsOf(repaired, id);
    };
  }

  private readingOf(cycle: Cycle, standing: Standing, now: Instant): Reading {
    const { promise, left } = standing;
    const isPromised = promise !== null && promise.goal !== UNTARGETED;
    const over = isPromised && left !== undefined ? (-left as Span) : undefined;
    const usedUp = over !== undefined && over > 0 ? standing.breachedAt : undefined;
    const shown =
      usedUp ??
      standing.due ??
      ledger(cycle, this.hoursOf, now).findLast(({ due }) => due !== undefined)?.due;
    return {
      cycle,
      standing,
      isPromised,
      due: isPromised ? shown : undefined,
      over,
    };
  }
}

/** Whether a cycle runs, never stopped, and has kept what was ever promised of it. */
function isUntouched({ cycle, standing }: Reading): boolean {
  const { end, stretches } = cycle;
  return !end && standing.breachedAt === undefined && stretches.every(({ kind }) => kind !== 'stopped');
}
