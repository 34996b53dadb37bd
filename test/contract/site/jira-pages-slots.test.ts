import type { Issue } from '../../site/jira/model';
import { adfOf } from '../../site/jira/adf';
import type { ForgeModule } from '../../site/seams';
import { agent } from './jira-fixture';
import { alex, casey, jordan, origin, post, sam, TestPages } from './pages-fixture';

const portal = 'jiraServiceManagement:portal';
const one = (key: string, type: string, more: Partial<ForgeModule> = {}): ForgeModule => ({
  key,
  type,
  title: key,
  page: `/app/${key}.html`,
  ...more,
});

const modules: readonly ForgeModule[] = [
  one('overview', 'jira:projectPage'),
  one('queue', 'jiraServiceManagement:queuePage'),
  one('everywhere', 'jira:globalPage'),
  one('admin', 'jira:adminPage'),
  one('config', 'jira:adminPage', { use: 'config' }),
  one('start', 'jira:adminPage', { use: 'getStarted' }),
  one('gadget', 'jira:dashboardGadget', { editPage: '/app/edit.html' }),
  one('plain', 'jira:dashboardGadget'),
  one('promise', `${portal}RequestDetailPanel`, { unlicensedAccess: ['customer'] }),
  one('staff', `${portal}RequestDetailPanel`),
  one('menu', `${portal}UserMenuAction`, { unlicensedAccess: ['customer'] }),
];

let pages: TestPages;
beforeEach(() => {
  pages = new TestPages(modules);
});
afterEach(() => pages.clock.close());

/** What Forge is told of where the page stands; undefined when the visitor may not be there. */
async function placed(
  as: string,
  page: string,
  moduleKey: string,
  slot?: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const command = { page, moduleKey, command: 'getContext', ...(slot !== undefined && { slot }) };
  const answer = await pages.ask('/__forge/bridge', { ...post(command), as });
  return answer.status === 403 ? undefined : pages.calls.at(-1)?.place.extension;
}

const status = async (path: string, as: string): Promise<number> => (await pages.ask(path, { as })).status;

describe('a page of its own', () => {
  const project = { id: '10000', key: 'ITSD' };

  it.each([
    ['/projects/ITSD/apps/overview', 'overview', { project: { ...project, type: 'service_desk' } }, alex],
    ['/projects/ITSD/queues/apps/queue', 'queue', { project }, alex],
    ['/jira/apps/everywhere', 'everywhere', {}, alex],
    ['/jira/settings/apps/admin', 'admin', {}, jordan],
    ['/jira/settings/apps/configure/config', 'config', {}, jordan],
    ['/jira/settings/apps/get-started/start', 'start', {}, jordan],
  ])('stands at %s, and at what the app makes of the address behind it', async (path, key, extension, as) => {
    const type = modules.find((each) => each.key === key)?.type;
    for (const address of [path, `${path}/a/b?c=d`]) {
      expect(await status(address, as)).toBe(200);
      expect(await placed(as, address, key)).toEqual({ type, ...extension, location: origin + address });
    }
    expect(await placed(as, `${path}x`, key)).toBeUndefined();
    expect(await placed(casey, path, key)).toBeUndefined();
  });

  it('is nowhere but at its own address', async () => {
    for (const path of [
      '/projects/ITSD/apps/queue',
      '/projects/NONE/apps/overview',
      '/jira/settings/apps/config',
      '/jira/apps/admin',
    ]) {
      expect([path, await status(path, jordan)]).toEqual([path, 404]);
      expect(await placed(jordan, path, path.split('/').at(-1) ?? '')).toBeUndefined();
    }
  });

  it('is linked where its kind is: tabs, header, and the list of apps', async () => {
    const tabs = await pages.text('/projects/ITSD', alex);
    expect(tabs).toContain('href="/projects/ITSD/apps/overview"');
    expect(tabs).toContain('href="/projects/ITSD/queues/apps/queue"');
    expect(tabs).toContain('href="/jira/apps/everywhere"');
    expect(tabs).not.toContain('href="/jira/settings/apps"');
    expect(await pages.text('/projects/ITSD', jordan)).toContain('href="/jira/settings/apps"');
    const list = await pages.text('/jira/settings/apps', jordan);
    expect(list).toContain('href="/jira/settings/apps/admin"');
    expect(list).toContain('href="/jira/settings/apps/configure/config"');
  });

  it('of Jira’s settings is for Jira administrators only', async () => {
    for (const path of ['/jira/settings/apps', '/jira/settings/apps/admin']) {
      expect(await status(path, sam)).toBe(403);
      expect(await placed(sam, path, 'admin')).toBeUndefined();
    }
  });
});

describe('the router’s targets', () => {
  const getUrl = async (target: object): Promise<unknown> => {
    const body = {
      page: '/projects/ITSD/apps/overview',
      moduleKey: 'overview',
      command: 'getUrl',
      payload: target,
    };
    const answer: unknown = await (await pages.ask('/__forge/bridge', { ...post(body), as: alex })).json();
    return answer;
  };

  it('have an address when the site has a page for them', async () => {
    const result = `${origin}/browse/ITSD-1%3Fx`;
    expect(await getUrl({ target: 'issue', issueKey: 'ITSD-1?x' })).toEqual({ ok: true, result });
  });

  it.each([
    [{ target: 'userProfile', accountId: 'x' }, 'userProfile'],
    [{ target: 'projectSettingsDetails', projectKey: 'ITSD' }, 'projectSettingsDetails'],
    [{ target: 'contentView', contentId: '1' }, 'contentView'],
    [{ target: 'module', moduleKey: 'overview' }, 'module'],
    [{ target: 'module', moduleKey: 'gadget' }, 'module'],
    [{ target: 'issue' }, 'issue'],
  ])('%j: Forge is asked by the name of the target, and refuses it', async (target, name) => {
    await getUrl(target);
    expect(pages.calls.at(-1)?.command).toBe(`getUrl of ${name}`);
  });
});

describe('dashboards', () => {
  const create = async (): Promise<string> =>
    (await pages.send('/jira/dashboards', alex, { name: 'Mine' }))[1] ?? '';
  const submit = (path: string, slot: string, payload: unknown, as = alex): Promise<unknown> =>
    pages
      .ask('/__forge/bridge', {
        ...post({ page: path, moduleKey: 'gadget', slot, command: 'submit', payload }),
        as,
      })
      .then((answer) => answer.json());

  it('are seen by everybody with a licence, and changed by their owner', async () => {
    const path = await create();
    expect(await status(path, sam)).toBe(200);
    expect((await pages.send(path, sam, { action: 'rename', name: 'Ours' }))[0]).toBe(403);
    expect((await pages.send(path, alex, { action: 'rename', name: 'Ours' }))[0]).toBe(303);
    expect(await pages.text('/jira/dashboards', sam)).toContain('Ours');
    expect((await pages.send('/jira/dashboards', casey, { name: 'x' }))[1]).toBe(
      '/servicedesk/customer/portals',
    );
    expect((await pages.send(path, alex, { action: 'explode' }))[0]).toBe(400);
    await pages.send(path, alex, { action: 'delete' });
    expect(await status(path, alex)).toBe(404);
  });

  it('ask for the settings of a gadget that has some', async () => {
    const path = await create();
    expect((await pages.send(path, alex, { action: 'add', moduleKey: 'gadget' }))[1]).toBe(
      `${path}?configure=10000#gadget-10000`,
    );
    expect((await pages.send(path, alex, { action: 'add', moduleKey: 'plain' }))[1]).toBe(
      `${path}#gadget-10001`,
    );
    expect((await pages.send(path, alex, { action: 'add', moduleKey: 'menu' }))[0]).toBe(404);
  });

  it('tell a gadget which it is, by what the dashboard holds', async () => {
    const path = await create();
    await pages.send(path, alex, { action: 'add', moduleKey: 'gadget' });
    expect(await placed(alex, path, 'gadget', '10000')).toEqual({
      type: 'jira:dashboardGadget',
      dashboard: { id: '10000' },
      gadget: { id: '10000' },
      gadgetConfiguration: {},
      entryPoint: 'view',
      location: origin + path,
    });
    for (const slot of [undefined, '10001']) expect(await placed(alex, path, 'gadget', slot)).toBeUndefined();
    expect(await placed(alex, path, 'plain', '10000')).toBeUndefined();
  });

  it('let the owner submit settings on the edit page, and nobody else or elsewhere', async () => {
    const path = await create();
    await pages.send(path, alex, { action: 'add', moduleKey: 'gadget' });
    const edit = `${path}?configure=10000`;
    expect((await placed(alex, edit, 'gadget', '10000'))?.['entryPoint']).toBe('edit');
    expect((await placed(sam, edit, 'gadget', '10000'))?.['entryPoint']).toBe('view');
    expect(await submit(path, '10000', { a: 1 })).toEqual({ ok: true, result: false });
    expect(await submit(edit, '10000', { a: 1 }, sam)).toEqual({ ok: true, result: false });
    for (const refresh of [0, 1.5, '5'])
      expect(await submit(edit, '10000', { refresh })).toMatchObject({ ok: false });
    expect(await submit(edit, '10000', 'text')).toMatchObject({ ok: false });
    expect(await submit(edit, '10000', { a: 1, refresh: 5 })).toEqual({ ok: true, result: true });
    const shown = await placed(sam, path, 'gadget', '10000');
    expect(shown?.['gadgetConfiguration']).toEqual({ a: 1, refresh: 5 });
    expect(await pages.text(path, sam)).toContain('data-refresh-minutes="5"');
  });

  it('keep the order of their gadgets: by column, and within it as they were moved', async () => {
    const path = await create();
    for (const _ of [1, 2, 3]) await pages.send(path, alex, { action: 'add', moduleKey: 'plain' });
    const columns = async (): Promise<string[][]> =>
      (await pages.text(path, alex))
        .split('class="columns"')[1]!
        .split('</div><div>')
        .map((column) => [...column.matchAll(/data-gadget="(\d+)"/g)].map(([, id = '']) => id));
    const move = (gadget: string, action: string): Promise<unknown> =>
      pages.send(path, alex, { action, gadget });
    expect(await columns()).toEqual([['10000', '10002'], ['10001']]);
    await move('10002', 'up');
    await move('10002', 'up');
    expect(await columns()).toEqual([['10002', '10000'], ['10001']]);
    await move('10002', 'aside');
    expect(await columns()).toEqual([['10000'], ['10001', '10002']]);
    await move('10001', 'remove');
    expect(await columns()).toEqual([['10000'], ['10002']]);
  });
});

describe('the portal', () => {
  const address = (issue: Issue): string => `/servicedesk/customer/portal/1/${issue.key}`;
  const create = '/servicedesk/customer/portal/1/create/2';

  it('shows a customer his own requests, and the rest is not there', async () => {
    const own = pages.site.issue('My printer');
    const [, other] = [
      await pages.send(create, alex, { summary: 'Somebody else’s', description: '' }),
      pages.site.jira.store.issue('ITSD-2')!,
    ];
    expect(await pages.text('/servicedesk/customer/user/requests', casey)).toMatch(/My printer/);
    expect(await pages.text('/servicedesk/customer/user/requests', casey)).not.toMatch(/Somebody/);
    expect([await status(address(own), casey), await status(address(other), casey)]).toEqual([200, 404]);
    expect(await placed(casey, address(other), 'promise')).toBeUndefined();
    expect((await pages.send(address(other), casey, { text: 'hi' }))[0]).toBe(404);
    expect(other.comments).toEqual([]);
    expect(await status(address(own), alex)).toBe(200);
    expect(await status(address(own).replace('/1/', '/2/'), casey)).toBe(404);
  });

  it('hides a request behind a security level from its customer too', async () => {
    const own = pages.site.issue();
    pages.site.hide(own);
    expect([await status(address(own), casey), await status(address(own), sam)]).toEqual([404, 200]);
  });

  it('says so when there is no request yet, and takes one without any right in Jira', async () => {
    expect(await pages.text('/servicedesk/customer/user/requests', casey)).toContain(
      'not asked for anything yet',
    );
    const draft = { summary: 'A new mouse', description: 'Mine\nbroke' };
    expect(await pages.send(create, casey, draft)).toEqual([303, '/servicedesk/customer/portal/1/ITSD-1']);
    const issue = pages.site.jira.store.issue('ITSD-1');
    expect(issue).toMatchObject({
      summary: 'A new mouse',
      typeId: '10101',
      reporterId: casey,
      priorityId: '3',
    });
    expect(issue?.creatorId).toBe(casey);
    expect(pages.site.events.at(-1)?.eventType).toBe('avi:jira:created:issue');
    expect(await pages.send(create, casey, { summary: ' ', description: '' })).toEqual([303, create]);
    expect(pages.site.jira.store.issues.size).toBe(1);
  });

  it('shows public comments only, and takes a reply as one', async () => {
    const own = pages.site.issue();
    for (const isPublic of [true, false])
      pages.site.jira.changes.comment(agent, own, {
        body: adfOf(isPublic ? 'For you' : 'For us'),
        isPublic,
        properties: [],
      });
    expect((await pages.send(address(own), casey, { text: ' Thanks ' }))[0]).toBe(303);
    const html = await pages.text(address(own), casey);
    expect(html).toMatch(/Thanks[\s\S]*For you/);
    expect(html).not.toContain('For us');
    expect(own.comments.at(-1)).toMatchObject({ authorId: casey, isPublic: true, body: adfOf('Thanks') });
  });

  it('lets customers use what lets them in, and staff all', async () => {
    const own = pages.site.issue();
    const place = {
      portal: { id: 1 },
      request: { key: 'ITSD-1', typeId: 1 },
      location: origin + address(own),
    };
    expect(await placed(casey, address(own), 'promise')).toMatchObject(place);
    expect(pages.calls.at(-1)?.visitor.unlicensed).toBe('customer');
    expect(await placed(casey, address(own), 'staff')).toBeUndefined();
    expect(await placed(alex, address(own), 'staff')).toMatchObject(place);
    expect(pages.calls.at(-1)?.visitor).not.toHaveProperty('unlicensed');
    expect(await pages.text(address(own), casey)).not.toContain('data-module-key="staff"');
    const list = '/servicedesk/customer/portals';
    expect(await placed(casey, list, 'menu')).toEqual({
      type: `${portal}UserMenuAction`,
      location: origin + list,
    });
    expect(await placed(alex, '/projects/ITSD', 'menu')).toBeUndefined();
  });
});
