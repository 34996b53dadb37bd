import type { ServiceText } from '../../../../src/domain/catalogue/service';
import type { Condition } from '../../../../src/domain/timer/condition';
import {
  formOf,
  formProblems,
  groupsWith,
  newForm,
  textOf,
} from '../../../../static/app/src/pages/catalogue/service-form-model';

const is = (field: string): Condition => ({ field, in: [{ id: '1', name: 'One' }] });
const full: ServiceText = {
  id: 'mail',
  name: 'Mail',
  summary: 'Letters',
  kind: 'business',
  category: 'basic',
  state: 'draft',
  delivery: ['remote', 'online'],
  frequency: 'daily',
  price: { amount: '12.50', unit: 'EUR a seat' },
  hours: 'office',
  hoursTier: 'low',
  strengthTier: 'SLS',
  goals: 'Fast',
  acceptance: 'It works',
  owner: 'sam',
  customers: ['Sales', 'Works'],
  criticality: 'important',
  process: 'Orders',
  restsOn: ['exchange'],
  mapping: { any: [{ all: [is('labels'), is('priority')] }, is('components')] },
  assets: ['SRV-1'],
};

describe('the form of a service', () => {
  it('gives back every field as it was', () => {
    expect(textOf(formOf(full), [])).toEqual(full);
  });

  it.each<[what: string, mapping: Condition]>([
    ['one row', is('labels')],
    ['one group', { all: [is('labels'), is('priority')] }],
    ['what no groups come to', { not: is('labels') }],
  ])('gives back a mapping of %s as it was', (_what, mapping) => {
    expect(textOf(formOf({ ...full, mapping }), []).mapping).toEqual(mapping);
  });

  it('says nothing of what was left blank', () => {
    const form = { ...newForm(), name: ' Mail ', summary: ' ', customers: ' \n' };
    expect(textOf(form, [])).toEqual({ id: 'mail', name: 'Mail', kind: 'business', state: 'draft' });
    expect(textOf(form, ['mail']).id).toBe('mail-2');
  });

  it('tells of a row without a field or a value, and in which part of the form it is', () => {
    const form = { ...newForm(), name: 'Mail', groups: [[{ field: 'labels', values: [] }]] };
    const problems = formProblems(form, [], [], undefined);
    expect(problems).toMatchObject([{ code: 'condition.empty', path: 'doc.mapping[0][0]' }]);
    expect(groupsWith(problems)).toEqual(['mapping']);
  });

  it('tells of names that are missing or too long, at their fields', () => {
    const form = { ...newForm(), customers: 'x'.repeat(121), amount: 'ten' };
    expect(formProblems(form, [], [], undefined).map(({ path }) => path)).toEqual([
      'doc.name',
      'doc.customers',
      'doc.price.amount',
      'doc.price.unit',
    ]);
  });
});
