import { expect, test } from './site';

const settingsPage = '/projects/ITSD/settings/project-settings';

test('a customer lands on the portal, and gets nothing of Jira or of the app', async ({ jira }) => {
  const { page } = jira;
  await jira.become({ who: 'customer' });

  await test.step('whatever page of Jira is asked for, the portal comes', async () => {
    for (const address of ['/', '/projects/ITSD', '/browse/ITSD-1', settingsPage]) {
      await page.goto(jira.url + address);
      await expect(page, address).toHaveURL(`${jira.url}/servicedesk/customer/portals`);
      await expect(page.locator('iframe')).toHaveCount(0);
    }
  });

  await test.step('a request of his own shows no panel of the app', async () => {
    await page.getByRole('link', { name: 'IT Help Desk' }).click();
    await page.getByRole('link', { name: 'Report an incident' }).click();
    await page.getByLabel('Summary').fill('Screen is black');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'Screen is black' })).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
  });

  await test.step('the REST API shows him neither issues nor the project', async () => {
    for (const path of ['issue/ITSD-1', 'issue/ITSD-1/changelog', 'project/ITSD']) {
      const answer = await jira.ask('customer', 'GET', `/rest/api/3/${path}`);
      expect(answer.status(), path).toBe(404);
    }
    expect((await jira.ask('customer', 'GET', '/rest/api/3/myself')).status()).toBe(403);
  });

  await test.step('calls of the app are refused, wherever they claim to be made', async () => {
    const read = await jira.call('/browse/ITSD-1', 'issue-timers', 'viewIssueTimers');
    expect(read.status()).toBe(403);
    const request = new URL(page.url()).pathname;
    for (const call of ['viewIssueTimers', 'explainIssueTimers'])
      expect((await jira.call(request, 'issue-timers', call)).status()).toBe(403);
    const write = await jira.call(settingsPage, 'project-settings', 'importDefinitions', { file: '{}' });
    expect(write.status()).toBe(403);
  });
});

test('an agent’s calls are refused where the agent may not be', async ({ jira }) => {
  await jira.page.goto(jira.url);
  for (const call of ['viewDefinitions', 'importDefinitions', 'pauseBackfill'])
    expect((await jira.call(settingsPage, 'project-settings', call, { file: '{}' })).status()).toBe(403);
});

test('on an issue’s panel the app itself refuses an agent what is for managers', async ({ jira }) => {
  await jira.openYoungest('New');
  const { pathname } = new URL(jira.page.url());
  for (const call of [
    'viewDefinitions',
    'importDefinitions',
    'viewBackfill',
    'pauseBackfill',
    'resumeBackfill',
  ]) {
    const answer = await jira.call(pathname, 'issue-timers', call, { file: '{}' });
    expect(await answer.json(), call).toMatchObject({
      ok: true,
      result: { ok: false, refusal: 'not-allowed' },
    });
  }
});

test('an issue of a security level does not exist for an agent outside of it, nor do its timers', async ({
  jira,
}) => {
  const key = await jira.createIncident('The boss’s laptop was stolen');
  await jira.page.goto(`${jira.url}/browse/${key}`);
  await expect(jira.timer('Resolution')).toBeVisible();
  await jira.rest('projectAdministrator', 'PUT', `/rest/api/3/issue/${key}`, {
    fields: { security: { name: 'Management only' } },
  });
  const response = await jira.page.reload();
  expect(response?.status()).toBe(404);
  await expect(jira.page.locator('iframe')).toHaveCount(0);
  expect((await jira.ask('agent', 'GET', `/rest/api/3/issue/${key}`)).status()).toBe(404);
  for (const call of ['viewIssueTimers', 'explainIssueTimers'])
    expect((await jira.call(`/browse/${key}`, 'issue-timers', call)).status()).toBe(403);
});

for (const { locale, theme } of [
  { locale: 'en-US', theme: 'light' },
  { locale: 'zh-CN', theme: 'dark' },
] as const) {
  test(`the portal is accessible, ${locale}, ${theme}: portals, form and request`, async ({ jira }) => {
    const { page } = jira;
    await jira.become({ who: 'customer', locale, theme });
    await page.goto(`${jira.url}/servicedesk/customer/portals`);
    expect(await jira.barriers()).toEqual([]);
    await page.goto(`${jira.url}/servicedesk/customer/portal/1/create/1`);
    expect(await jira.barriers()).toEqual([]);
    await page.getByLabel('Summary').fill('The printer prints no more');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByLabel('Reply').fill('It is the one on the second floor.');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('It is the one on the second floor.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await page.getByRole('link', { name: 'My requests' }).click();
    await expect(page.getByRole('link', { name: /^ITSD-/ }).first()).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });
}
