import * as v from 'valibot';
import { agreementDocSchema, calendarDocSchema, holidaySetDocSchema } from '../../../src/contract/records';
import { cycleSchema } from '../../../src/contract/views';
import { hours } from '../../../src/domain/time/instant';
import { goal, nineToFive, onWednesday, publication, resolutionMetric } from '../../support/builders';

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what was stored before goals could name when they are at risk is read as it was', () => {
  it('an agreement', () => {
    const doc = stored(publication([resolutionMetric([goal('Four hours', hours(4))])]).agreement);
    expect(v.parse(agreementDocSchema, doc)).toStrictEqual(doc);
  });

  it('a cycle', () => {
    const promise = { goal: 'Four hours', within: hours(4), calendar: 'nine-to-five@1' };
    const from = onWednesday('10:00');
    const stretches = [{ kind: 'counting', from, to: null, promise }];
    const cycle = stored({ number: 1, version: 'desk@1', startedAt: from, stretches, end: null });
    expect(v.parse(cycleSchema, cycle)).toStrictEqual(cycle);
  });
});

it('an exception’s name that is longer than files may have stays readable', () => {
  const exceptions = [{ date: '2026-12-25', hours: [], name: 'x'.repeat(121) }];
  const doc = stored({ ...nineToFive, exceptions });
  expect(v.parse(calendarDocSchema, doc)).toStrictEqual(doc);
});

it('a calendar’s ranges, holiday sets and interruptions are read as they were', () => {
  const doc = stored({
    ...nineToFive,
    exceptions: [
      { from: '2026-12-24', to: '2026-12-31', hours: [] },
      { yearly: '02-29', hours: [['09:00', '12:00']], name: 'Leap day' },
    ],
    holidaySets: ['uk'],
    interruptions: [{ date: '2026-12-02', hours: [['12:00', '13:00']], name: 'Migration' }],
  });
  expect(v.parse(calendarDocSchema, doc)).toStrictEqual(doc);
  const set = stored({ id: 'uk', name: 'UK', days: [{ yearly: '12-25', name: 'Christmas Day' }] });
  expect(v.parse(holidaySetDocSchema, set)).toStrictEqual(set);
});

it('a name that files may no longer have stays readable', () => {
  const doc = { ...nineToFive, name: 'Nine\tto five' };
  expect(v.parse(calendarDocSchema, stored(doc))).toStrictEqual(stored(doc));
});
