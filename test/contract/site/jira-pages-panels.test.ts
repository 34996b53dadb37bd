import type { ForgeModule } from '../../site/seams';
import { agent } from './jira-fixture';
import { alex, casey, pagesOrigin, post, status, TestPages } from './pages-fixture';

const modules: readonly ForgeModule[] = [
  { key: 'timers', type: 'jira:issueContext', title: 'Timers', page: '/app/timers.html' },
  {
    key: 'more',
    type: 'jira:issuePanel',
    title: 'More timers',
    page: '/app/timers.html',
    icon: '/app/timers.svg',
  },
];

const frame = 'data-module-key="more"';

describe('a panel for the main column', () => {
  let pages: TestPages;
  beforeEach(() => {
    pages = new TestPages(modules);
    pages.site.issue();
  });
  afterEach(() => pages.clock.close());

  const invoke = async (): Promise<number> => {
    const body = { page: '/browse/ITSD-1', moduleKey: 'more', command: 'invoke' };
    return (await pages.ask('/__forge/bridge', { as: alex, ...post(body) })).status;
  };

  it('stands on no issue until somebody adds it there, and then on that one', async () => {
    pages.site.issue();
    const offered = await pages.text('/browse/ITSD-1', alex);
    expect(offered).not.toContain(frame);
    expect(offered).toContain(`<img src="${pagesOrigin}/app/timers.svg"`);
    expect(await invoke()).toBe(403);

    expect(await pages.send('/browse/ITSD-1/panels', alex, { add: 'more' })).toEqual([303, '/browse/ITSD-1']);
    expect(await pages.text('/browse/ITSD-1', alex)).toContain(frame);
    expect(await pages.text('/browse/ITSD-2', alex)).not.toContain(frame);
    expect(await invoke()).toBe(200);
    expect(pages.calls[0]?.place.extension).toMatchObject({
      type: 'jira:issuePanel',
      issue: { key: 'ITSD-1' },
    });
  });

  it('can be hidden again', async () => {
    await pages.send('/browse/ITSD-1/panels', alex, { add: 'more' });
    await pages.send('/browse/ITSD-1/panels', alex, { remove: 'more' });
    expect(await pages.text('/browse/ITSD-1', alex)).not.toContain(frame);
    expect(await invoke()).toBe(403);
  });

  it('is added by nobody who may not edit the issue, and nothing else is added', async () => {
    expect((await pages.send('/browse/ITSD-1/panels', casey, { add: 'more' }))[0]).not.toBe(200);
    await pages.send('/browse/ITSD-1/panels', alex, { add: 'timers' });
    expect([...(pages.site.jira.store.issuePanels.get('10000') ?? [])]).toEqual([]);
    expect(await pages.text('/browse/ITSD-1', alex)).not.toContain(frame);
  });
});

describe('the status beside a panel’s title', () => {
  let pages: TestPages;
  beforeEach(() => {
    pages = new TestPages(modules);
    pages.site.issue();
  });
  afterEach(() => pages.clock.close());

  it('is asked of the app by the page, for those who may see the issue', async () => {
    expect(await pages.text('/browse/ITSD-1', alex)).toContain('data-panel-status="timers"');
    const answer = await pages.ask('/browse/ITSD-1/status/timers', { as: alex });
    expect(await answer.json()).toEqual({ status });
    expect((await pages.ask('/browse/ITSD-1/status/timers', { as: casey })).status).toBe(403);
    expect((await pages.ask('/browse/ITSD-1/status/others', { as: alex })).status).toBe(403);
  });
});

it('Jira tells an app the language that its reader has chosen', async () => {
  const pages = new TestPages(modules);
  pages.site.issue();
  const myself = async () => (await pages.site.ask('GET', 'myself', agent)).body;
  expect(await myself()).toMatchObject({ locale: 'en_US' });
  await pages.ask('/browse/ITSD-1', { headers: { cookie: 'site_locale=zh-CN' } });
  expect(await myself()).toMatchObject({ locale: 'zh_CN' });
  pages.clock.close();
});
