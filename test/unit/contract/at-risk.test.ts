import * as v from 'valibot';
import { agreementDocSchema } from '../../../src/contract/records';
import { cycleSchema } from '../../../src/contract/views';
import { hours, onWednesday, goal, publication, resolutionMetric } from '../../support/builders';

const agreementWith = (atRiskAt?: number): unknown => {
  const plain = goal('Four hours', hours(4));
  const metric = resolutionMetric([atRiskAt === undefined ? plain : { ...plain, atRiskAt }]);
  return JSON.parse(JSON.stringify(publication([metric]).agreement));
};

const cycleWith = (more: object): unknown => ({
  number: 1,
  version: 'desk@1',
  startedAt: onWednesday('10:00'),
  knownFrom: onWednesday('10:00'),
  stretches: [
    {
      kind: 'counting',
      because: 'issue/1',
      from: onWednesday('10:00'),
      to: null,
      promise: { goal: 'Four hours', within: hours(4), calendar: 'nine-to-five@1', ...more },
    },
  ],
  end: null,
});

describe('the share from which a timer is at risk', () => {
  it('is absent from what was stored before there was one, which stays readable as it is', () => {
    expect(v.parse(agreementDocSchema, agreementWith())).toEqual(agreementWith());
    expect(v.parse(cycleSchema, cycleWith({}))).toEqual(cycleWith({}));
  });

  it('is kept where there is one', () => {
    expect(v.parse(agreementDocSchema, agreementWith(60))).toEqual(agreementWith(60));
    expect(v.parse(cycleSchema, cycleWith({ atRiskAt: 60 }))).toEqual(cycleWith({ atRiskAt: 60 }));
  });

  it.each([0, 100, 12.5])('is never %p', (share) => {
    expect(v.is(agreementDocSchema, agreementWith(share))).toBe(false);
  });
});
