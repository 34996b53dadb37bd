import { ANN, PLACE, seen, startSite, type Site } from './forge-fixture';

describe('the dynamic properties of a panel', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  const statusOf = (key: string) =>
    site.forge.dynamicProperties(ANN, {
      ...PLACE,
      extension: { ...PLACE.extension, issue: { id: '1', key } },
    });

  test('are what the app’s function says, called as documented by whoever looks at the issue', async () => {
    expect(await statusOf('A-1')).toEqual({
      status: { type: 'lozenge', value: { label: 'Late', type: 'removed' } },
    });
    expect(await seen(site, 'status')).toEqual([
      {
        by: 'status',
        payload: { cloudId: 'cloud-1', extension: PLACE.extension },
        principal: { accountId: 'ann' },
      },
    ]);
  });

  test('are none where the function says so', async () => {
    expect(await statusOf('NONE-1')).toEqual({});
  });

  test.each(['FAIL-1', 'ODD-1'])(
    'are not known for %s, whose function fails, and the log says why',
    async (key) => {
      const before = site.forge.log.length;
      expect(await statusOf(key)).toBeUndefined();
      expect(site.forge.log.slice(before)).toMatchObject([{ functionKey: 'status', level: 'error' }]);
    },
  );
});
