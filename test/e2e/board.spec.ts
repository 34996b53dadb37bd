import { expect, test } from './site';

test.use({ siteOf: 'board' });

const page = '/projects/ITSD/apps/project-page';

test('whoever works on a project sees what is due next, and it turns by itself', async ({ jira }) => {
  await jira.become({ who: 'agent' });
  const board = jira.page.frameLocator('iframe[data-module-key="project-page"]');
  const rows = board.getByRole('row').filter({ has: board.getByRole('rowheader') });
  const chip = (name: RegExp) => board.getByRole('group', { name: 'State' }).getByRole('button', { name });
  const priority = board.getByLabel('Priority');
  const fields = {
    project: { key: 'ITSD' },
    issuetype: { name: 'Incident' },
    summary: 'The printer prints tomorrow’s letters',
    priority: { name: '2 - High' },
    assignee: { accountId: '712020:alex-morgan' },
  };
  const { key } = (await jira.rest('agent', 'POST', '/rest/api/3/issue', { fields })) as { key: string };

  await test.step('each number leads to as many timers, those due first before the others', async () => {
    await jira.page.goto(jira.url + page);
    const tile = board.getByRole('button', { name: /At risk/ });
    const count = Number(/\d+/.exec(await tile.innerText()));
    expect(count).toBeGreaterThan(0);
    await expect(board.getByRole('region', { name: 'Due next' }).getByRole('rowheader')).toHaveCount(10);
    await tile.press('Enter');
    await expect(jira.page).toHaveURL(/board\/state=at-risk$/);
    await expect(chip(/^At risk/)).toHaveAttribute('aria-pressed', 'true');
    await expect(rows).toHaveCount(count);
    await expect(rows.filter({ hasText: /^.*At risk/ })).toHaveCount(count);
    const due = await board
      .getByRole('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    expect(due).toEqual([...due].sort());
  });

  await test.step('what a reader narrows it down to is in the address, and stays', async () => {
    await chip(/^At risk/).click();
    await priority.selectOption('2 - High');
    await expect(jira.page).toHaveURL(/board\/priority=\d+$/);
    await expect(rows.filter({ hasNotText: '2 - High' })).toHaveCount(0);
    const count = await rows.count();
    await jira.page.reload();
    await expect(rows).toHaveCount(count);
    await expect(priority.locator('option:checked')).toHaveText('2 - High');
    await jira.page.goBack();
    await expect(priority.locator('option:checked')).toHaveText('All');
  });

  await test.step('at its due instant a timer is late, without anybody loading the page', async () => {
    await board.getByLabel('Assignee').selectOption('Alex Morgan');
    await expect(rows).toHaveText([/Response/, /Resolution/]);
    await expect(rows.first()).toContainText(key);
    await expect(rows.first()).toContainText(fields.summary);
    const loaded = await jira.page.evaluate(() => performance.timeOrigin);
    await expect(chip(/^Breached/)).toHaveText('Breached 0');
    const due = await rows.first().getByRole('time').getAttribute('datetime');
    await jira.waitUntil(Date.parse(due ?? ''));
    await expect(rows.first()).toContainText('Breached');
    await expect(rows.first()).toContainText(/Was due today .* ago/);
    await expect(chip(/^Breached/)).toHaveText('Breached 1');
    await expect(rows.nth(1)).toContainText('Running');
    expect(await jira.page.evaluate(() => performance.timeOrigin)).toBe(loaded);
  });

  await test.step('when it cannot be read anew, what was known stays', async () => {
    await jira.spoil({ match: { what: 'invoke', name: 'viewBoard' }, effect: { do: 'answer', status: 500 } });
    // As when somebody comes back to the tab.
    await board.locator('body').dispatchEvent('visibilitychange');
    await expect(board.getByText('Refreshing doesn’t work at the moment')).toBeVisible();
    await expect(rows).toHaveCount(2);
    await jira.mend();
    await board.getByRole('button', { name: 'Try again' }).click();
    await expect(board.getByText('Refreshing doesn’t work at the moment')).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('in the dark and in Chinese, and on the overview', async () => {
    await jira.become({ theme: 'dark', locale: 'zh-CN' });
    await jira.page.reload();
    await expect(rows).toHaveText([/原定 今天 .*截止/, /还有/]);
    expect(await jira.barriers()).toEqual([]);
    await board.getByRole('button', { name: '概览' }).click();
    await expect(board.getByRole('heading', { name: '服务级别现状' })).toBeVisible();
    await expect(rows).toHaveCount(10);
    expect(await jira.barriers()).toEqual([]);
  });
});
