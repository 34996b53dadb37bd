import type {
  BreachedTimer,
  CycleName,
  Evaluation,
  OpenTimer,
  Ports,
  ProjectId,
  TimerFilter,
} from '../../../src/app/ports';
import { dimensions, type Dimensions } from '../../../src/domain/report/dimensions';
import type { Instant } from '../../../src/domain/time/instant';
import type { Cycle } from '../../../src/domain/timer/cycle';
import type { EvaluatedTimer } from '../../../src/domain/timer/evaluate';
import { isOver, stateOf } from '../../../src/domain/timer/foremost';
import type { Standing } from '../../../src/domain/timer/standing';
import type { MemoryState } from '../memory-ports';

interface CycleFound {
  readonly evaluation: Evaluation;
  readonly timer: EvaluatedTimer;
  readonly cycle: Cycle;
  readonly standing: Standing;
}

const MOST_VALUES = 100;

function dimensionsOf(_found: CycleFound): Dimensions {
  return { service: null, customer: null, priority: null, assignee: null, team: null };
}

const cyclesIn = ({ evaluations }: MemoryState, project: ProjectId): CycleFound[] =>
  [...evaluations.values()]
    .filter((evaluation) => evaluation.project === project)
    .flatMap((evaluation) =>
      evaluation.timers.flatMap((timer) =>
        timer.cycles.flatMap((cycle, index) => {
          const standing = timer.standings[index];
          return standing ? { evaluation, timer, cycle, standing } : [];
        }),
      ),
    );

function passes(found: CycleFound, filter: TimerFilter): boolean {
  const has = {
    ...dimensionsOf(found),
    agreement: found.timer.agreement.id,
    metric: found.timer.metric.id,
    kind: found.timer.metric.kind,
  };
  return (Object.keys(filter) as (keyof TimerFilter)[]).every((key) => has[key] === filter[key]);
}

const nameOf = ({ evaluation, timer, cycle }: CycleFound): CycleName => ({
  issue: evaluation.issue,
  agreement: timer.agreement.id,
  metric: timer.metric.id,
  cycle: cycle.number,
});

function dueOf({ verdict, due, breachedAt }: Standing): Instant | null {
  if (verdict === 'breached') return breachedAt ?? null;
  return verdict === 'open' ? (due ?? null) : null;
}

function openTimer(found: CycleFound): OpenTimer {
  const { timer, cycle, standing } = found;
  const { clock, promise, elapsed, within, breachedAt } = standing;
  return {
    ...nameOf(found),
    kind: timer.metric.kind,
    goal: promise?.goal ?? null,
    state: stateOf(standing),
    startedAt: cycle.startedAt,
    due: dueOf(standing),
    breachedAt: breachedAt ?? null,
    waitsSince: clock.kind === 'paused' || clock.kind === 'suspended' ? clock.since : null,
    elapsed,
    within: within ?? null,
    dimensions: dimensionsOf(found),
  };
}

function breachedTimer(found: CycleFound): BreachedTimer[] {
  const { timer, cycle, standing } = found;
  const { promise, elapsed, within, breachedAt, verdict } = standing;
  if (breachedAt === undefined || verdict !== 'breached') return [];
  return [
    {
      ...nameOf(found),
      kind: timer.metric.kind,
      goal: promise?.goal ?? null,
      version: cycle.version,
      breachedAt,
      startedAt: cycle.startedAt,
      endedAt: cycle.end?.at ?? null,
      elapsed,
      within: within ?? null,
      verdict,
      reported: verdict,
      dimensions: dimensionsOf(found),
    },
  ];
}

/** By their instants, those without one last; then by their names. */
const byInstant =
  <Timer extends CycleName>(instantOf: (timer: Timer) => number) =>
  (a: Timer, b: Timer): number => {
    const [first, second] = [instantOf(a), instantOf(b)];
    if (first !== second) return first < second ? -1 : 1;
    return (
      Number(a.issue) - Number(b.issue) || compare(a.agreement, b.agreement) || compare(a.metric, b.metric)
    );
  };

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const isBefore = (at: Instant | null, limit: Instant): boolean => at !== null && at < limit;

const sameCycle = (a: CycleName, b: CycleName): boolean =>
  a.issue === b.issue && a.agreement === b.agreement && a.metric === b.metric && a.cycle === b.cycle;

export function memoryFigures(kept: MemoryState): Ports['figures'] {
  const openIn = (project: ProjectId, filter: TimerFilter): OpenTimer[] =>
    cyclesIn(kept, project)
      .filter((found) => !isOver(found.standing) && passes(found, filter))
      .map(openTimer);
  const breachedIn = (project: ProjectId, filter: TimerFilter): BreachedTimer[] =>
    cyclesIn(kept, project)
      .filter((found) => passes(found, filter))
      .flatMap(breachedTimer);
  return {
    open: async (project, { filter, states, waitsBefore, offset, limit }) =>
      openIn(project, filter)
        .filter(({ state }) => states === undefined || states.includes(state))
        .filter(({ waitsSince }) => waitsBefore === undefined || isBefore(waitsSince, waitsBefore))
        .sort(byInstant(({ due }) => due ?? Infinity))
        .slice(offset, offset + limit),
    async openCounts(project, filter, waitsBefore) {
      const open = openIn(project, filter);
      const states: Partial<Record<OpenTimer['state'], number>> = {};
      for (const { state } of open) states[state] = (states[state] ?? 0) + 1;
      return { states, waitingLong: open.filter((each) => isBefore(each.waitsSince, waitsBefore)).length };
    },
    async openValues(project) {
      const open = openIn(project, {});
      return ([...dimensions, 'agreement'] as const).flatMap((by) => {
        const counts = new Map<string | null, number>();
        for (const { agreement, dimensions: has } of open) {
          const value = by === 'agreement' ? agreement : has[by];
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        return [...counts]
          .map(([value, count]) => ({ by, value, count }))
          .sort((a, b) => b.count - a.count || compare(a.value ?? '', b.value ?? ''))
          .slice(0, MOST_VALUES);
      });
    },
    breached: async (project, { filter, from, to, offset, limit }) =>
      breachedIn(project, filter)
        .filter(({ breachedAt }) => breachedAt >= from && breachedAt < to)
        .sort(byInstant(({ breachedAt }) => -breachedAt))
        .slice(offset, offset + limit),
    breachedOf: async (project, cycles) =>
      breachedIn(project, {}).filter((timer) => cycles.some((cycle) => sameCycle(cycle, timer))),
  };
}
