import * as v from 'valibot';
import { detailsSchema } from '../../../src/contract/agreement-details';

const reviews = {
  rhythms: ['month', 'year'],
  withinDays: 15,
  responsible: '712020:sam-rivera',
  reports: 'quarter',
  recipients: ['712020:alex-morgan'],
  otherRecipients: 'Ada Lovelace',
};

describe('the reviews and reports that an agreement asks for', () => {
  it('are carried as they are', () => {
    expect(v.parse(detailsSchema, { reviews })).toEqual({ reviews });
    expect(v.parse(detailsSchema, { reviews: {} })).toEqual({ reviews: {} });
  });

  it.each([
    ['a rhythm that no review has', { rhythms: ['week'] }],
    ['no days at all', { withinDays: 0 }],
    ['part of a day', { withinDays: 1.5 }],
    ['more days than a quarter has', { withinDays: 91 }],
    ['yearly reports', { reports: 'year' }],
    ['somebody by name where an account is meant', { responsible: 'Sam Rivera' }],
  ])('are refused with %s', (_, part) => {
    expect(v.is(detailsSchema, { reviews: { ...reviews, ...part } })).toBe(false);
  });
});
