import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { readAgreement } from '../../../../src/domain/agreement/agreement-reader';
import type { DraftReading } from '../../../../src/domain/agreement/draft-reading';
import type { KnownField } from '../../../../src/domain/agreement/known-field';
import { writeAgreement } from '../../../../src/domain/agreement/write-agreement';
import { writeValue } from '../../../../src/domain/agreement/write-condition';
import type { ActionOf } from '../../../../src/domain/alert/action';
import { seconds, type Instant, type Span } from '../../../../src/domain/time/instant';
import { firstInstantAt } from '../../../../src/domain/time/offset-periods';
import { DAY } from '../../../../src/domain/time/wall-clock';
import type { Condition, Reference } from '../../../../src/domain/timer/condition';
import type { Metric } from '../../../../src/domain/timer/metric';
import { runOffRules } from '../../../../src/domain/timer/timeline';
import {
  at,
  nineToFive,
  publicationOf,
  ref,
  refs,
  resolutionMetric,
  roundTheClock,
} from '../../../support/builders';
import { law } from '../../../support/laws';
import { anyTimeline } from '../../../support/random-timers';

const listed = (...values: Reference[]): KnownField => ({ kind: 'numbered', values });

const twins = [
  { id: '1', name: 'Open' },
  { id: '2', name: 'Done' },
  { id: '3', name: 'Done' },
  // Named as another's id, as people do with numbers.
  { id: '4', name: '5' },
  { id: '6', name: 'Waiting' },
];
const fields = new Map<string, KnownField>([
  ['status', listed(...refs('Open', 'Waiting', 'Parked', 'Done'))],
  ['priority', listed(...refs('Low', 'High'))],
  ['team', listed(...refs('A', 'B'))],
  ['customer', { kind: 'text' }],
  ['assignee', { kind: 'person' }],
  ['duedate', { kind: 'date' }],
  ['began', { kind: 'instant' }],
  ['effort', { kind: 'text' }],
  ['phase', listed(...twins)],
  ['unlisted', { kind: 'numbered' }],
]);
const fieldOf = (field: string) => fields.get(field);

function readAgain(agreement: Agreement) {
  const reading: DraftReading = {
    fieldOf,
    groups: refs('network', 'desk'),
    calendars: [nineToFive.id, roundTheClock.id],
    problems: [],
  };
  const read = readAgreement(writeAgreement(agreement, fieldOf), 'agreement', reading);
  return { read, problems: reading.problems.filter(({ code }) => code !== 'agreement.ends-too-soon') };
}

/** As long as a draft can say: people write no milliseconds. */
const wholeSeconds = (length: Span): Span => seconds(Math.ceil(length / 1_000));

function writable(metric: Metric): Metric {
  return {
    ...metric,
    goals: metric.goals.map((goal) =>
      'within' in goal ? { ...goal, within: wholeSeconds(goal.within) } : goal,
    ),
    thresholds: (metric.thresholds ?? []).map((threshold) => {
      if ('before' in threshold) return { ...threshold, before: wholeSeconds(threshold.before) };
      return 'after' in threshold ? { ...threshold, after: wholeSeconds(threshold.after) } : threshold;
    }),
  };
}

const anAction = fc.constantFrom<ActionOf<Reference>>(
  { label: 'late' },
  { comment: 'Due {due}' },
  { notify: ['assignee', { group: 'g1' }], subject: '{issue}', text: 'Hurry' },
  { priority: ref('High') },
  { linkedIssue: { project: '1', issueType: '2', linkType: '3' }, summary: 'Why' },
);

const aValue = fc.constantFrom(...twins);
const aLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.array(aValue, { minLength: 1, maxLength: 3 }).map((values) => ({ field: 'phase', in: values })),
  fc.constantFrom<Condition>(
    { field: 'customer', in: refs('acme') },
    { field: 'phase', empty: false },
    { field: 'assignee', memberOf: refs('desk') },
  ),
);
const aState: fc.Arbitrary<Condition> = fc.letrec<{ state: Condition }>((tie) => ({
  state: fc.oneof(
    { maxDepth: 3 },
    aLeaf,
    fc.array(tie('state'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('state'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('state').map((not) => ({ not })),
  ),
})).state;
const anEvent: fc.Arbitrary<Condition> = fc.oneof(
  aState.map((begins) => ({ begins })),
  aState.map((ends) => ({ ends })),
  fc
    .record({ from: fc.array(aValue, { minLength: 1 }), to: fc.array(aValue, { minLength: 1 }) })
    .map((values): Condition => ({ changed: 'phase', ...values })),
  fc.constantFrom<Condition>(
    { created: true },
    { changed: 'phase' },
    { assigned: false },
    { resolved: true },
    { commented: { by: ['agent'], public: true } },
    { all: [{ commented: {} }, { not: { field: 'phase', empty: true } }] },
  ),
);

const zones = ['UTC', 'Europe/Berlin', 'America/Santiago', 'Pacific/Apia', 'Asia/Kathmandu'];
/** A day of the years around the day that Apia left out. */
const aDay = fc.integer({ min: 15_300, max: 15_380 });
const aMoment = fc.oneof(
  aDay.map((day) => day * DAY),
  fc.tuple(aDay, fc.integer({ min: 0, max: 86_399 })).map(([day, second]) => day * DAY + second * 1_000),
);

describe('an agreement as people write it', () => {
  law(
    'is read again as the same, whatever its timers and goals are',
    [anyTimeline('desk'), fc.array(anAction, { minLength: 1, maxLength: 2 })],
    (timeline, actions) => {
      for (const entry of timeline) {
        if (entry.kind !== 'published') continue;
        const metrics = entry.agreement.metrics.map(writable).map((metric) => ({
          ...metric,
          thresholds: (metric.thresholds ?? []).map((threshold) => ({ ...threshold, actions })),
        }));
        // Its dates are days in its zone.
        const effectiveFrom = at('2020-01-01T00:00Z');
        const agreement = { ...entry.agreement, effectiveFrom, metrics };
        if (!isDeepStrictEqual(readAgain(agreement), { read: agreement, problems: [] })) return false;
      }
      return true;
    },
  );

  law('is read again as the same, whatever its conditions are', [aState, anEvent], (state, event) => {
    const metric = resolutionMetric([], {
      start: event,
      stop: { created: true },
      pause: [{ name: 'Pause', while: state }],
      goals: [{ name: 'All', when: state, businessDays: 2, calendar: nineToFive.id }],
    });
    const { agreement } = publicationOf({ id: 'desk', metrics: [metric], customer: state, covers: state });
    return isDeepStrictEqual(readAgain(agreement).read, agreement);
  });

  law(
    'is read again as the same, whatever its dates are, on days that clocks change or leave out too',
    [fc.constantFrom(...zones), aDay, fc.tuple(aMoment, aMoment), fc.constantFrom(...runOffRules)],
    (timeZone, day, [wall, otherWall], runOff) => {
      const on = (reading: number): Instant => firstInstantAt(timeZone, reading);
      const { agreement } = publicationOf({
        id: 'desk',
        metrics: [],
        timeZone,
        effectiveFrom: on(day * DAY),
        effectiveTo: on(wall),
        runOff,
        suspensions: [
          { from: on(otherWall), to: on(wall), reason: 'Move' },
          { from: on(wall), reason: 'Strike' },
        ],
      });
      return isDeepStrictEqual(readAgain(agreement), { read: agreement, problems: [] });
    },
  );

  law(
    'is read again as the same, whatever its matrix of priorities says',
    [fc.uniqueArray(fc.tuple(aValue, aValue), { minLength: 1, selector: ([a, b]) => `${a.id} ${b.id}` })],
    (pairs) => {
      const cells = pairs.map(([impact, { id }]) => ({
        impact,
        urgency: { id, name: `Urgency ${id}` },
        priority: ref('High'),
      }));
      const names = Object.fromEntries(cells.map(({ urgency }) => [urgency.id, urgency.name]));
      const priorityMatrix = { impact: 'phase', urgency: 'unlisted', names, cells, sets: true };
      const { agreement } = publicationOf({ id: 'desk', metrics: [], priorityMatrix });
      return isDeepStrictEqual(readAgain(agreement), { read: agreement, problems: [] });
    },
  );

  it('has durations, shares and dates as people say them', () => {
    const metric = resolutionMetric([
      { name: 'All', within: seconds(16_230), calendar: nineToFive.id, atRiskAt: 75 },
    ]);
    const { agreement } = publicationOf({
      id: 'desk',
      metrics: [metric],
      timeZone: 'Europe/Berlin',
      effectiveFrom: at('2025-12-31T23:00Z'),
      effectiveTo: at('2026-12-31T23:00Z'),
      suspensions: [{ from: at('2026-03-01T17:30Z'), reason: 'Move' }],
    });
    expect(writeAgreement(agreement, fieldOf)).toMatchObject({
      effectiveFrom: '2026-01-01',
      effectiveTo: '2026-12-31',
      suspensions: [{ from: '2026-03-01T18:30' }],
      metrics: [
        { stop: { changed: 'status', to: ['Done'] }, goals: [{ within: '4h 30m 30s', atRiskAt: '75%' }] },
      ],
    });
  });
});

describe('a value', () => {
  it.each<[string, Reference, string]>([
    ['by its name', { id: '1', name: 'Open' }, 'Open'],
    ['by the name that it has now', { id: '1', name: 'To do' }, 'Open'],
    ['by its id where another has the same name', { id: '2', name: 'Done' }, '2'],
    ['by the name it had where the field has it no more', { id: '9', name: 'Parked' }, 'Parked'],
    ['by its id where the name it had is now that of another', { id: '9', name: 'Open' }, '9'],
  ])('is written %s', (_how, value, text) => {
    expect(writeValue(value, fields.get('phase'))).toBe(text);
  });
});
