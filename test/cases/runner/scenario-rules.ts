import { EARLIEST, span, type Instant, type Span } from '../../../src/domain/time/instant';
import type { Condition } from '../../../src/domain/timer/condition';
import type { Goal, Metric } from '../../../src/domain/timer/metric';
import { compileRules, type Rules } from '../../../src/domain/timer/rules';
import type { Publication, TimelineEntry } from '../../../src/domain/timer/timeline';
import type { Clock, Targets } from './event-schema';
import { at, startField } from './scenario-history';
import type { Scenario } from './scenario-schema';

/** What is promised from an instant on. */
interface Terms {
  readonly from: Instant;
  readonly calendar: string;
  readonly targets: Targets | null;
}

export type MetricId = Clock | 'first reply' | 'pause';

/** The goal of a clock that nothing is promised for, so that its time counts all the same. */
export const UNTARGETED = 'no target';

/**
 * The agreement of a scenario. Each change of its terms is a publication that running timers are read again under, as the
 * policy `recompute` does.
 *
 * @param repaired whether each change repairs what ended before it too: completed cycles change by a repair only (engine
 *   rule 16).
 */
export function rulesOf(scenario: Scenario, calendars: readonly string[], repaired: boolean): Rules {
  const terms = termsOf(scenario);
  const publications = terms.map((each, index): Publication => ({
    ...publicationOf(each, `terms@${index}`, scenario, calendars),
    // What a repair gave a cycle, it keeps.
    appliesToRunning: !repaired,
  }));
  const repairs = terms.flatMap((each, index): TimelineEntry[] =>
    terms.slice(0, index).map(({ from }, earlier) => ({
      kind: 'repaired',
      at: each.from,
      from,
      to: terms[earlier + 1]?.from ?? each.from,
      version: `terms@${index}`,
    })),
  );
  return compileRules([repaired ? [...publications, ...repairs] : publications]);
}

/** What was promised when; of changes at the same instant the last one counts. */
function termsOf({ calendar, targets, events }: Scenario): Terms[] {
  let current: Terms = { from: EARLIEST, calendar, targets };
  const all = new Map([[current.from, current]]);
  for (const event of [...events].sort((a, b) => a.at - b.at)) {
    if (event.type === 'calendarChanged') current = { ...current, calendar: event.calendar };
    else if (event.type === 'agreementChanged') current = { ...current, targets: event.targets };
    else if (event.type === 'targetsChanged') {
      current = { ...current, targets: { ...current.targets, ...event.targets } };
    } else continue;
    current = { ...current, from: at(event.at) };
    all.set(current.from, current);
  }
  return [...all.values()];
}

function publicationOf(
  terms: Terms,
  version: string,
  { config }: Scenario,
  calendars: readonly string[],
): Omit<Publication, 'appliesToRunning'> {
  return {
    kind: 'published',
    version,
    at: terms.from,
    calendars: Object.fromEntries(calendars.map((id) => [id, id])),
    agreement: {
      id: 'cases',
      kind: 'SLA',
      name: 'The agreement of the case',
      timeZone: 'UTC',
      effectiveFrom: terms.from,
      metrics: metricsOf(config, terms),
    },
  };
}

function metricsOf(config: Scenario['config'], terms: Terms): Metric[] {
  const isDone = statusIn(config.stopStatuses);
  const isPaused = statusIn(config.pauseStatuses);
  const reply: Condition = { commented: { by: ['agent'], public: true } };
  const responds: Condition = { any: [reply, { begins: statusIn(config.responseStopStatuses) }] };
  const pausesOf = (clock: Clock): Metric['pause'] => [
    ...(config.pausedMetrics.includes(clock) ? [{ name: 'Paused', while: isPaused }] : []),
    ...(clock !== 'resolution' && config.stopStopsAll ? [{ name: 'Done', while: isDone }] : []),
  ];
  const common = (clock: Clock) =>
    ({ id: clock, pause: pausesOf(clock), goals: [goalOf(clock, terms)], goalChange: RECOMPUTE }) as const;
  const measured = { pause: [], goals: [untargeted(terms)], goalChange: RECOMPUTE } as const;
  const started = (clock: Clock) => (config.startAt[clock] == null ? {} : { startAt: startField(clock) });
  return [
    {
      ...common('response'),
      ...started('response'),
      kind: 'response',
      start: { created: true },
      stop: responds,
      cycles: 'first',
    },
    {
      ...common('resolution'),
      ...started('resolution'),
      kind: 'resolution',
      start: { any: [{ created: true }, { ends: isDone }] },
      stop: { begins: isDone },
      cycles: 'resume-last',
    },
    {
      ...common('update'),
      kind: 'next-reply',
      start: { commented: { by: ['customer'] } },
      stop: reply,
      cycles: 'every',
    },
    {
      ...measured,
      id: 'first reply',
      kind: 'response',
      start: { created: true },
      stop: responds,
      cycles: 'first',
    },
    {
      ...measured,
      id: 'pause',
      kind: 'time-in-status',
      start: { begins: isPaused },
      stop: { ends: isPaused },
      cycles: 'resume-last',
    },
  ];
}

const RECOMPUTE = { shorter: 'recompute', longer: 'recompute' } as const;

const statusIn = (names: readonly string[]): Condition => ({
  field: 'status',
  in: names.map((name) => ({ id: name, name })),
});

function goalOf(clock: Clock, terms: Terms): Goal {
  const target = terms.targets?.[clock];
  return target === null || target === undefined
    ? untargeted(terms)
    : { name: clock, within: spanOf(target), calendar: terms.calendar };
}

const untargeted = ({ calendar }: Terms): Goal => ({ name: UNTARGETED, within: spanOf(0), calendar });

export const spanOf = (seconds: number): Span => span(Math.round(seconds * 1_000));
