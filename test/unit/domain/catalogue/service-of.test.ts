import { serviceFinder } from '../../../../src/domain/catalogue/service-of';
import type { Condition } from '../../../../src/domain/timer/condition';

const is = (field: string, ...ids: string[]): Condition => ({
  field,
  in: ids.map((id) => ({ id, name: id })),
});
const find = serviceFinder([
  { id: 'workplace', mapping: is('issuetype', 'incident', 'request') },
  { id: 'mail', mapping: { all: [is('issuetype', 'incident'), is('components', 'exchange')] } },
  {
    id: 'a-wiki',
    mapping: { any: [is('labels', 'wiki'), { all: [is('labels', 'wiki'), is('components', 'web')] }] },
  },
  { id: 'unfiled', mapping: { all: [{ field: 'components', empty: true }, { not: is('labels', 'wiki') }] } },
  { id: 'unmapped' },
]);

describe('an issue', () => {
  it('belongs to the services whose mapping its fields fulfil, the most specific first', () => {
    expect(find({ issuetype: ['incident'], components: ['exchange', 'other'] })).toEqual([
      'mail',
      'workplace',
    ]);
  });

  it('belongs to those that ask for as much by the order of their ids', () => {
    expect(find({ issuetype: ['request'], labels: ['wiki'] })).toEqual(['a-wiki', 'workplace']);
  });

  it('counts what an alternative asks for only where that one holds', () => {
    expect(find({ issuetype: ['request'], labels: ['wiki'], components: ['web'] })).toEqual([
      'a-wiki',
      'workplace',
    ]);
    expect(find({ issuetype: ['incident'], labels: ['wiki'], components: ['exchange'] })).toEqual([
      'mail',
      'a-wiki',
      'workplace',
    ]);
  });

  it('with an empty field belongs where emptiness is asked for', () => {
    expect(find({ issuetype: ['change'] })).toEqual(['unfiled']);
  });

  it('belongs to none where none asks for it, nor to a service that has no mapping', () => {
    expect(find({ issuetype: ['change'], components: ['web'] })).toEqual([]);
  });

  it('is judged by itself, whatever was judged before it', () => {
    find({ issuetype: ['incident'], components: ['exchange'] });
    expect(find({ issuetype: ['incident'], components: ['web'] })).toEqual(['workplace']);
  });
});
