import { ANN, PLACE, startSite, type Site } from './forge-fixture';

describe('the licence of the app', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  const told = async (): Promise<unknown[]> => {
    const echo = (await site.invoke('echo')) as { context: { license?: unknown } };
    const page = (await site.forge.bridge('getContext', undefined, ANN, PLACE)) as { license?: unknown };
    return [echo.context.license, page.license];
  };

  test('is nothing that a free app hears of', async () => {
    expect(await told()).toEqual([undefined, undefined]);
  });

  test.each([
    ['active', { active: true, isEvaluation: false, subscriptionEndDate: '2026-03-03T09:00:00.000Z' }],
    ['inactive', { active: false, isEvaluation: false, subscriptionEndDate: '2026-03-01T09:00:00.000Z' }],
    ['trial', { active: true, isEvaluation: true, trialEndDate: '2026-03-03T09:00:00.000Z' }],
    ['trial-expired', { active: false, isEvaluation: true, trialEndDate: '2026-03-01T09:00:00.000Z' }],
  ] as const)('that is %s reaches resolvers and pages', async (state, details) => {
    site.forge.licence = state;
    const [resolver, page] = await told();
    expect(resolver).toMatchObject(details);
    expect(page).toEqual(resolver);
  });
});
