import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { ManagedClock } from '../../site/clock';
import type { ForgeModule } from '../../site/seams';
import { app, type TestJira } from './jira-fixture';
import { casey, jordan, origin, pagesOrigin, post, sam, TestPages, type BridgeCall } from './pages-fixture';

const modules: readonly ForgeModule[] = [
  { key: 'timers', type: 'jira:issueContext', title: 'Timers', page: '/app/timers.html' },
  { key: 'setup', type: 'jira:projectSettingsPage', title: 'Set-up', page: '/app/setup.html' },
];

let pages: TestPages;
let site: TestJira;
let clock: ManagedClock;
let calls: readonly BridgeCall[];
let ask: TestPages['ask'];

beforeEach(() => {
  pages = new TestPages(modules);
  ({ site, clock, calls } = pages);
  ask = (path, init) => pages.ask(path, init);
});
afterEach(() => clock.close());

describe('pages', () => {
  it('make somebody without a cookie the first visitor', async () => {
    const answer = await ask('/projects/ITSD');
    expect(answer.headers.get('set-cookie')).toContain('site_visitor=712020%3Aalex-morgan');
    expect(await answer.text()).toMatch(/^<!doctype html><html lang="en" data-color-mode="light">/);
  });

  it('show an issue with a frame of the app from its own origin', async () => {
    site.issue('</script><b>bold</b>');
    const html = await (await ask('/browse/ITSD-1')).text();
    expect(html).toMatch(
      /<iframe class="app" title="Timers" src="http:\/\/127\.0\.0\.1:4001\/app\/timers\.html\?frame=[\w-]{36}" data-forge-frame="[\w-]{36}" data-module-key="timers"/,
    );
    expect(html).not.toContain('<b>bold');
  });

  it('find, filter, sort and page issues', async () => {
    for (let at = 1; at <= 60; at += 1) site.issue(at % 2 === 0 ? 'Even' : 'Odd');
    const text = async (query: string): Promise<string> => (await ask(`/projects/ITSD?${query}`)).text();
    expect(await text('text=odd')).toContain('30 issues');
    expect(await text('status=5')).toContain('No issue matches');
    const keys = async (query: string): Promise<string[]> =>
      [...(await text(query)).matchAll(/href="\/browse\/(ITSD-\d+)"/g)].map(([, key = '']) => key);
    expect((await keys('sort=key&dir=asc')).slice(0, 2)).toEqual(['ITSD-1', 'ITSD-2']);
    expect(await keys('sort=key&dir=asc&page=2')).toHaveLength(10);
    expect(await keys('sort=key&dir=asc&page=99')).toHaveLength(10);
  });

  it('find issues by JQL, and show and sort fields of the app', async () => {
    const issues = ['First', 'Second', 'Third'].map((summary) => site.issue(summary));
    const ari = 'ari:cloud:ecosystem::extension/app-1/env-1/static/due';
    site.jira.provide({
      fields: [{ ari, name: 'SLA due', type: 'datetime', isReadOnly: true }],
      properties: [{ propertyKey: 'timers', path: 'state', type: 'string', alias: 'slaState' }],
      permissions: [],
    });
    for (const [at, hours] of [3, 1].entries()) {
      const value = new Date(site.now + hours * 3_600_000).toISOString();
      const updates = [{ issueIds: [Number(issues[at]?.id)], value }];
      await site.ask('PUT', 'app/field/customfield_10500/value', app, { updates });
      await site.ask('PUT', `issue/ITSD-${at + 1}/properties/timers`, app, { state: 'breached' });
    }
    const text = async (query: string): Promise<string> => (await ask(`/projects/ITSD?${query}`)).text();
    const keys = (html: string): string[] =>
      [...html.matchAll(/href="\/browse\/(ITSD-\d+)"/g)].map(([, key = '']) => key);
    const jql = (query: string): string => `jql=${encodeURIComponent(query)}`;
    expect(await text(jql('slaState = breached'))).toContain('No issue matches');
    site.now += 3_000;
    expect(keys(await text(jql('slaState = breached order by "SLA due"')))).toEqual(['ITSD-1', 'ITSD-2']);
    expect(keys(await text(jql('slaState = breached order by "SLA due" asc')))).toEqual(['ITSD-2', 'ITSD-1']);
    const columns = await text('column=customfield_10500&sort=customfield_10500&dir=asc');
    expect(keys(columns)).toEqual(['ITSD-2', 'ITSD-1', 'ITSD-3']);
    expect(columns).toContain('<td class="custom">18 Nov 2026, 11:30</td>');
    expect(columns).toMatch(/aria-sort="ascending"><a href="[^"]*column=customfield_10500[^"]*">SLA due/);
    expect(await text(jql('slaStat = breached'))).toMatch(/role="alert">\s*Field .*slaStat.* does not exist/);
    expect(await text(jql('watcher = x'))).toContain('role="alert"');
    expect(await (await ask('/browse/ITSD-1')).text()).toMatch(/<dt>SLA due<\/dt><dd>18 Nov 2026, 13:30/);
  });

  it('hide issues of a security level, in the list too', async () => {
    site.hide(site.issue('Secret'));
    expect((await ask('/browse/ITSD-1')).status).toBe(404);
    expect(await (await ask('/projects/ITSD')).text()).not.toContain('Secret');
    expect((await ask('/browse/ITSD-1', { as: sam })).status).toBe(200);
  });

  it('keep settings to project administrators, and everything from customers', async () => {
    expect((await ask('/projects/ITSD/settings/setup', { as: sam })).status).toBe(200);
    expect((await ask('/projects/ITSD/settings/setup')).status).toBe(403);
    expect((await ask('/projects/ITSD/settings/timers', { as: sam })).status).toBe(404);
    for (const path of ['/', '/projects/ITSD', '/projects/ITSD/settings/setup', '/nowhere']) {
      const answer = await ask(path, { as: casey });
      expect([path, answer.headers.get('location')]).toEqual([path, '/servicedesk/customer/portals']);
    }
  });

  it('let Jira administrators grant a permission to a role and take it away, and project administrators look', async () => {
    const path = '/plugins/servlet/project-config/ITSD/permissions';
    const grant = { action: 'grant', permission: 'DELETE_ISSUES', role: 'Service Desk Team' };
    const remove = 'aria-label="Remove Service Desk Team from Delete Issues"';
    expect((await ask(path)).status).toBe(403);
    expect(await pages.text(path, sam)).not.toContain('<button class="link"');
    expect(await pages.send(path, sam, grant)).toEqual([403, null]);
    expect(await pages.text(path, jordan)).not.toContain(remove);
    expect(await pages.send(path, jordan, grant)).toEqual([303, path]);
    expect(await pages.text(path, jordan)).toContain(remove);
    const id = String(site.jira.store.grants.get('DELETE_ISSUES')?.get('Service Desk Team'));
    expect(await pages.send(path, jordan, { action: 'remove', grant: id })).toEqual([303, path]);
    expect(await pages.text(path, jordan)).not.toContain(remove);
    for (const odd of [{ ...grant, permission: 'FLY' }, { action: 'remove', grant: id }, { action: 'fly' }]) {
      expect(await pages.send(path, jordan, odd)).toEqual([400, null]);
    }
  });

  it('let the header change visitor, language and theme, and lead nowhere else', async () => {
    const form = (back: string): RequestInit => ({
      method: 'POST',
      body: new URLSearchParams({ accountId: sam, locale: 'zh-CN', theme: 'dark', back }),
    });
    const answer = await ask('/__site/visitor', form('/browse/ITSD-1?a=b'));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/browse/ITSD-1?a=b']);
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual([
      'site_visitor=712020%3Asam-rivera',
      'site_locale=zh-CN',
      'site_theme=dark',
    ]);
    for (const back of ['//evil.test', '/\\evil.test', 'https://evil.test']) {
      expect((await ask('/__site/visitor', form(back))).headers.get('location')).toBe('/');
    }
  });
});

describe('the bridge', () => {
  const command = {
    page: '/browse/ITSD-1?x=1',
    moduleKey: 'timers',
    command: 'invoke',
    payload: { functionKey: 'view' },
  };

  it('works out the place from the page, whatever the browser says', async () => {
    site.issue();
    const forged = { ...command, extension: { issue: { id: '999' } } };
    const answer = await ask('/__forge/bridge', { ...post(forged), as: sam });
    expect(await answer.json()).toEqual({ ok: true, result: 'done' });
    expect(calls[0]).toMatchObject({
      command: 'invoke',
      payload: { functionKey: 'view' },
      visitor: { accountId: sam, locale: 'en-US' },
    });
    expect(calls[0]?.place).toEqual({
      moduleKey: 'timers',
      extension: {
        type: 'jira:issueContext',
        issue: { id: '10000', key: 'ITSD-1', type: 'Incident', typeId: '10100' },
        project: { id: '10000', key: 'ITSD', type: 'service_desk' },
        location: `${origin}/browse/ITSD-1?x=1`,
      },
    });
  });

  it('gives a settings page its project', async () => {
    const page = { ...command, page: '/projects/ITSD/settings/setup', moduleKey: 'setup' };
    await ask('/__forge/bridge', { ...post(page), as: sam });
    expect(calls[0]?.place.extension).toEqual({
      type: 'jira:projectSettingsPage',
      project: { id: '10000', key: 'ITSD', type: 'service_desk' },
      location: `${origin}/projects/ITSD/settings/setup`,
    });
  });

  it.each([
    ['an issue that is not there', { page: '/browse/ITSD-9' }, undefined],
    ['a customer', {}, casey],
    ['settings without the right', { page: '/projects/ITSD/settings/setup', moduleKey: 'setup' }, undefined],
    ['a module of another page', { moduleKey: 'setup' }, sam],
    ['a module that is none', { moduleKey: 'x' }, sam],
  ])('refuses %s', async (_name, change, as) => {
    site.issue();
    const answer = await ask('/__forge/bridge', {
      ...post({ ...command, ...change }),
      ...(as === undefined ? {} : { as }),
    });
    expect(answer.status).toBe(403);
    expect(calls).toEqual([]);
  });

  it('passes the app’s error on, and refuses what is no command', async () => {
    site.issue();
    const failed = await ask('/__forge/bridge', post({ ...command, command: 'fail' }));
    expect(await failed.json()).toEqual({ ok: false, error: 'as asked' });
    expect((await ask('/__forge/bridge', post({ page: 1 }))).status).toBe(400);
  });
});

describe('the guard', () => {
  it('refuses changes from other origins, the app’s own included', async () => {
    site.issue();
    for (const from of [pagesOrigin, 'https://evil.test', 'null']) {
      const init = post({ transition: { id: '61' } }, { origin: from });
      expect((await ask('/rest/api/3/issue/ITSD-1/transitions', { ...init, as: sam })).status).toBe(403);
    }
    const own = post({ transition: { id: '61' } }, { origin });
    expect((await ask('/rest/api/3/issue/ITSD-1/transitions', { ...own, as: sam })).status).toBe(204);
  });

  it('answers only to names of this machine, and moves pages to its own', async () => {
    const html = { headers: { accept: 'text/html' } };
    const elsewhere = await pages.fetch(new Request('http://rebound.test:4000/projects/ITSD', html));
    expect(elsewhere.status).toBe(403);
    const moved = await pages.fetch(new Request('http://127.0.0.1:4000/projects/ITSD?page=2', html));
    expect([moved.status, moved.headers.get('location')]).toEqual([302, `${origin}/projects/ITSD?page=2`]);
    expect((await pages.fetch(new Request('http://127.0.0.1:4000/__site/state'))).status).toBe(200);
  });
});

describe('REST for clients outside', () => {
  const basic = (token: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(`someone@example.com:${token}`).toString('base64')}`,
  });

  it('takes an account id for an API token', async () => {
    const answer = await ask('/rest/api/3/myself', { headers: basic(sam) });
    expect(await answer.json()).toMatchObject({ accountId: sam });
  });

  it('answers 401 to wrong tokens and to nobody', async () => {
    expect((await ask('/rest/api/3/myself', { headers: basic('wrong') })).status).toBe(401);
    expect((await ask('/rest/api/3/myself', { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    expect((await ask('/rest/api/3/myself')).status).toBe(401);
  });
});

describe('the controls', () => {
  it('move the clock forward only', async () => {
    const start = clock.now();
    expect(await (await ask('/__site/clock', post({ advanceMs: 60_000 }))).json()).toMatchObject({
      base: start + 60_000,
      rate: 0,
    });
    expect((await ask('/__site/clock', post({ at: start }))).status).toBe(409);
    expect((await ask('/__site/clock', post({ advanceMs: -1 }))).status).toBe(400);
    expect((await ask('/__site/clock', post({ at: start + 500 * 86_400_000 }))).status).toBe(400);
  });

  it('show what tests want to know', async () => {
    const state: unknown = await (await ask('/__site/state')).json();
    expect(state).toMatchObject({ unmodelled: ['GET /x'], log: [{ text: 'hello' }], now: clock.now() });
  });

  it('add, show and clear faults', async () => {
    const rule = { match: { what: 'jira', name: '*' }, effect: { do: 'answer', status: 500 } };
    const added: unknown = await (await ask('/__site/faults', post(rule))).json();
    expect(added).toMatchObject({ rules: [{ ...rule, hits: 0 }] });
    expect(await (await ask('/__site/faults')).json()).toEqual(added);
    expect((await ask('/__site/faults', post({ match: { what: 'moon' } }))).status).toBe(400);
    expect(await (await ask('/__site/faults', { method: 'DELETE' })).json()).toEqual({ rules: [] });
    expect(await (await ask('/__site/faults')).json()).toEqual({ rules: [] });
  });
});

describe('the stream', () => {
  async function* events(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
    const decoder = new TextDecoder();
    if (response.body === null) return;
    const chunks: AsyncIterable<Uint8Array> = Readable.fromWeb(response.body as NodeStream);
    for await (const chunk of chunks) {
      for (const block of decoder.decode(chunk).split('\n\n')) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/m.exec(block) ?? [];
        if (event !== undefined) yield { event, data: JSON.parse(data ?? '') };
      }
    }
  }

  it('tells of the clock and of changes to the issue, and whose they are', async () => {
    const issue = site.issue();
    const abort = new AbortController();
    const stream = events(await ask(`/__site/stream?issue=${issue.id}`, { as: sam, signal: abort.signal }));
    const next = async (): Promise<unknown> => (await stream.next()).value;
    expect(await next()).toMatchObject({ event: 'clock', data: { base: clock.now() } });
    site.jira.changes.change({ kind: 'user', accountId: sam }, issue, { edits: { summary: 'Mine' } });
    expect(await next()).toMatchObject({
      event: 'issue',
      data: { issueId: issue.id, changeType: 'updated', own: true },
    });
    expect(await next()).toMatchObject({ event: 'issues' });
    site.jira.changes.change(app, issue, { edits: { summary: 'Not mine' } });
    const other = { projectId: '10000', atlassianId: '557058:service-levels-for-jira', own: false };
    expect(await next()).toMatchObject({ event: 'issue', data: other });
    abort.abort();
    await stream.return(undefined);
  });
});
