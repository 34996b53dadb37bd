import fc from 'fast-check';
import { carriedBy, circleThrough, descendants } from '../../../../src/domain/catalogue/hierarchy';

const services = [
  { id: 'mail', restsOn: ['exchange', 'network'] },
  { id: 'wiki', restsOn: ['network'] },
  { id: 'exchange', restsOn: ['network'] },
  { id: 'network' },
];

describe('the hierarchy of services', () => {
  it('knows all that a service rests on, and all that rests on it', () => {
    expect([...descendants('mail', services)].sort()).toEqual(['exchange', 'network']);
    expect([...carriedBy('network', services)].sort()).toEqual(['exchange', 'mail', 'wiki']);
    expect(descendants('network', services).size).toBe(0);
  });

  it('goes by what a service is to rest on, and not by what it did', () => {
    const mended = { id: 'network', restsOn: [] };
    const others = [{ id: 'network', restsOn: ['mail'] }, ...services.slice(0, 3)];
    expect(circleThrough(mended, others)).toBeUndefined();
  });

  it('finds a circle exactly where a service is among its own descendants', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const graph = fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), restsOn: fc.subarray(ids) })));
    fc.assert(
      fc.property(graph, (all) => {
        for (const one of all) {
          const circle = circleThrough(one, all);
          expect(circle !== undefined).toBe(descendants(one.id, all).has(one.id));
          if (!circle) continue;
          expect([circle[0], circle.at(-1)]).toEqual([one.id, one.id]);
          circle.slice(1).forEach((id, index) => {
            expect(all.find((each) => each.id === circle[index])?.restsOn).toContain(id);
          });
        }
      }),
    );
  });
});
