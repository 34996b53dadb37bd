import type { ListedService } from '../../../../src/contract/catalogue';
import { instant } from '../../../../src/domain/time/instant';
import { treeRows } from '../../../../static/app/src/pages/catalogue/tree';

const service = (
  id: string,
  kind: ListedService['kind'],
  restsOn: string[] = [],
  more: Partial<ListedService> = {},
): ListedService => ({
  id,
  name: id,
  kind,
  state: 'published',
  restsOn,
  isMapped: false,
  revision: 1,
  changedAt: instant(0),
  ...more,
});

const services = [
  service('network', 'network'),
  service('exchange', 'application', ['network']),
  service('mail', 'business', ['exchange', 'network'], { summary: 'Letters' }),
  service('wiki', 'business', ['network']),
  service('spare', 'infrastructure'),
];
const all = { query: '', shows: () => true };
const shown = (rows: ReturnType<typeof treeRows>): string[] => rows.map(({ path }) => path.join('/'));

describe('the tree of services', () => {
  it('has business services at the top, then whatever nothing rests on', () => {
    expect(shown(treeRows(services, all, new Set()))).toEqual(['mail', 'wiki', 'spare']);
  });

  it('opens to what a service rests on, a shared one under each', () => {
    const open = new Set(['mail', 'mail/exchange', 'wiki']);
    expect(shown(treeRows(services, all, open))).toEqual([
      'mail',
      'mail/exchange',
      'mail/exchange/network',
      'mail/network',
      'wiki',
      'wiki/network',
      'spare',
    ]);
  });

  it('shows all that a search finds, by name or summary, with what leads to it', () => {
    expect(shown(treeRows(services, { ...all, query: 'exch' }, new Set()))).toEqual([
      'mail',
      'mail/exchange',
    ]);
    expect(shown(treeRows(services, { ...all, query: 'letters' }, new Set()))).toEqual(['mail']);
  });

  it('shows what is left at the top when what rests on it is filtered out', () => {
    const shows = ({ kind }: ListedService): boolean => kind === 'network';
    expect(shown(treeRows(services, { query: '', shows }, new Set()))).toEqual(['network']);
  });

  it('of two that rest on each other stays finite', () => {
    const circle = [service('a', 'business', ['b']), service('b', 'business', ['a'])];
    expect(shown(treeRows(circle, all, new Set(['a', 'a/b', 'b', 'b/a'])))).toEqual(['a', 'a/b', 'b', 'b/a']);
  });
});
