import type { CalendarOf } from '../../src/domain/calendar/calendar';
import { serviceHours, type ServiceHours } from '../../src/domain/calendar/service-hours';
import { hours, instant, type Instant, type Span } from '../../src/domain/time/instant';
import { evaluate, type EvaluatedTimer } from '../../src/domain/timer/evaluate';
import type { Fact, FieldChange } from '../../src/domain/timer/history';
import type { Metric } from '../../src/domain/timer/metric';
import type { Condition, Reference } from '../../src/domain/timer/condition';
import type { Publication } from '../../src/domain/timer/timeline';
import type { Standing } from '../../src/domain/timer/standing';

/** `2026-11-18T10:30Z`, or with an offset. */
export const at = (iso: string): Instant => instant(Date.parse(iso));

/** The instant of a wall-clock time of a summer-less day in UTC: `10:30` on Wednesday 2026-11-18. */
export const onWednesday = (time: string): Instant => at(`2026-11-18T${time}Z`);

const weekdayHours = [['09:00', '17:00']] as const;

export const nineToFive: CalendarOf<never> = {
  id: 'nine-to-five',
  name: 'Nine to five',
  timeZone: 'UTC',
  weekly: { mon: weekdayHours, tue: weekdayHours, wed: weekdayHours, thu: weekdayHours, fri: weekdayHours },
  exceptions: [],
};

const allDay = [['00:00', '24:00']] as const;

export const roundTheClock: CalendarOf<never> = {
  id: 'round-the-clock',
  name: 'Round the clock',
  timeZone: 'UTC',
  weekly: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  exceptions: [],
};

/** Open every day at the same hours on the wall of a zone. */
export function everyDay(timeZone: string, from: string, to: string): ServiceHours {
  const daily = [[from, to]] as const;
  return serviceHours({
    id: 'every-day',
    name: `${from}–${to} ${timeZone}`,
    timeZone,
    weekly: { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: daily, sun: daily },
    exceptions: [],
  });
}

/** A value whose id is its name. */
export const ref = (name: string): Reference => ({ id: name, name });
export const refs = (...names: string[]): Reference[] => names.map(ref);

const statusIn = (...names: string[]): Condition => ({ field: 'status', in: refs(...names) });

/** Resolution as the presets have it: from creation or reopening until done, waiting for the customer does not count. */
export function resolutionMetric(goals: Metric['goals'], more: Partial<Metric> = {}): Metric {
  return {
    id: 'resolution',
    kind: 'resolution',
    start: { any: [{ created: true }, { changed: 'status', from: refs('Done') }] },
    stop: { changed: 'status', to: refs('Done') },
    pause: [{ name: 'Waiting for the customer', while: statusIn('Waiting') }],
    cycles: 'every',
    goals,
    ...more,
  };
}

export const goal = (
  name: string,
  within: Span,
  when?: Condition,
  calendar = nineToFive.id,
): Metric['goals'][number] => ({
  name,
  within,
  calendar,
  ...(when && { when }),
});

export const priorityIs = (name: string): Condition => ({ field: 'priority', in: refs(name) });

export function publication(metrics: readonly Metric[], more: Partial<Publication> = {}): Publication {
  return {
    version: 'desk@1',
    at: at('2026-01-01T00:00Z'),
    appliesToRunning: false,
    calendars: { [nineToFive.id]: 'nine-to-five@1', [roundTheClock.id]: 'round-the-clock@1' },
    agreement: {
      id: 'desk',
      kind: 'SLA',
      name: 'Service desk',
      timeZone: 'UTC',
      effectiveFrom: at('2020-01-01T00:00Z'),
      metrics,
    },
    ...more,
  };
}

const compiled: Readonly<Record<string, ServiceHours>> = {
  'nine-to-five@1': serviceHours(nineToFive),
  'round-the-clock@1': serviceHours(roundTheClock),
};

export function hoursOf(version: string): ServiceHours {
  const known = compiled[version];
  if (!known) throw new Error(`No calendar ${version}.`);
  return known;
}

let lastId = 0;

export function created(when: Instant, fields: Readonly<Record<string, string>> = {}): Fact {
  const values = Object.entries({ status: 'Open', priority: 'Medium', ...fields });
  return {
    id: 'issue/1',
    at: when,
    kind: 'created',
    fields: Object.fromEntries(values.map(([field, value]) => [field, [value]])),
  };
}

/** One act that changes `field`s, each written as `from → to`. */
export function changed(when: Instant, changes: Readonly<Record<string, string>>): Fact {
  lastId += 1;
  const items = Object.entries(changes).map(([field, change]): FieldChange => {
    const [from = '', to = ''] = change.split(' → ');
    return { field, from: from ? [from] : [], to: to ? [to] : [] };
  });
  return { id: `change/${lastId}`, at: when, kind: 'changed', changes: items };
}

/** The standing of the last cycle of the only timer. */
export function standingOf(facts: readonly Fact[], timeline: readonly Publication[], now: Instant): Standing {
  const standing = timerOf(facts, timeline, now).standings.at(-1);
  if (!standing) throw new Error('The timer has no cycle.');
  return standing;
}

export function timerOf(
  facts: readonly Fact[],
  timeline: readonly Publication[],
  now: Instant,
): EvaluatedTimer {
  const timers = evaluate({ facts }, timeline, hoursOf, now);
  const [timer] = timers;
  if (!timer || timers.length > 1) throw new Error(`${timers.length} timers instead of one.`);
  return timer;
}

export { hours };
