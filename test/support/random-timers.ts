import * as fc from 'fast-check';
import { later, laterOf, minutes, span, type Instant, type Span } from '../../src/domain/time/instant';
import type { Condition } from '../../src/domain/timer/condition';
import type { Timer } from '../../src/domain/timer/cycle';
import type { Author, Fact } from '../../src/domain/timer/history';
import {
  cyclePolicies,
  goalChangePolicies,
  type Goal,
  type Metric,
  type Threshold,
} from '../../src/domain/timer/metric';
import { compileRules } from '../../src/domain/timer/rules';
import {
  publicationsOf,
  runOffRules,
  type Publication,
  type Timeline,
  type TimelineEntry,
} from '../../src/domain/timer/timeline';
import {
  at,
  nineToFive,
  periodicUpdateMetric,
  publicationOf,
  refs,
  resolutionMetric,
  roundTheClock,
  statusIn,
  timeWithTeam,
} from './builders';
import { keptDuringTest, pooled } from './pool';

/** Everything here happens in this week: a Thursday to the Tuesday after, so that a weekend lies in between. */
export const from = at('2026-11-19T06:00Z');
const LENGTH = 5 * 24 * 60;

/** An instant of the week, mostly on a few round ones, so that much happens at once and at openings and closings. */
const somewhen: fc.Arbitrary<Instant> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.integer({ min: 0, max: LENGTH / 60 }).map((hour) => later(from, minutes(hour * 60))),
  },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: LENGTH }).map((minute) => later(from, minutes(minute))) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: LENGTH * 60_000 }).map((ms) => later(from, span(ms))) },
);

const length: fc.Arbitrary<Span> = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((n) => minutes(n * 60)),
  fc.integer({ min: 1, max: 30 * 3_600_000 }).map(span),
);

const statuses = ['Open', 'Waiting', 'Parked', 'Done'];
const priorities = ['Low', 'High'];
const teams = ['A', 'B'];
const dates = ['2026-11-20', '2026-11-20T12:00:00.000Z', '2026-11-23T20:00:00.000Z'];
const valuesOf = {
  status: statuses,
  priority: priorities,
  team: teams,
  customer: ['acme', 'other'],
  duedate: dates,
  effort: ['2h', '90', '1d'],
  began: ['2026-11-19T08:00:00.000Z', '2026-11-20T10:30:00.000Z'],
  assignee: ['ann', 'bob'],
} as const;
type Field = keyof typeof valuesOf;
const fields = Object.keys(valuesOf) as Field[];

const valueOf = (field: Field): fc.Arbitrary<string[]> =>
  field === 'status'
    ? fc.constantFrom(...statuses).map((status) => [status])
    : fc
        .option(fc.constantFrom<string>(...valuesOf[field]), { nil: undefined })
        .map((value) => (value ? [value] : []));

/** What one fact does; who it is, and from what to what fields change, comes from its place in the history. */
type Deed =
  | { readonly kind: 'change'; readonly field: Field; readonly to: readonly string[] }
  | { readonly kind: 'comment'; readonly by: Author; readonly public: boolean }
  | { readonly kind: 'membership'; readonly account: string; readonly groups: readonly string[] }
  | { readonly kind: 'delete' };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 24,
    arbitrary: fc
      .oneof(fc.constantFrom<Field>('status', 'priority'), fc.constantFrom(...fields))
      .chain((field) => valueOf(field).map((to): Deed => ({ kind: 'change', field, to }))),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('comment' as const),
      by: fc.constantFrom<Author>('agent', 'customer', 'automation'),
      public: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('membership' as const),
      account: fc.constantFrom('ann', 'bob'),
      groups: fc.subarray(['network', 'desk']),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Deed>({ kind: 'delete' }) },
);

/** So often as one in `n`. */
const seldom = <Value>(n: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: n - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const creation = fc.record({
  at: fc.integer({ min: 0, max: 24 }).map((hour) => later(from, minutes(hour * 60))),
  status: fc.constantFrom('Open', 'Open', 'Open', 'Waiting'),
  priority: fc.constantFrom(...priorities),
  others: fc.record({
    team: fc.constantFrom(['A'], ['A'], ['B'], []),
    customer: valueOf('customer'),
    duedate: valueOf('duedate'),
    effort: valueOf('effort'),
    began: valueOf('began'),
    assignee: valueOf('assignee'),
  }),
});

/** A history as Jira tells it: values lead from one change to the next. */
export const anyFacts: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(creation, fc.array(fc.tuple(somewhen, deed), { maxLength: 8 }))
  .map(([born, deeds]) => {
    const values: Record<string, readonly string[]> = {
      status: [born.status],
      priority: [born.priority],
      ...born.others,
    };
    const facts: Fact[] = [{ id: 'issue/1', at: born.at, kind: 'created', fields: { ...values } }];
    const inTime = deeds
      .filter(([when, { kind }]) => kind === 'membership' || when >= born.at)
      .sort(([a], [b]) => a - b);
    inTime.forEach(([when, done], index) => {
      const base = { id: `fact/${index + 1}`, at: when };
      if (done.kind === 'change') {
        const change = { field: done.field, from: values[done.field] ?? [], to: done.to };
        values[done.field] = done.to;
        facts.push({ ...base, kind: 'changed', changes: [change] });
      } else if (done.kind === 'comment') {
        facts.push({ ...base, kind: 'commented', by: done.by, public: done.public });
      } else if (done.kind === 'membership') {
        facts.push({ ...base, kind: 'membership', account: done.account, groups: done.groups });
      } else facts.push({ ...base, kind: 'deleted' });
    });
    return facts;
  });

const when: fc.Arbitrary<Condition | undefined> = fc.constantFrom<(Condition | undefined)[]>(
  undefined,
  { field: 'priority', in: refs('High') },
  { field: 'priority', in: refs('Low') },
  { not: { field: 'priority', empty: true } },
  { field: 'team', in: refs('A') },
);
const anyCalendar = fc.constantFrom(nineToFive.id, roundTheClock.id);
const share = fc.integer({ min: 1, max: 99 });

const within = fc.record({ within: length });
/** All that a goal can promise. */
const terms = fc.oneof(
  { weight: 4, arbitrary: within },
  { weight: 1, arbitrary: fc.record({ businessDays: fc.integer({ min: 1, max: 2 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constantFrom('12:00', '16:30', '20:00'),
      onBusinessDay: fc.integer({ min: 0, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ until: 'duedate' }) },
  { weight: 1, arbitrary: fc.constant({ withinField: 'effort', unit: 'minutes' as const }) },
);

export const anyGoals = (calendar: fc.Arbitrary<string> = anyCalendar): fc.Arbitrary<Goal[]> =>
  fc
    .array(fc.record({ when, calendar, said: terms, atRiskAt: fc.option(share, { nil: undefined }) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((goals) =>
      goals.map((goal, index) => ({
        name: `goal ${index}`,
        calendar: goal.calendar,
        ...goal.said,
        ...(goal.when && { when: goal.when }),
        ...(goal.atRiskAt !== undefined && { atRiskAt: goal.atRiskAt }),
      })),
    );

const threshold: fc.Arbitrary<Threshold> = fc.oneof(
  fc.record({ id: fc.constant('share'), atShare: share }),
  fc.record({ id: fc.constant('before'), before: length }),
  fc.record({ id: fc.constant('after'), after: length }),
);

const pauses = fc.constantFrom<Metric['pause'][]>(
  [],
  [{ name: 'Waiting', while: statusIn('Waiting') }],
  [
    { name: 'Waiting', while: statusIn('Waiting', 'Parked') },
    { name: 'Nobody has it', while: { field: 'assignee', empty: true } },
  ],
  [{ name: 'Not with us', while: { not: { field: 'assignee', memberOf: refs('network') } } }],
);

export const anyGoalChange = fc.record({
  shorter: fc.constantFrom(...goalChangePolicies),
  longer: fc.constantFrom(...goalChangePolicies),
});

const anyMetric: fc.Arbitrary<Metric> = fc
  .record({
    base: fc.constantFrom('resolution', 'resolution', 'periodic-update', 'time-with-group'),
    goals: anyGoals(),
    pause: pauses,
    cycles: fc.constantFrom(...cyclePolicies),
    goalChange: anyGoalChange,
    thresholds: fc.uniqueArray(threshold, { maxLength: 3, selector: ({ id }) => id }),
    startAt: fc.constantFrom(undefined, undefined, undefined, 'began'),
    stopAt: fc.constantFrom(undefined, undefined, undefined, 'duedate'),
    cancel: fc.constantFrom<(Condition | undefined)[]>(undefined, undefined, {
      changed: 'status',
      to: refs('Parked'),
    }),
    reset: fc.constantFrom<(Condition | undefined)[]>(undefined, undefined, { changed: 'team' }),
  })
  .map(({ base, goals, startAt, stopAt, cancel, reset, ...more }): Metric => {
    const others = {
      ...more,
      ...(startAt && { startAt }),
      ...(stopAt && { stopAt }),
      ...(cancel && { cancel }),
      ...(reset && { reset }),
    };
    const metric =
      base === 'resolution'
        ? resolutionMetric(goals, others)
        : base === 'periodic-update'
          ? periodicUpdateMetric(goals, others)
          : timeWithTeam('A', goals, others);
    return { ...metric, id: 'metric' };
  });

const beforeAll: Instant = at('2026-01-01T00:00Z');

const scope = fc.constantFrom<Pick<Publication['agreement'], 'customer' | 'covers'>[]>(
  {},
  {},
  {},
  {},
  { customer: { field: 'customer', in: refs('acme') } },
  { covers: { field: 'team', in: refs('A') } },
);

/** One agreement: its first publication and whatever may become of it. Later ones may apply to running timers. */
export const anyTimeline = (id: string): fc.Arbitrary<Timeline> =>
  fc
    .record({
      first: anyMetric,
      scope,
      isEarly: fc.constantFrom(true, true, true, false),
      publishedAt: somewhen,
      later: fc.array(
        fc.record({
          metric: anyMetric,
          at: somewhen,
          delay: fc.constantFrom(0, 0, 600),
          appliesToRunning: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      suspension: seldom(4, fc.tuple(somewhen, somewhen)),
      end: seldom(6, fc.tuple(somewhen, fc.constantFrom(...runOffRules))),
      repair: seldom(6, fc.tuple(somewhen, somewhen, somewhen)),
    })
    .map(({ first, scope, isEarly, publishedAt, later: revisions, suspension, end, repair }): Timeline => {
      const publish = (metric: Metric, number: number, more: Partial<Publication>, effectiveFrom: Instant) =>
        publicationOf(
          { id, metrics: [metric], ...scope, effectiveFrom },
          { version: `${id}@${number}`, ...more },
        );
      const firstAt = isEarly ? beforeAll : publishedAt;
      const entries: TimelineEntry[] = [publish(first, 1, { at: firstAt }, beforeAll)];
      revisions.forEach(({ metric, at: when, delay, appliesToRunning }, index) => {
        const published = later(when, span(firstAt > when ? firstAt - when : 0));
        entries.push(
          publish(metric, index + 2, { at: published, appliesToRunning }, later(published, minutes(delay))),
        );
      });
      if (suspension) {
        const [a, b] = [...suspension].sort((x, y) => x - y) as [Instant, Instant];
        entries.push({ kind: 'suspended', at: a, reason: 'Move' });
        if (a < b) entries.push({ kind: 'reinstated', at: b });
      }
      if (end) entries.push({ kind: 'ended', at: end[0], runOff: end[1] });
      if (repair) {
        const [a, b, known] = [...repair].sort((x, y) => x - y) as [Instant, Instant, Instant];
        entries.push({ kind: 'repaired', at: laterOf(known, firstAt), from: a, to: b, version: `${id}@1` });
      }
      return entries;
    });

/** A case of everything: what happened to an issue, what to its agreements, and when somebody looks. */
export interface RandomCase {
  readonly facts: readonly Fact[];
  readonly timelines: readonly Timeline[];
  readonly now: Instant;
}

export const anyCase = (): fc.Arbitrary<RandomCase> =>
  fc.record({
    facts: anyFacts,
    timelines: pooled<Timeline[]>(
      fc.oneof(
        { weight: 3, arbitrary: anyTimeline('desk').map((timeline) => [timeline]) },
        { weight: 1, arbitrary: fc.tuple(anyTimeline('desk'), anyTimeline('acme')) },
      ),
    ),
    now: fc.oneof(somewhen, fc.constant(later(from, minutes(LENGTH)))),
  });

/** The rules of a case, made ready. */
export const rulesOf = keptDuringTest((timelines: RandomCase['timelines']) => compileRules(timelines));

export const anyInstant = somewhen;

/** The metric of a timer in the version that one of its cycles is judged by. */
export function metricOf(
  { timelines }: Pick<RandomCase, 'timelines'>,
  { metric }: Pick<Timer, 'metric'>,
  version: string,
): Metric {
  const found = timelines
    .flatMap(publicationsOf)
    .find((published) => published.version === version)
    ?.agreement.metrics.find(({ id }) => id === metric.id);
  if (!found) throw new Error(`No metric ${metric.id} in ${version}.`);
  return found;
}
