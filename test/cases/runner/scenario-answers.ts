import type { ServiceHours } from '../../../src/domain/calendar/service-hours';
import { findWorkingTime } from '../../../src/domain/calendar/working-time';
import { sum, type Instant, type Span } from '../../../src/domain/time/instant';
import { clocks, type Clock } from './event-schema';
import type { Reading, ScenarioClocks } from './scenario-clocks';
import { spanOf, type MetricId } from './scenario-rules';

/** What the engine answers to the keys of a check at one instant. Undefined: there is none. */
export class ScenarioAnswers {
  private readonly read: (metric: MetricId) => Reading[];

  constructor(
    private readonly scenario: ScenarioClocks,
    private readonly hoursOf: (calendar: string) => ServiceHours,
    private readonly now: Instant,
  ) {
    this.read = scenario.at(now);
  }

  dueAt(clock: Clock): Instant | undefined {
    return current(clock, this.read(clock))?.due;
  }

  dueAtIfResumedNow(clock: Clock): Instant | undefined {
    return current(clock, this.scenario.ifResumed(this.now)(clock))?.due;
  }

  /** Of exchanges the longest that is finished. */
  elapsed(clock: Clock): Span | undefined {
    const readings = this.read(clock);
    const asked = clock === 'update' ? readings.filter(({ cycle }) => cycle.end !== null) : readings;
    return longest(asked.map(({ standing }) => standing.elapsed));
  }

  isBreached(clock: Clock): boolean {
    return this.overdue(clock) > 0;
  }

  overdue(clock: Clock): number {
    return Math.max(0, ...this.read(clock).map(({ over }) => over ?? 0));
  }

  /** The due instant and so much working time. */
  threshold(clock: Clock, offsetSeconds: number): Instant | undefined {
    const reading = current(clock, this.read(clock));
    if (reading?.due === undefined || !reading.standing.promise) return undefined;
    const hours = this.hoursOf(reading.standing.promise.calendar);
    return findWorkingTime(hours, reading.due, spanOf(offsetSeconds));
  }

  pausedWorkingTime(): Span | undefined {
    const pauses = this.read('pause').map(({ standing }) => standing.elapsed);
    return pauses.length > 0 ? pauses.reduce(sum) : undefined;
  }

  firstRespondedAt(): Instant | undefined {
    return this.read('first reply')[0]?.cycle.end?.at;
  }

  /** Of the clocks that count. */
  nextDueAt(): Instant | undefined {
    const dues = clocks
      .flatMap((clock) => current(clock, this.read(clock)) ?? [])
      .filter(({ standing: { clock } }) => clock.kind === 'running' || clock.kind === 'out-of-hours')
      .flatMap(({ due }) => due ?? []);
    return dues.sort((a, b) => a - b)[0];
  }
}

/** The cycle that an issue's clock shows: of exchanges the one that runs. */
function current(clock: Clock, readings: readonly Reading[]): Reading | undefined {
  const last = readings.at(-1);
  return clock === 'update' && last?.cycle.end ? undefined : last;
}

function longest(spans: readonly Span[]): Span | undefined {
  return [...spans].sort((a, b) => b - a)[0];
}
