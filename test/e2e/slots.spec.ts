import type * as Sdk from '@forge/bridge';
import { failure, frameOf, shows } from './fixture-app';
import { expect, test } from './site';

/** The places on dashboards and on the portal, with an app that has a module of each type. */
test.use({ entry: 'test/contract/site/fixture-app/serve.ts' });

declare const forge: typeof Sdk;
declare let heard: unknown[];

test('a dashboard: gadgets are added, set up, refreshed, moved and removed by its owner alone', async ({
  jira,
}) => {
  const { page } = jira;
  const dialog = page.getByRole('dialog');
  await jira.become({ who: 'agent' });
  await page.goto(`${jira.url}/jira/dashboards`);
  await page.getByLabel('Name of a new dashboard').fill('Mine');
  await page.getByRole('button', { name: 'Create dashboard' }).click();
  const address = page.url();

  await test.step('a new gadget asks for its settings first, and can be left without any', async () => {
    await page.getByRole('button', { name: 'Add Ticker' }).click();
    const edit = await frameOf(page, 'ticker');
    expect(await edit.title()).toBe('Edit');
    await edit.getByRole('button', { name: 'Cancel' }).click();
    await expect(page).toHaveURL(address);
    const view = await frameOf(page, 'ticker');
    expect((await view.evaluate(() => forge.view.getContext())).extension).toMatchObject({
      entryPoint: 'view',
      gadgetConfiguration: {},
    });
  });

  await shows('submit', 'stores the settings of a gadget and shows it', async () => {
    await page.getByText('Add a gadget').click();
    await page.getByRole('button', { name: 'Add Counter' }).click();
    const edit = await frameOf(page, 'counter');
    expect(await failure(edit, 'forge.view.submit({ refresh: 0 })')).toContain('positive whole number');
    await edit.getByLabel('What to count').fill('breaches');
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(address);
    const view = await frameOf(page, 'counter');
    expect((await view.evaluate(() => forge.view.getContext())).extension).toMatchObject({
      entryPoint: 'view',
      gadgetConfiguration: { subject: 'breaches' },
    });
  });

  await test.step('one that refreshes itself hears of it: by the button, and after its minutes', async () => {
    await page.getByLabel('Actions for Ticker').click();
    await page.getByRole('link', { name: 'Configure' }).click();
    const edit = await frameOf(page, 'ticker');
    await edit.getByLabel('What to count').fill('time');
    await edit.getByLabel('Refresh every').fill('30');
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(address);
    const ticker = await frameOf(page, 'ticker');
    await page.getByRole('button', { name: 'Refresh Ticker' }).click();
    await expect.poll(() => ticker.evaluate(() => heard)).toEqual([{ origin: 'gadget', gadgetId: '10000' }]);
    await page.getByRole('button', { name: '+1 h' }).click();
    await expect.poll(() => ticker.evaluate(() => heard.length)).toBe(2);
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect.poll(() => ticker.evaluate(() => heard.at(-1))).toEqual({ origin: 'dashboard' });
  });

  await test.step('it moves', async () => {
    const columns = page.locator('.columns > div');
    await expect(columns.nth(0).locator('.gadget')).toHaveCount(1);
    await page.getByLabel('Actions for Ticker').click();
    await page.getByRole('button', { name: 'Move to the other column' }).click();
    await expect(columns.nth(1).locator('.gadget')).toHaveCount(2);
  });

  await test.step('others see it, and change nothing', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(`${address}?configure=10000`);
    await expect(page.getByText('Shared by Alex Morgan')).toBeVisible();
    expect(await (await frameOf(page, 'ticker')).title()).toBe('Slot');
    await expect(page.getByLabel('Actions for Ticker')).toHaveCount(0);
    const headers = { origin: jira.url };
    const answer = await page.request.post(address, { form: { action: 'delete' }, headers });
    expect(answer.status()).toBe(403);
    await jira.become({ who: 'agent' });
    await page.goto(address);
  });

  await test.step('what is removed is asked for first', async () => {
    for (const answer of ['Cancel', 'Remove'] as const) {
      await page.getByLabel('Actions for Counter').click();
      await page.getByRole('button', { name: 'Remove' }).click();
      await dialog.getByRole('button', { name: answer }).click();
      await expect(page.getByRole('region', { name: 'Counter' })).toHaveCount(answer === 'Cancel' ? 1 : 0);
    }
    await page.getByText('Manage dashboard').click();
    await page.getByRole('button', { name: 'Delete dashboard' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(page).toHaveURL(`${jira.url}/jira/dashboards`);
    await expect(page.getByRole('link', { name: 'Mine' })).toHaveCount(0);
  });
});

test('a customer raises and follows a request on the portal', async ({ jira }) => {
  const { page } = jira;
  await jira.become({ who: 'customer', locale: 'zh-CN' });
  await page.goto(`${jira.url}/browse/ITSD-1`);
  await expect(page).toHaveURL(`${jira.url}/servicedesk/customer/portals`);
  await page.getByRole('link', { name: 'IT Help Desk' }).click();
  await page.getByRole('link', { name: 'Report an incident' }).click();
  await page.getByLabel('Summary').fill('Screen is black');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { name: 'Screen is black' })).toBeVisible();
  const key = page.url().split('/').at(-1) ?? '';

  await test.step('the app’s panel is there, in the customer’s language, and what is for staff is not', async () => {
    const panel = await frameOf(page, 'promise');
    expect(await panel.evaluate(() => forge.view.getContext())).toMatchObject({
      accountId: 'qm:casey-brooks',
      locale: 'zh-CN',
      extension: { portal: { id: 1 }, request: { key, typeId: 1 } },
    });
    const request = await panel.evaluate(() => forge.invoke('echo'));
    expect(request).toMatchObject({ context: { accountType: 'customer' } });
    await expect(page.locator('iframe')).toHaveCount(1);
  });

  await test.step('staff answer, and note something for themselves', async () => {
    const path = `/rest/api/3/issue/${key}/comment`;
    const body = (text: string): object => ({
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    });
    await jira.rest('agent', 'POST', path, { body: body('Is it plugged in?') });
    const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
    await jira.rest('agent', 'POST', path, { body: body('He never plugs it in'), properties });
    await expect(page.getByText('Is it plugged in?')).toBeVisible();
    await expect(page.getByText('He never plugs it in')).toHaveCount(0);
    await page.getByLabel('Reply').fill('It is now');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('It is now')).toBeVisible();
  });

  await test.step('the user menu opens the app’s page', async () => {
    await page.locator('.avatar-button').click();
    await page.getByRole('button', { name: 'Our agreements' }).click();
    await expect(page.getByRole('dialog', { name: 'Our agreements' })).toBeVisible();
    const modal = await frameOf(page, 'agreements');
    expect((await modal.evaluate(() => forge.view.getContext())).extension).toEqual({
      type: 'jiraServiceManagement:portalUserMenuAction',
      location: page.url(),
    });
    await modal.evaluate(() => void forge.view.close());
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('he sees his own requests only', async () => {
    await page.getByRole('link', { name: 'My requests' }).click();
    await expect(page.getByRole('link', { name: key })).toBeVisible();
    await expect(page.getByText('secret')).toHaveCount(0);
    const response = await page.goto(`${jira.url}/servicedesk/customer/portal/1/ITSD-2`);
    expect(response?.status()).toBe(404);
  });
});
