import { hours, instant } from '../../../src/domain/time/instant';
import type { Condition } from '../../../src/domain/timer/condition';
import type { Timer } from '../../../src/domain/timer/cycle';
import type { PromiseMade } from '../../../src/domain/timer/goal';
import { serviceHours } from '../../../src/domain/calendar/service-hours';
import { goalSaid, noPromiseSaid, type Terms } from '../../../static/app/src/pages/issue-timers/goal-said';
import { hoursTodayText } from '../../../static/app/src/text/hours-today';
import { nineToFive, priorityIs, roundTheClock } from '../../support/builders';
import { inLondon, inNewYork, inShanghai } from './readers';

const cycle = {
  number: 1,
  version: 'desk@1',
  startedAt: instant(0),
  knownFrom: instant(0),
  stretches: [],
  end: null,
} satisfies Timer['cycles'][number];
const timer: Timer = {
  agreement: { id: 'desk', name: 'Desk' },
  metric: { id: 'resolution', kind: 'resolution' },
  cycles: [cycle],
  unknown: false,
};
const promise: PromiseMade = { goal: 'High', within: hours(8), calendar: 'nine-to-five@1' };

function terms(...goals: (Condition | null)[]): Terms {
  const offered = goals.map((when) => ({ name: 'High', within: hours(8), calendar: nineToFive.id, when }));
  return {
    calendars: { 'nine-to-five@1': nineToFive },
    versions: { 'desk@1': { revision: 1, goals: { resolution: offered } } },
  };
}

describe('why a goal holds', () => {
  it.each([
    ['by its condition', terms(priorityIs('P2')), 'timer.goalBecause'],
    ['for every issue', terms(null), 'timer.goalForAll'],
    ['not known any more', { calendars: {}, versions: {} }, 'timer.goal'],
  ])('%s', (_, known, key) => {
    expect(goalSaid(timer, cycle, promise, known).key).toBe(key);
  });

  it('for every other issue, where goals before it have conditions', () => {
    const known = terms(priorityIs('P1'), null);
    const [first, last] = known.versions['desk@1']?.goals['resolution'] ?? [];
    const renamed = { resolution: [{ ...first!, name: 'Urgent' }, last!] };
    const told = { ...known, versions: { 'desk@1': { revision: 1, goals: renamed } } };
    expect(goalSaid(timer, cycle, promise, told).key).toBe('timer.goalForOthers');
  });

  it('by either condition, where two goals are alike but for that', () => {
    const told = goalSaid(timer, cycle, promise, terms(priorityIs('P1'), priorityIs('P2')));
    expect(told.values['condition']).toEqual({
      condition: {
        field: 'priority',
        in: [
          { id: 'P1', name: 'P1' },
          { id: 'P2', name: 'P2' },
        ],
      },
    });
  });
});

it('says a goal of another kind by its own terms, and knows what it was read from', () => {
  const offered = { name: 'By the date', calendar: nineToFive.id, until: 'duedate', when: priorityIs('P1') };
  const known: Terms = {
    calendars: { 'nine-to-five@1': nineToFive },
    versions: { 'desk@1': { revision: 1, goals: { resolution: [offered] } } },
  };
  const promised: PromiseMade = { goal: 'By the date', until: '2026-11-20', calendar: 'nine-to-five@1' };
  expect(goalSaid(timer, cycle, promised, known)).toEqual({
    key: 'timer.goalBecause',
    values: {
      goal: 'By the date',
      within: { target: promised, zone: 'UTC' },
      condition: { condition: priorityIs('P1') },
    },
  });
});

it('where nothing is promised, what would have to be so for a goal', () => {
  const unassigned: Condition = { field: 'assignee', empty: true };
  expect(noPromiseSaid(timer, cycle, terms(priorityIs('P1'), unassigned))).toEqual([
    {
      key: 'timer.noPromiseWhy',
      values: { condition: { condition: { any: [priorityIs('P1'), unassigned] } } },
    },
  ]);
  expect(noPromiseSaid(timer, cycle, { calendars: {}, versions: {} })).toEqual([]);
});

describe('the service hours of today', () => {
  const wednesday = instant(Date.UTC(2026, 10, 18, 10));
  const sunday = instant(Date.UTC(2026, 10, 22, 10));
  const holiday = serviceHours({
    ...nineToFive,
    exceptions: [
      { date: '2026-01-01', hours: [], name: 'New Year' },
      { date: '2026-11-18', hours: [], name: 'Founders’ Day' },
    ],
  });

  const holidaySets = [{ id: 'de', name: 'Germany', days: [{ yearly: '11-18', name: 'Day of Repentance' }] }];
  const interruptions = [
    { date: '2026-11-18', hours: [['12:00', '13:00']], name: 'Migration' },
    { date: '2026-11-22', hours: [['02:00', '04:00']], name: 'Backup' },
  ] as const;

  it.each([
    [serviceHours({ ...nineToFive, holidaySets }), wednesday, 'closed today: Day of Repentance'],
    [
      serviceHours({ ...nineToFive, interruptions }),
      wednesday,
      'today 09:00–17:00, without 12:00–13:00 (Migration)',
    ],
    [serviceHours({ ...nineToFive, interruptions }), sunday, 'closed today'],
    [
      serviceHours({ ...roundTheClock, interruptions }),
      sunday,
      'today 00:00–24:00, without 02:00–04:00 (Backup)',
    ],
    [serviceHours(nineToFive), wednesday, 'today 09:00–17:00'],
    [serviceHours(nineToFive), sunday, 'closed today'],
    [holiday, wednesday, 'closed today: Founders’ Day'],
    [serviceHours(roundTheClock), sunday, 'open all day today'],
  ])('%#', (hoursOfService, now, said) => {
    expect(hoursTodayText(hoursOfService, now, inLondon)).toBe(said);
  });

  it('are told with their zone to whoever is elsewhere, by the date there', () => {
    const london = serviceHours({ ...nineToFive, timeZone: 'Europe/London' });
    expect(hoursTodayText(london, wednesday, inNewYork)).toBe('today 09:00–17:00, United Kingdom Time');
    const midnightInShanghai = instant(Date.UTC(2026, 10, 20, 17));
    expect(hoursTodayText(london, midnightInShanghai, inShanghai)).toBe('今天 09:00–17:00，英国时间');
  });
});
