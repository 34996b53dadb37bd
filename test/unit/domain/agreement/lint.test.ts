import { readDefinitions } from '../../../../src/domain/agreement/definitions';
import type { Definitions } from '../../../../src/domain/agreement/draft';
import { lint, type Finding } from '../../../../src/domain/agreement/lint';
import { at } from '../../../support/builders';
import { draft, projectGroups, projectValues } from '../../../support/definitions';

type Draft = ReturnType<typeof draft>;
type Condition = NonNullable<Draft['agreements'][number]['covers']>;

const today = at('2026-11-18T10:00Z');

function definitions(spoil: (draft: Draft) => void): Definitions {
  const spoilt = draft();
  spoil(spoilt);
  const reading = readDefinitions(spoilt, (field) => projectValues.get(field), projectGroups);
  if (!reading.definitions) throw new Error(JSON.stringify(reading.problems));
  return reading.definitions;
}

const findings = (spoil: (draft: Draft) => void): readonly Finding[] => lint(definitions(spoil), today);
const told = (spoil: (draft: Draft) => void): string[] =>
  findings(spoil).map(({ severity, code, path }) => `${severity} ${code} ${path}`);

const agreement = ({ agreements }: Draft) => agreements[0]!;
const metric = (file: Draft) => agreement(file).metrics[0]!;
const calendar = ({ calendars }: Draft) => calendars[0]!;
const inMetric = 'agreements[0].metrics[0]';

const statusIn = (...names: string[]): Condition => ({ field: 'status', in: names });
const priorityIn = (...names: string[]): Condition => ({ field: 'priority', in: names });
const becomes = (...names: string[]): Condition => ({ changed: 'status', to: names });
const soon = { id: 'soon', before: '1h' } as const;
const never: Condition = { all: [becomes('Done'), statusIn('Open')] };

const forAll = (terms: object) => (file: Draft) =>
  (metric(file).goals = [{ name: 'All', calendar: 'office', ...terms } as never]);
const pausedWhile = (state: Condition) => (file: Draft) =>
  (metric(file).pause = [{ name: 'W', while: state }]);
const exceptions = (dates: object[]) => (file: Draft) =>
  (calendar(file).exceptions = dates.map((date) => ({ ...date, hours: [] }) as never));
const withTwo =
  (spoil: (first: Draft['agreements'][number], second: Draft['agreements'][number]) => void) =>
  ({ agreements }: Draft) => {
    const second = { ...agreements[0]!, id: 'second' };
    agreements.push(second);
    spoil(agreements[0]!, second);
  };

it('definitions that mean what they say have no findings', () => {
  expect(told(() => undefined)).toEqual([]);
});

describe('a warning is given of', () => {
  it.each<[string, string, (draft: Draft) => void]>([
    ['a stop that cannot happen', `metric.never ${inMetric}.stop`, (d) => (metric(d).stop = never)],
    ['a start that cannot happen', `metric.never ${inMetric}.start`, (d) => (metric(d).start = never)],
    [
      'a start that is always a stop as well',
      `metric.overruled ${inMetric}.start`,
      (d) => {
        metric(d).start = becomes('Done');
        metric(d).stop = becomes('Done', 'Waiting');
      },
    ],
    [
      'a stop that is always a cancellation as well',
      `metric.overruled ${inMetric}.stop`,
      (d) => (metric(d).cancel = { changed: 'status' }),
    ],
    [
      'a reset that is always an update as well',
      `metric.overruled ${inMetric}.reset`,
      (d) => {
        metric(d).repeat = { commented: {} };
        metric(d).reset = { commented: { by: ['agent'] } };
      },
    ],
    [
      'a timer that begins and stops by the same field',
      `metric.same-field ${inMetric}.stopAt`,
      (d) => Object.assign(metric(d), { startAt: 'duedate', stopAt: 'duedate' }),
    ],
    [
      'a pause that holds whenever the timer starts',
      `pause.from-start ${inMetric}.pause[0]`,
      (d) => {
        metric(d).start = becomes('Waiting');
      },
    ],
    [
      'a pause that contradicts itself',
      `pause.never ${inMetric}.pause[0]`,
      pausedWhile({ all: [statusIn('Open'), statusIn('Waiting')] }),
    ],
    [
      'a pause in a status that ends the timer',
      `pause.never ${inMetric}.pause[0]`,
      (d) => {
        metric(d).start = becomes('Open');
        pausedWhile(statusIn('Done'))(d);
      },
    ],
    [
      'a goal that contradicts itself',
      `goal.never-matches ${inMetric}.goals[0].when`,
      (d) => (metric(d).goals[0]!.when = { all: [priorityIn('P1'), priorityIn('P2')] }),
    ],
    [
      'a goal for issues that the agreement is not about',
      `goal.outside-scope ${inMetric}.goals[0].when`,
      (d) => (agreement(d).covers = priorityIn('P2')),
    ],
    [
      'a goal behind one for every issue',
      `goal.never-reached ${inMetric}.goals[1]`,
      (d) => metric(d).goals.reverse(),
    ],
    [
      'a goal behind several that leave nothing to it',
      `goal.never-reached ${inMetric}.goals[2]`,
      (d) => {
        const [first, last] = metric(d).goals;
        const second = { ...first!, when: { not: priorityIn('P1') } };
        metric(d).goals = [first!, second, last!];
      },
    ],
    ['a goal of months', `goal.takes-long ${inMetric}.goals[0].within`, forAll({ within: '864h' })],
    [
      'a wall time when nobody works',
      `goal.outside-hours ${inMetric}.goals[0].by`,
      forAll({ by: '20:00', onBusinessDay: 1 }),
    ],
    [
      'a wall time at opening, by which no work can be done',
      `goal.outside-hours ${inMetric}.goals[0].by`,
      forAll({ by: '09:00', onBusinessDay: 1 }),
    ],
    [
      'a wall time on the day of the start',
      `goal.same-day ${inMetric}.goals[0].onBusinessDay`,
      forAll({ by: '17:00', onBusinessDay: 0 }),
    ],
    [
      'a threshold that a timer begins with',
      `threshold.at-start ${inMetric}.thresholds[0]`,
      (d) => (metric(d).thresholds = [{ id: 'soon', before: '4h' }]),
    ],
    [
      'two thresholds at one point',
      `threshold.twice ${inMetric}.thresholds[1]`,
      (d) =>
        (metric(d).thresholds = [
          { id: 'one', after: '60m' },
          { id: 'two', after: '1h' },
        ]),
    ],
    [
      'an action that is done twice',
      `action.twice ${inMetric}.thresholds[0].actions[1]`,
      (d) => (metric(d).thresholds = [{ ...soon, actions: [{ label: 'soon' }, { label: 'soon' }] }]),
    ],
    [
      'an action that changes what the timer goes by',
      `action.moves-timer ${inMetric}.thresholds[0].actions[1]`,
      (d) => (metric(d).thresholds = [{ ...soon, actions: [{ watcher: 'kim' }, { priority: 'P1' }] }]),
    ],
    [
      'an agreement about nothing',
      'agreement.about-nothing agreements[0]',
      (d) => Object.assign(agreement(d), { customer: priorityIn('P1'), service: priorityIn('P2') }),
    ],
    [
      'agreements of which both may apply',
      'agreement.may-tie agreements[0]',
      withTwo((first) => (first.covers = priorityIn('P1'))),
    ],
    [
      'a calendar that no goal uses',
      'calendar.unused calendars[1]',
      (d) => d.calendars.push({ ...calendar(d), id: 'spare' }),
    ],
    ['holidays that run out', 'calendar.holidays-end calendars[0]', exceptions([{ date: '2026-12-25' }])],
    [
      'hours that run into those of the next day',
      'calendar.overlap-next-day calendars[0].weekly.mon',
      (d) => (calendar(d).weekly = { mon: [['20:00', '06:00']], tue: [['05:00', '12:00']] }),
    ],
  ])('%s', (_what, finding, spoil) => {
    expect(told(spoil)).toContain(`warning ${finding}`);
  });
});

describe('no warning is given of', () => {
  it.each<[string, (draft: Draft) => void]>([
    ['a pause that some starts fall into', pausedWhile(statusIn('Waiting', 'Open'))],
    ['a pause in a status that an issue may be created in', pausedWhile(statusIn('Done'))],
    [
      'a goal behind one that reads a field, which may say nothing',
      (d) => metric(d).goals.unshift({ name: 'Agreed', calendar: 'office', until: 'duedate' }),
    ],
    ['a wall time at closing', forAll({ by: '17:00', onBusinessDay: 1 })],
    [
      'a wall time after midnight within a shift',
      (d) => {
        calendar(d).weekly = { mon: [['22:00', '06:00']] };
        forAll({ by: '02:00', onBusinessDay: 1 })(d);
      },
    ],
    [
      'agreements about different issues',
      withTwo((first, second) => {
        first.covers = { field: 'issuetype', in: ['Incident'] };
        second.covers = { field: 'issuetype', in: ['Task'] };
      }),
    ],
    [
      'holidays of the coming months',
      exceptions([{ date: '2026-12-25' }, { from: '2027-02-01', to: '2027-02-07' }]),
    ],
    ['holidays of every year', exceptions([{ date: '2020-01-02' }, { yearly: '12-25' }])],
  ])('%s', (_what, spoil) => {
    expect(told(spoil)).toEqual([]);
  });
});

it('a tie between agreements that came one by one is an error', () => {
  const { agreements, ...rest } = definitions(() => undefined);
  const found = lint(
    { ...rest, agreements: agreements.flatMap((one) => [one, { ...one, id: 'second' }]) },
    today,
  );
  expect(found).toMatchObject([{ severity: 'error', code: 'agreement.tie', path: 'agreements[0]' }]);
});

it('what stands in the way of a goal is named', () => {
  expect(findings((d) => metric(d).goals.reverse())[0]?.details).toEqual({ name: 'P1', earlier: 'Others' });
});
