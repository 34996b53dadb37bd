import type * as Sdk from '@forge/bridge';
import { failure, frameElement, frameOf, shows } from './fixture-app';
import { expect, test } from './site';

/** Every command of the bridge that needs a browser: the pages of this app carry the real `@forge/bridge` as the global `forge`. */
test.use({ entry: 'test/contract/site/fixture-app/serve.ts' });

declare const forge: typeof Sdk;
declare const __bridge: { callBridge(command: string, payload?: unknown): Promise<unknown> };

test('a project page is a page of the app’s own: place, address, title, events', async ({ jira }) => {
  const { page } = jira;
  await jira.become({ who: 'projectAdministrator' });
  await page.goto(`${jira.url}/projects/ITSD`);
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  const frame = await frameOf(page, 'overview');
  const base = `${jira.url}/projects/ITSD/apps/overview`;

  await shows('getContext', 'says where the page stands', async () => {
    expect(await frame.evaluate(() => forge.view.getContext())).toMatchObject({
      moduleKey: 'overview',
      locale: 'en-US',
      extension: {
        type: 'jira:projectPage',
        project: { id: '10000', key: 'ITSD', type: 'service_desk' },
        location: base,
      },
    });
  });

  await shows('invoke', 'calls the resolver, which is told who is there', async () => {
    const request = await frame.evaluate(() => forge.invoke('echo', { a: 1 }));
    expect(request).toMatchObject({
      payload: { a: 1 },
      context: {
        accountId: '712020:sam-rivera',
        accountType: 'licensed',
        extension: { project: { key: 'ITSD' } },
      },
    });
  });

  await shows('fetchProduct', 'asks Jira as the visitor', async () => {
    const answer = await frame.evaluate(async () => {
      const response = await forge.requestJira('/rest/api/3/issue/ITSD-1?fields=summary');
      return [response.status, await response.json()] as unknown;
    });
    expect(answer).toMatchObject([200, { key: 'ITSD-1' }]);
  });

  await shows('createHistory', 'moves the address of the site’s page, and hears of every move', async () => {
    await frame.evaluate(async () => {
      const route = await forge.view.createHistory();
      Object.assign(globalThis, { route, moves: [] as unknown[] });
      route.listen((location, action) => {
        (globalThis as unknown as { moves: unknown[] }).moves.push([
          action,
          location.pathname + location.search,
        ]);
      });
      route.push('/page-1?tab=a', { from: 'test' });
    });
    await expect(page).toHaveURL(`${base}/page-1?tab=a`);
    await frame.evaluate('route.replace({ pathname: "/page-2" })');
    await expect(page).toHaveURL(`${base}/page-2`);
    await frame.evaluate('route.push("page-3")');
    await expect(page).toHaveURL(`${base}/page-3`);
    await frame.evaluate('route.goBack()');
    await expect(page).toHaveURL(`${base}/page-2`);
    await expect
      .poll(() => frame.evaluate('[moves, route.location.pathname, route.action]'))
      .toEqual([
        [
          ['PUSH', '/page-1?tab=a'],
          ['REPLACE', '/page-2'],
          ['PUSH', '/page-3'],
          ['POP', '/page-2'],
        ],
        '/page-2',
        'POP',
      ]);
  });

  await shows('changeWindowTitle', 'is there for pages of the app’s own', async () => {
    await frame.evaluate(() => forge.view.changeWindowTitle('Two thirds kept'));
    await expect(page).toHaveTitle('Two thirds kept');
  });

  await shows('on', 'hears what pages of the app say with emit', async () => {
    const said = frame.evaluate(
      () =>
        new Promise((resolve) => {
          void forge.events.on('SAID', resolve).then(() => forge.events.emit('SAID', { word: 'hello' }));
        }),
    );
    expect(await said).toEqual({ word: 'hello' });
  });
  await shows('emit', 'reaches no page that has unsubscribed', async () => {
    const count = await frame.evaluate(async () => {
      let times = 0;
      const one = await forge.events.on('COUNT', () => (times += 1));
      const other = await forge.events.on('COUNT', () => undefined);
      await forge.events.emit('COUNT');
      one.unsubscribe();
      await forge.events.emit('COUNT');
      other.unsubscribe();
      await forge.invoke('now');
      return times;
    });
    expect(count).toBe(1);
  });
  await shows('onPublic', 'hears emitPublic and nothing else', async () => {
    const said = frame.evaluate(
      () =>
        new Promise((resolve) => {
          void forge.events
            .onPublic('OPEN', resolve)
            .then(() => forge.events.emit('OPEN', 'own'))
            .then(() => forge.events.emitPublic('OPEN', 'public'));
        }),
    );
    expect(await said).toBe('public');
  });
  await shows('emitPublic', 'is not heard by on', async () => {
    const heardOwn = await frame.evaluate(async () => {
      let times = 0;
      await forge.events.on('CLOSED', () => (times += 1));
      await forge.events.emitPublic('CLOSED');
      await forge.invoke('now');
      return times;
    });
    expect(heardOwn).toBe(0);
  });

  await shows('emitReadyEvent', 'is taken, and changes nothing in Jira', async () => {
    await frame.evaluate(() => forge.view.emitReadyEvent());
  });
  await shows('getFrameId', 'says which frame it is', async () => {
    const id = await frameElement(page, 'overview').getAttribute('data-forge-frame');
    expect(await frame.evaluate(() => __bridge.callBridge('getFrameId'))).toBe(id);
  });
  await shows('enableTheming', 'follows the visitor’s theme', async () => {
    expect(await frame.getAttribute('html', 'data-color-mode')).toBe('light');
    await jira.become({ theme: 'dark' });
    await page.reload();
    expect(await (await frameOf(page, 'overview')).getAttribute('html', 'data-color-mode')).toBe('dark');
  });
});

test('flags stand on the site’s page', async ({ jira }) => {
  await jira.become({ who: 'agent' });
  await jira.page.goto(`${jira.url}/projects/ITSD/queues/apps/next-due`);
  const frame = await frameOf(jira.page, 'next-due');
  const flag = jira.page.getByRole('alert');
  await shows('showFlag', 'raises a flag whose actions call the page back', async () => {
    await frame.evaluate(() => {
      const actions = [
        { text: 'Undo', onClick: () => document.documentElement.setAttribute('data-undone', '') },
      ];
      Object.assign(globalThis, { flag: forge.showFlag({ id: 'one', title: 'Saved', actions }) });
    });
    await flag.getByRole('button', { name: 'Undo' }).click();
    await frame.waitForSelector('html[data-undone]');
  });
  await shows('closeFlag', 'takes it down', async () => {
    await frame.evaluate('flag.close()');
    await expect(flag).toHaveCount(0);
  });
  await test.step('a queue page has no address and no title of its own', async () => {
    expect(await failure(frame, 'forge.view.createHistory()')).toContain('no address of its own');
    expect(await failure(frame, 'forge.view.changeWindowTitle("x")')).toContain("wasn't changed");
  });
});

test('what a view cannot do, the SDK says', async ({ jira }) => {
  const { page } = jira;
  await jira.become({ who: 'agent' });
  await page.goto(`${jira.url}/jira/apps/everywhere`);
  const frame = await frameOf(page, 'everywhere');
  await shows('open', 'there is nothing to open', async () => {
    expect(await failure(frame, 'forge.view.open()')).toContain('not openable');
  });
  await test.step('nor to close, submit or refresh on a page of the app’s own', async () => {
    expect(await failure(frame, 'forge.view.close()')).toContain('not closable');
    expect(await failure(frame, 'forge.view.onClose(async () => undefined)')).toContain('not closable');
    expect(await failure(frame, 'forge.view.submit({})')).toContain('not submittable');
    expect(await failure(frame, 'forge.view.refresh()')).toContain('not refreshable');
  });
  await shows('refresh', 'fetches the parts of an issue anew, and leaves the frame alone', async () => {
    await page.goto(`${jira.url}/browse/ITSD-1`);
    const panel = page.frames().find((each) => each.url().includes('panel.html'));
    await page.evaluate(() => (document.querySelector('h1')!.textContent = 'Old'));
    expect(await panel!.evaluate(() => __bridge.callBridge('refresh'))).toBe(true);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Printer on fire');
  });
});

test('modals show another page of the app in front of the site’s page', async ({ jira }) => {
  const { page } = jira;
  await jira.become({ who: 'agent' });
  await page.goto(`${jira.url}/projects/ITSD/apps/overview`);
  const frame = await frameOf(page, 'overview');
  const dialog = page.getByRole('dialog');
  const open = (options: Record<string, unknown>): Promise<void> =>
    frame.evaluate(async (more) => {
      Object.assign(globalThis, { handedBack: 'not yet' });
      const onClose = (payload?: unknown): unknown =>
        Object.assign(globalThis, { handedBack: payload ?? 'nothing' });
      await new forge.Modal({ onClose, ...more }).open();
    }, options);
  const closed = (): Promise<unknown> => frame.evaluate('handedBack');

  await shows('openModal', 'with size, title and context; closing it hands a payload back', async () => {
    await open({ resource: 'pages/edit', size: 'small', title: 'Why?', context: { breach: 7 } });
    await expect(dialog.getByRole('heading', { name: 'Why?' })).toBeVisible();
    expect((await dialog.boundingBox())?.width).toBe(400);
    const inner = await frameOf(page, 'overview');
    expect(await inner.title()).toBe('Edit');
    expect(await inner.evaluate(() => forge.view.getContext())).toMatchObject({
      moduleKey: 'overview',
      extension: { modal: { breach: 7 }, project: { key: 'ITSD' } },
    });
    await shows('close', 'from inside', () => inner.evaluate(() => void forge.view.close({ cause: 'late' })));
    await expect(dialog).toHaveCount(0);
    expect(await closed()).toEqual({ cause: 'late' });
  });

  await shows('onClose', 'runs to its end before the modal goes', async () => {
    await open({ title: 'Draft' });
    const inner = await frameOf(page, 'overview');
    await inner.evaluate(() =>
      forge.view.onClose(async () => {
        await forge.requestJira('/rest/api/3/issue/ITSD-1/comment', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            body: {
              type: 'doc',
              version: 1,
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'draft kept' }] }],
            },
          }),
        });
      }),
    );
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
    expect(await closed()).toBe('nothing');
  });

  await test.step('Escape and the overlay close it, unless it does not want that', async () => {
    await open({ size: { width: '300px', height: '200px' } });
    await frameOf(page, 'overview');
    await page.mouse.click(5, 300);
    await expect(dialog).toHaveCount(0);
    await open({ title: 'Stay', closeOnEscape: false, closeOnOverlayClick: false });
    await dialog.getByRole('button', { name: 'Close' }).focus();
    for (const _ of ['once', 'twice', 'thrice']) await page.keyboard.press('Escape');
    await page.mouse.click(5, 300);
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('a page that is not there, or that is named otherwise than its entry, is no modal', async () => {
    for (const resource of ['pages/nowhere', 'nowhere', 'pages/renamed'])
      expect(await failure(frame, `new forge.Modal({ resource: '${resource}' }).open()`)).toContain(
        'Unable to open',
      );
  });
});

test('the router knows the site’s pages, and asks before it leaves the site', async ({ jira }) => {
  const { page } = jira;
  await jira.become({ who: 'projectAdministrator' });
  await page.goto(`${jira.url}/projects/ITSD/apps/overview`);
  let frame = await frameOf(page, 'overview');
  await shows('getUrl', 'of every target that has a page', async () => {
    const urls = await frame.evaluate(async () => {
      const targets = [
        { target: 'issue', issueKey: 'ITSD-1' },
        { target: 'dashboard', dashboardId: '10000' },
        { target: 'module', moduleKey: 'overview', projectKey: 'ITSD', path: '/a?b=c' },
        { target: 'module', moduleKey: 'setup', projectKey: 'ITSD' },
        { target: 'module', moduleKey: 'administration' },
      ] as const;
      return Promise.all(targets.map(async (target) => (await forge.router.getUrl(target))?.href));
    });
    expect(urls).toEqual(
      [
        '/browse/ITSD-1',
        '/jira/dashboards/10000',
        '/projects/ITSD/apps/overview/a?b=c',
        '/projects/ITSD/settings/setup',
        '/jira/settings/apps/administration',
      ].map((path) => jira.url + path),
    );
  });
  await shows('navigate', 'leads there, and out of the site only when the visitor agrees', async () => {
    const leaving = failure(frame, 'forge.router.navigate("https://example.com/")');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await leaving).toContain('did not want to leave');
    await frame.evaluate(() => {
      void forge.router.navigate({
        target: 'module',
        moduleKey: 'setup',
        projectKey: 'ITSD',
        path: '/calendars',
      });
    });
    await expect(page).toHaveURL(`${jira.url}/projects/ITSD/settings/setup/calendars`);
    frame = await frameOf(page, 'setup');
    const popup = page.waitForEvent('popup');
    await frame.evaluate(() => void forge.router.open('/browse/ITSD-1'));
    await expect(await popup).toHaveURL(`${jira.url}/browse/ITSD-1`);
  });
  await shows('reload', 'loads the site’s page anew', async () => {
    await page.evaluate(() => (document.title = 'old'));
    await frame.evaluate(() => void forge.router.reload());
    await expect(page).not.toHaveTitle('old');
  });
});
