import { createContext, runInContext, Script } from 'node:vm';
import { createForge } from '../../site/forge/forge';
import { bridgeScript } from '../../site/forge/browser-script';
import { hostScript } from '../../site/forge/host-script';
import { ANN, APP, containing, PLACE, START, startSite, type Site } from './forge-fixture';

describe('pages of the app', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  const get = (path: string) => site.forge.pages.app.request(path);

  test('modules are listed with their page and their title in the language of the reader', () => {
    const module = { key: 'panel', type: 'jira:issueContext', page: '/pages/panel.html' };
    expect(site.forge.modules('jira:issueContext', 'zh-CN')).toEqual([{ ...module, title: '面板' }]);
    expect(site.forge.modules('jira:issueContext', 'en-GB')).toEqual([{ ...module, title: 'Panel' }]);
    expect(site.forge.modules('jira:issueContext', 'fr-FR')).toEqual([{ ...module, title: 'Panel' }]);
    expect(site.forge.modules('jira:dashboardGadget', 'en-US')).toContainEqual({
      key: 'ticker',
      type: 'jira:dashboardGadget',
      page: '/pages/slot.html',
      title: 'Ticker',
      description: 'Refreshes itself.',
      editPage: '/pages/edit.html',
      ownRefresh: true,
    });
    expect(site.forge.modules('jira:issueAction', 'en-US')).toEqual([]);
  });

  test('the bridge comes first in head and knows its frame', async () => {
    const response = await get('/pages/panel.html?frame=f1&x="><b>');
    const html = await response.text();
    expect(html).toContain('<head><script src="/__bridge.js?frame=f1&amp;x=%22%3E%3Cb%3E"></script>');
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  test('the page comes with the policy that Forge has in production', async () => {
    const policy = (await get('/pages/panel.html')).headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one]));
    expect(directives.get('style-src')).toContain("'unsafe-inline'");
    expect(directives.get('script-src')).toMatch(/^script-src 'self' .*'sha256-/);
    expect(directives.get('script-src')).not.toContain('unsafe');
    expect(directives.get('frame-ancestors')).toContain('http://localhost:4001');
    expect(directives.get('connect-src')).not.toContain('localhost:*');
    expect(directives.get('sandbox')).toContain('allow-same-origin allow-scripts');
    expect(directives.get('report-uri')).toBe('report-uri /__csp');
  });

  test('reported violations are kept', async () => {
    await site.forge.pages.app.request('/__csp', { method: 'POST', body: '{"csp-report":{}}' });
    expect(site.forge.pages.violations).toEqual(['{"csp-report":{}}']);
  });

  test('assets are served, and nothing outside of the resource or beside its entries', async () => {
    const asset = await get('/pages/assets/panel.js');
    expect([asset.status, await asset.text()]).toEqual([200, "console.log('panel');\n"]);
    for (const path of [
      '/pages/not-an-entry.html',
      '/pages/..%2findex.cjs',
      '/pages/assets',
      '/other/panel.html',
      '/pages/%E0%A4%A',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  test('the scripts for browsers parse, and the bridge has the present reading of the clock', async () => {
    const response = await get('/__bridge.js?frame=f1');
    const script = await response.text();
    expect(script).toContain(`"base":${START}`);
    expect(script).toContain('"hostOrigin":"http://localhost:4001"');
    for (const one of [
      script,
      hostScript(),
      bridgeScript({ clock: site.clock.reading(), hostOrigin: 'x' }),
    ]) {
      expect(() => new Script(one)).not.toThrow();
      expect(one).not.toMatch(/^(import|export) /m);
    }
  });

  test('Date in a page reads the clock of the site', async () => {
    const script = await (await get('/__bridge.js')).text();
    const siteDate = script.slice(script.indexOf('function installSiteDate'), script.indexOf('/** @typedef'));
    const page = createContext();
    const value = (expression: string): unknown => runInContext(expression, page);
    value(`const before = new Date(1); ${siteDate} installSiteDate(() => ${START});`);
    expect(value('Date.now()')).toBe(START);
    expect(value('new Date().getTime()')).toBe(START);
    expect(value('Date() === new Date().toString()')).toBe(true);
    expect(value('new Date(5).getTime()')).toBe(5);
    expect(value('new Date(2026, 0, 2).getDate()')).toBe(2);
    expect(value('Date.UTC(2026, 0)')).toBe(Date.UTC(2026, 0));
    expect(value("Date.parse('2026-01-01')")).toBe(Date.parse('2026-01-01'));
    expect(value('before instanceof Date && new Date() instanceof Date')).toBe(true);
    expect(value('new before.constructor().getTime()')).toBe(START);
    value('class Sub extends Date {}');
    expect(value('new Sub() instanceof Sub && new Sub().getTime()')).toBe(START);
    expect(value('[Date.name, Date.length].join()')).toBe('Date,7');
  });
});

describe('the bridge on the server', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  test('getContext tells who looks at what, and where', async () => {
    expect(await site.forge.bridge('getContext', undefined, { ...ANN, theme: 'dark' }, PLACE)).toEqual({
      accountId: 'ann',
      cloudId: 'cloud-1',
      environmentId: '00000000-0000-4000-8000-0000000000e1',
      environmentType: 'PRODUCTION',
      extension: PLACE.extension,
      localId: containing('/static/panel'),
      locale: 'en-US',
      moduleKey: 'panel',
      permissions: { scopes: ['storage:app', 'read:jira-work'], external: {} },
      siteUrl: 'http://localhost:4001',
      theme: { colorMode: 'dark' },
      timezone: 'Europe/London',
    });
  });

  test('fetchProduct asks Jira as the visitor, within the scopes of the app', async () => {
    const fetchProduct = (restPath: string, more: object = {}) =>
      site.forge.bridge(
        'fetchProduct',
        {
          product: 'jira',
          restPath,
          fetchRequestInit: { method: 'GET', body: null, headers: [['accept', 'x/y']] },
          ...more,
        },
        ANN,
        PLACE,
      );
    expect(await fetchProduct('/rest/api/3/issue/A-1?fields=updated')).toEqual({
      body: '{"caller":{"kind":"user","accountId":"ann"}}',
      headers: { 'content-type': 'application/json', 'x-answer': 'jira' },
      status: 200,
      statusText: '',
    });
    expect(site.jira.calls.at(-1)).toMatchObject({
      method: 'GET',
      url: '/rest/api/3/issue/A-1?fields=updated',
    });
    expect(site.jira.calls.at(-1)?.headers.get('accept')).toBe('x/y');
    expect(await fetchProduct('/rest/api/3/write')).toMatchObject({ status: 401 });
    await expect(fetchProduct('/x', { product: 'confluence' })).rejects.toThrow('fetchProduct of confluence');
  });

  test('a module that the manifest does not have is refused', async () => {
    await expect(site.forge.bridge('getContext', {}, ANN, { ...PLACE, moduleKey: 'other' })).rejects.toThrow(
      'other',
    );
  });

  test('a bundle that cannot be loaded says why', async () => {
    const forge = await createForge({
      root: APP,
      bundleDir: '/nowhere',
      jira: site.jira,
      clock: site.clock,
      identity: { cloudId: 'c', siteUrl: 'http://localhost:4001' },
      scopesOf: () => undefined,
    });
    await forge.install();
    await expect(forge.bridge('invoke', { functionKey: 'echo' }, ANN, PLACE)).rejects.toThrow(
      'The bundle cannot be loaded',
    );
    await forge.close();
  });
});
