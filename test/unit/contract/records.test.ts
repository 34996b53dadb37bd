import * as v from 'valibot';
import { agreementDocSchema, calendarDocSchema } from '../../../src/contract/records';
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

it('a name that files may no longer have stays readable', () => {
  const doc = { ...nineToFive, name: 'Nine\tto five' };
  expect(v.parse(calendarDocSchema, stored(doc))).toStrictEqual(stored(doc));
});
