import type {
  BreachedTimer,
  CountedCycle,
  Figures,
  FiguresRow,
  FiguresWanted,
  Grouping,
  OpenTimer,
  ProjectId,
  TargetDetails,
  TimerFilter,
} from '../../../src/app/ports';
import { dimensions } from '../../../src/domain/report/dimensions';
import { durationStep } from '../../../src/domain/report/duration-step';
import type { TimerLine } from '../../../src/domain/report/timer-line';
import { NO_TIME, sum, type Instant } from '../../../src/domain/time/instant';
import type { CycleName } from '../../../src/domain/timer/cycle-name';
import type { TimerState } from '../../../src/domain/timer/foremost';
import type { MemoryState } from '../memory-ports';

type Line = TimerLine & { readonly issue: string };

const MOST_VALUES = 500;

const isAsked = (line: Line, filter: Partial<Record<Grouping, string | null>>): boolean => {
  const has = groupsOf(line);
  return (Object.keys(filter) as Grouping[]).every((key) => has[key] === filter[key]);
};

const groupsOf = (line: Line): Record<Grouping, string | null> => ({
  ...line.dimensions,
  agreement: line.agreement,
  metric: line.metric,
  kind: line.kind,
  goal: line.goal,
});

const nameOf = ({ issue, agreement, metric, cycle }: Line): CycleName => ({
  issue,
  agreement,
  metric,
  cycle,
});

const openTimer = (line: Line): OpenTimer => {
  const { kind, goal, state, startedAt, nextDue: due, breachedAt, waitsSince, elapsed, within } = line;
  const own = { kind, goal, state, startedAt, due, breachedAt, waitsSince, elapsed, within };
  return { ...nameOf(line), ...own, dimensions: line.dimensions };
};

const breachedTimer = (line: Line): BreachedTimer[] => {
  const { kind, goal, version, breachedAt, startedAt, endedAt, elapsed, within, verdict, reported } = line;
  if (breachedAt === null || verdict !== 'breached') return [];
  const own = { kind, goal, version, breachedAt, startedAt, endedAt, elapsed, within, verdict, reported };
  return [{ ...nameOf(line), ...own, dimensions: line.dimensions }];
};

const counted = (line: Line): CountedCycle => {
  const { kind, goal, verdict, reported, breachedAt, endedAt, elapsed, within } = line;
  return {
    ...nameOf(line),
    kind,
    goal,
    verdict,
    reported,
    breachedAt,
    endedAt,
    elapsed,
    within,
    dimensions: line.dimensions,
  };
};

/** The place of the period in which it ended, null where it was late at the end of the time; undefined for all others. */
function periodOf(
  line: Line,
  { edges, until }: Pick<FiguresWanted, 'edges' | 'until'>,
): number | null | undefined {
  const { closedOn, verdict, breachedAt } = line;
  const place = edges.findLastIndex((edge) => closedOn !== null && edge <= closedOn);
  if (closedOn !== null && place < edges.length - 1) return place < 0 ? undefined : place;
  return verdict === 'breached' && breachedAt !== null && breachedAt < until ? null : undefined;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byName = (a: CycleName, b: CycleName): number =>
  Number(a.issue) - Number(b.issue) ||
  compare(a.agreement, b.agreement) ||
  compare(a.metric, b.metric) ||
  a.cycle - b.cycle;

const isBefore = (at: Instant | null, limit: Instant): boolean => at !== null && at < limit;

export function memoryFigures(kept: MemoryState): Figures {
  const linesIn = (project: ProjectId, filter: TimerFilter): Line[] =>
    [...kept.evaluations.values()]
      .filter((evaluation) => evaluation.project === project)
      .flatMap(({ issue, lines }) => lines.map((line) => ({ ...line, issue })))
      .filter((line) => isAsked(line, filter))
      .sort(byName);
  const openIn = (project: ProjectId, filter: TimerFilter): OpenTimer[] =>
    linesIn(project, filter)
      .filter(({ closedOn }) => closedOn === null)
      .map(openTimer);
  return {
    open: async (project, { filter, states, waitsBefore, offset, limit }) =>
      openIn(project, filter)
        .filter(({ state }) => states === undefined || states.includes(state))
        .filter(({ waitsSince }) => waitsBefore === undefined || isBefore(waitsSince, waitsBefore))
        .sort((a, b) => (a.due ?? Number.MAX_VALUE) - (b.due ?? Number.MAX_VALUE))
        .slice(offset, offset + limit),
    async openCounts(project, filter, waitsBefore) {
      const open = openIn(project, filter);
      const states: Partial<Record<TimerState, number>> = {};
      for (const { state } of open) states[state] = (states[state] ?? 0) + 1;
      return { states, waitingLong: open.filter((each) => isBefore(each.waitsSince, waitsBefore)).length };
    },
    async openValues(project) {
      const open = openIn(project, {});
      return (['agreement', ...dimensions] as const)
        .flatMap((by) => {
          const values = open.map((timer) => (by === 'agreement' ? timer.agreement : timer.dimensions[by]));
          return [...new Set(values)].map((value) => ({
            by,
            value,
            count: values.filter((each) => each === value).length,
          }));
        })
        .sort((a, b) => b.count - a.count || compare(a.by, b.by) || compare(a.value ?? '', b.value ?? ''))
        .slice(0, MOST_VALUES);
    },
    breached: async (project, { filter, from, to, offset, limit }) =>
      linesIn(project, filter)
        .flatMap(breachedTimer)
        .filter(({ breachedAt }) => breachedAt >= from && breachedAt < to)
        .sort((a, b) => b.breachedAt - a.breachedAt || byName(b, a))
        .slice(offset, offset + limit),
    breachedOf: async (project, cycles) =>
      linesIn(project, {})
        .flatMap(breachedTimer)
        .filter((timer) => cycles.some((cycle) => byName(cycle, timer) === 0)),
    async closed(project, wanted) {
      const rows = new Map<string, FiguresRow>();
      for (const line of linesIn(project, wanted.filter)) {
        const period = periodOf(line, wanted);
        if (period === undefined) continue;
        const isLast = line.closedOn === null || line.closedOn >= (wanted.edges.at(-2) ?? '');
        const key = {
          agreement: line.agreement,
          metric: line.metric,
          kind: line.kind,
          value: groupsOf(line)[wanted.by],
          period,
          verdict: line.verdict,
          reported: line.reported,
          step: isLast ? durationStep(line.elapsed) : 0,
        };
        const name = JSON.stringify(key);
        const { count, elapsed } = rows.get(name) ?? { count: 0, elapsed: NO_TIME };
        rows.set(name, { ...key, count: count + 1, elapsed: sum(elapsed, line.elapsed) });
      }
      return [...rows.values()];
    },
    lengths: async (project, wanted, lengths) =>
      lengths.map(({ agreement, metric, value, step, place }) => {
        const of = linesIn(project, wanted.filter)
          .filter((line) => isAsked(line, { agreement, metric, [wanted.by]: value }))
          .filter((line) => periodOf(line, wanted) === wanted.edges.length - 2)
          .filter(({ verdict }) => verdict === 'met' || verdict === 'breached')
          .map(({ elapsed }) => elapsed)
          .filter((elapsed) => durationStep(elapsed) === step)
          .sort((a, b) => a - b);
        return of[place] ?? NO_TIME;
      }),
    async details(project, { agreement, from, to, nearMiss }) {
      const found = new Map<string, TargetDetails>();
      for (const line of linesIn(project, { agreement })) {
        const { closedOn, metric, kind, version, verdict, elapsed, within, waited } = line;
        if (closedOn === null || closedOn < from || closedOn >= to) continue;
        const isNear = verdict === 'met' && within !== null && elapsed * 100 >= within * nearMiss;
        const key = JSON.stringify([metric, kind, version]);
        const before = found.get(key) ?? { nearMisses: 0, waited: NO_TIME };
        const own = { nearMisses: before.nearMisses + Number(isNear), waited: sum(before.waited, waited) };
        found.set(key, { metric, kind, version, ...own });
      }
      return [...found].sort(([a], [b]) => compare(a, b)).map(([, details]) => details);
    },
    cycles: async (project, { verdicts, reported, late, offset, limit, ...wanted }) =>
      linesIn(project, wanted.filter)
        .filter((line) => {
          const period = periodOf(line, wanted);
          return period !== undefined && (period === null) === (late === true);
        })
        .filter((line) => !verdicts || verdicts.includes(line.verdict))
        .filter((line) => !reported || reported.includes(line.reported))
        .slice(offset, offset + limit)
        .map(counted),
  };
}
