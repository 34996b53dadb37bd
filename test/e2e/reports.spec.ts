import { readFile } from 'node:fs/promises';
import { expect, test } from './site';

test.use({ siteOf: 'reports' });

const page = '/projects/ITSD/apps/project-page';

test('whoever works on a project sees how its promises were kept, and the timers behind each number', async ({
  jira,
}) => {
  await jira.become({ who: 'agent' });
  const app = jira.page.frameLocator('iframe[data-module-key="project-page"]');
  const table = app.getByRole('group', { name: 'Attainment and times of each target' });
  const breached = table.getByRole('button', { name: /Breached: Resolution/ });
  const countIn = (text: string): number => Number(text.replaceAll(',', ''));
  let count = 0;

  await test.step('each target has its attainment, and the counts that it is made of', async () => {
    await jira.page.goto(jira.url + page);
    await app.getByRole('button', { name: 'Reports' }).click();
    await expect(app.getByRole('heading', { name: 'November 2026 so far' })).toBeVisible();
    const row = table.getByRole('row', { name: /^Resolution/ });
    const [, met = '', of = ''] = /([\d,]+) of ([\d,]+)/.exec(await row.innerText()) ?? [];
    const share = (countIn(met) / countIn(of)) * 100;
    await expect(table.getByRole('button', { name: /Measured: Resolution/ }).first()).toHaveText(
      `${share.toFixed(1)}%`,
    );
    count = countIn(await breached.innerText());
    expect(count).toBe(countIn(of) - countIn(met));
    expect(count).toBeGreaterThan(0);
    await expect(app.getByRole('img', { name: /^Resolution/ })).toBeVisible();
    await expect(app.getByRole('button', { name: 'December 2026 →' })).toBeDisabled();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('told apart by priority, the counts add up to the whole', async () => {
    await app.getByLabel('Told apart by').selectOption('Priority');
    await expect(jira.page).toHaveURL(/reports\/month=2026-11\/by=priority$/);
    await expect(table.getByRole('row', { name: /^Resolution .*1 - Critical/ })).toBeVisible();
    const counts = await breached.allInnerTexts();
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.map(countIn).reduce((sum, each) => sum + each, 0)).toBe(count);
    await app.getByLabel('Told apart by').selectOption('Nothing');
    await expect(breached).toHaveCount(1);
  });

  await test.step('a number opens as many timers, and leads back', async () => {
    await breached.press('Enter');
    await expect(app.getByRole('heading', { name: 'Breached: Resolution · IT service desk' })).toBeFocused();
    await expect(app.getByText(`${count} timers`, { exact: true })).toBeVisible();
    const rows = app.getByRole('rowheader');
    const more = app.getByRole('button', { name: 'Show more' });
    await expect(rows.first().getByRole('link', { name: /^ITSD-\d+$/ })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    for (let shown = 50; shown < count; shown += 50) {
      await expect(rows).toHaveCount(shown);
      // The names of issues come a moment later, and move what a mouse would aim at.
      await more.press('Enter');
    }
    await expect(rows).toHaveCount(count);
    await expect(more).toHaveCount(0);
    await expect(app.getByRole('row').filter({ hasText: /Breached\s*Breached/ })).toHaveCount(count);
    await app.getByRole('button', { name: '← Report' }).click();
    await expect(breached).toHaveText(count.toLocaleString('en-US'));
  });

  await test.step('the figures come as a file', async () => {
    const downloading = jira.page.waitForEvent('download');
    await app.getByRole('button', { name: 'Export as CSV' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('service-levels-2026-11.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toContain('Breached (measured)');
    expect(lines.find((line) => line.includes(',Resolution,'))?.split(',')[6]).toBe(String(count));
  });

  await test.step('the period before has figures of its own, in the dark and in Chinese', async () => {
    await app.getByRole('button', { name: '← October 2026' }).click();
    await expect(jira.page).toHaveURL(/reports\/month=2026-10$/);
    await jira.become({ theme: 'dark', locale: 'zh-CN' });
    await jira.page.reload();
    await expect(app.getByRole('heading', { name: '2026年10月' })).toBeVisible();
    await expect(app.getByRole('img', { name: /^解决/ })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('on paper there is nothing to press beside the numbers', async () => {
    await jira.page.emulateMedia({ media: 'print' });
    await expect(app.getByText('IT Service Desk (ITSD)')).toBeVisible();
    await expect(app.getByRole('button', { name: '打印' })).toBeHidden();
    await expect(app.getByRole('navigation')).toBeHidden();
    await expect(app.getByLabel('细分依据')).toBeHidden();
  });
});

test('administrators say which fields name customers and groups', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator' });
  const { settings } = jira;
  const customer = settings.getByRole('combobox', { name: 'Field for the customer' });
  await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings/reporting`);
  await expect(customer).not.toHaveValue('');
  expect(await jira.barriers()).toEqual([]);
  await customer.selectOption('Labels');
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(settings.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
  await jira.page.reload();
  await expect(customer).toHaveValue('labels');
});
