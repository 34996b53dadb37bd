import { expect, test } from './site';

test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'queue' });

test('agents see each open issue once, by what is due next', async ({ jira }) => {
  const { page } = jira;
  const queue = page.frameLocator('iframe[data-module-key="queue-page"]');
  const rows = queue.getByRole('row').filter({ has: queue.getByRole('rowheader') });
  const fields = {
    project: { key: 'ITSD' },
    issuetype: { name: 'Incident' },
    summary: 'The door does not open',
    priority: { name: '1 - Critical' },
    assignee: { accountId: '712020:alex-morgan' },
  };
  const { key } = (await jira.rest('agent', 'POST', '/rest/api/3/issue', { fields })) as { key: string };
  await jira.become({ who: 'agent' });

  await test.step('each with its status, those due first before the others', async () => {
    await page.goto(`${jira.url}/projects/ITSD/queues/apps/queue-page`);
    await expect(queue.getByRole('heading', { name: 'Open issues' })).toBeVisible();
    await expect(rows.first()).toContainText('ITSD-');
    const links = await queue.getByRole('link', { name: /^ITSD-\d+$/ }).allInnerTexts();
    expect(new Set(links).size).toBe(links.length);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('one’s own, and those of nobody', async () => {
    const whose = queue.getByLabel('Assigned to');
    await whose.selectOption('Me');
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText(key);
    await expect(rows.first()).toContainText(/Response/);
    await expect(rows.first()).toContainText('New');
    await whose.selectOption('Nobody');
    await expect(rows.filter({ hasNotText: 'Unassigned' })).toHaveCount(0);
    await whose.selectOption('All');
    await expect(rows.filter({ hasText: key })).toHaveCount(1);
  });

  await test.step('at its due instant an issue is late without being loaded anew', async () => {
    await queue.getByLabel('Assigned to').selectOption('Me');
    await expect(rows).toHaveCount(1);
    const due = await rows.first().getByRole('time').first().getAttribute('datetime');
    await jira.waitUntil(Date.parse(due ?? ''));
    await expect(rows.first()).toContainText('Breached');
  });

  await test.step('in the dark, in Chinese, on a narrow page', async () => {
    await jira.become({ theme: 'dark', locale: 'zh-CN' });
    await page.setViewportSize({ width: 480, height: 900 });
    await page.reload();
    await expect(queue.getByRole('heading', { name: '未结事务' })).toBeVisible();
    await expect(rows.first()).toContainText('ITSD-');
    expect(await jira.barriers()).toEqual([]);
  });
});
