import type { Agreement } from '../../src/domain/agreement/agreement';
import type { CalendarOf } from '../../src/domain/calendar/calendar';
import { serviceHours, type ServiceHours } from '../../src/domain/calendar/service-hours';
import { hours, instant, type Instant, type Span } from '../../src/domain/time/instant';
import { timerLines, type TimerLine } from '../../src/domain/report/timer-line';
import { evaluate, type EvaluatedTimer } from '../../src/domain/timer/evaluate';
import { ledger, type LedgerStep } from '../../src/domain/timer/ledger';
import { compileRules } from '../../src/domain/timer/rules';
import type { Author, Fact, FieldChange } from '../../src/domain/timer/history';
import type { Metric } from '../../src/domain/timer/metric';
import type { Condition, Reference } from '../../src/domain/timer/condition';
import { passings, type Passing } from '../../src/domain/timer/thresholds';
import { publicationsOf, type Publication, type Timeline } from '../../src/domain/timer/timeline';
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

/** Both of a zone whose clocks change, at night. */
export const nineToFiveInBerlin: CalendarOf<never> = {
  ...nineToFive,
  id: 'nine-to-five-berlin',
  timeZone: 'Europe/Berlin',
  weekly: { ...nineToFive.weekly, sat: weekdayHours, sun: weekdayHours },
};
export const roundTheClockInBerlin: CalendarOf<never> = {
  ...roundTheClock,
  id: 'round-the-clock-berlin',
  timeZone: 'Europe/Berlin',
};

const calendars = [nineToFive, roundTheClock, nineToFiveInBerlin, roundTheClockInBerlin];

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

export const statusIn = (...names: string[]): Condition => ({ field: 'status', in: refs(...names) });

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

/** From the oldest comment of the customer that nobody answered to the answer; done needs none (engine rule 19). */
export function nextReplyMetric(goals: Metric['goals'], more: Partial<Metric> = {}): Metric {
  return {
    id: 'next-reply',
    kind: 'next-reply',
    start: { all: [{ commented: { by: ['customer'] } }, { not: statusIn('Done') }] },
    stop: { any: [publicReply, { changed: 'status', to: refs('Done') }, { changed: 'no-reply-needed' }] },
    pause: [],
    cycles: 'every',
    goals,
    ...more,
  };
}

/** Each public comment of an agent owes the next one while the issue is open (engine rule 19). */
export function periodicUpdateMetric(goals: Metric['goals'], more: Partial<Metric> = {}): Metric {
  return {
    id: 'periodic-update',
    kind: 'periodic-update',
    start: { all: [publicReply, { not: statusIn('Done') }] },
    stop: { changed: 'status', to: refs('Done') },
    repeat: publicReply,
    pause: [{ name: 'Waiting for the customer', while: statusIn('Waiting') }],
    cycles: 'every',
    goals,
    ...more,
  };
}

const publicReply: Condition = { commented: { by: ['agent'], public: true } };

/** The time that an issue is with a team (T12). */
export function timeWithTeam(team: string, goals: Metric['goals'], more: Partial<Metric> = {}): Metric {
  const withTeam: Condition = { field: 'team', in: refs(team) };
  return {
    id: 'time-with-team',
    kind: 'time-with-group',
    start: { begins: withTeam },
    stop: { ends: withTeam },
    pause: [],
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
    kind: 'published',
    version: 'desk@1',
    at: at('2026-01-01T00:00Z'),
    appliesToRunning: false,
    calendars: Object.fromEntries(calendars.map(({ id }) => [id, `${id}@1`])),
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

const compiled = new Map(calendars.map((calendar) => [`${calendar.id}@1`, serviceHours(calendar)]));

export function hoursOf(version: string): ServiceHours {
  const known = compiled.get(version);
  if (!known) throw new Error(`No calendar ${version}.`);
  return known;
}

/** The same for an agreement of that id; `agreement` says what else is different in it. */
export function publicationOf(
  agreement: Partial<Agreement> & Pick<Agreement, 'id' | 'metrics'>,
  more: Partial<Publication> = {},
): Publication {
  const base = publication(agreement.metrics, more);
  return {
    ...base,
    version: more.version ?? `${agreement.id}@1`,
    agreement: { ...base.agreement, name: agreement.id, ...agreement },
  };
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

/** A comment that everybody sees, unless it is said to be internal. */
export function commented(when: Instant, by: Author, isPublic = true): Fact {
  lastId += 1;
  return { id: `comment/${lastId}`, at: when, kind: 'commented', by, public: isPublic };
}

/** What the app saw of the groups of an account. */
export function member(when: Instant, account: string, ...groups: string[]): Fact {
  lastId += 1;
  return { id: `membership/${lastId}`, at: when, kind: 'membership', account, groups };
}

/** Every timer of an issue under several agreements. */
export function timersOf(
  facts: readonly Fact[],
  timelines: readonly Timeline[],
  now: Instant,
): EvaluatedTimer[] {
  return evaluate({ facts }, compileRules(timelines), hoursOf, now);
}

/** Their lines, told apart by what fields say, in UTC. */
export const linesOf = (
  timers: readonly EvaluatedTimer[],
  facts: readonly Fact[],
  now: Instant,
): TimerLine[] => {
  const reporting = { id: 'reporting', customer: 'customer', team: 'team' } as const;
  return timerLines(timers, { facts }, { agreements: new Map(), reporting }, now);
};

/** The ledger of the last cycle of the only timer: what each step was, until when, and what it counted in minutes. */
export function ledgerOf(facts: readonly Fact[], timeline: Timeline, now: Instant): LedgerStep[] {
  const cycle = timerOf(facts, timeline, now).cycles.at(-1);
  if (!cycle) throw new Error('The timer has no cycle.');
  return ledger(cycle, hoursOf, now);
}

/** The thresholds of the last cycle of the only timer, by the metric that set them. */
export function passingsOf(facts: readonly Fact[], timeline: Timeline, now: Instant): Passing[] {
  const timer = timerOf(facts, timeline, now);
  const cycle = timer.cycles.at(-1);
  if (!cycle) throw new Error('The timer has no cycle.');
  return passings(cycle, metricOf(timer, timeline, cycle.version).thresholds ?? [], hoursOf, now);
}

function metricOf({ metric }: EvaluatedTimer, timeline: Timeline, version: string): Metric {
  const found = publicationsOf(timeline)
    .find((published) => published.version === version)
    ?.agreement.metrics.find(({ id }) => id === metric.id);
  if (!found) throw new Error(`No metric ${metric.id} in ${version}.`);
  return found;
}

/** The standing of the last cycle of the only timer. */
export function standingOf(facts: readonly Fact[], timeline: Timeline, now: Instant): Standing {
  const standing = timerOf(facts, timeline, now).standings.at(-1);
  if (!standing) throw new Error('The timer has no cycle.');
  return standing;
}

export function timerOf(facts: readonly Fact[], timeline: Timeline, now: Instant): EvaluatedTimer {
  const timers = timersOf(facts, [timeline], now);
  const [timer] = timers;
  if (!timer || timers.length > 1) throw new Error(`${timers.length} timers instead of one.`);
  return timer;
}

export { hours };
