import { readFileSync } from 'node:fs';
import type { FrameLocator } from '@playwright/test';
import { expect, test } from './site';

// Moves the clock until an outage has lasted.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'outages' });

const section = '/projects/ITSD/apps/project-page/outages';

test('outages are recorded, merged, corrected, confirmed and withdrawn, and issues become outages by rule', async ({
  jira,
}) => {
  const { page } = jira;
  const register: FrameLocator = page.frameLocator('iframe[data-module-key="project-page"]');
  const button = (name: string) => register.getByRole('button', { name, exact: true });
  const dialog = register.getByRole('dialog');
  const figures = register.getByRole('group', { name: 'Availability of services' }).getByRole('row');
  const rows = register.getByRole('group', { name: 'Outages', exact: true }).getByRole('row');
  const read = async <Value>(functionKey: string, payload: object): Promise<Value> => {
    const answer = await jira.call(
      '/projects/ITSD/settings/project-settings',
      'project-settings',
      functionKey,
      payload,
    );
    const { result } = (await answer.json()) as { result: { ok: boolean; value: Value } };
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true });
    return result.value;
  };
  await jira.become({ who: 'projectAdministrator' });
  const { accountId: owner } = (await jira.rest('agent', 'GET', '/rest/api/3/myself')) as {
    accountId: string;
  };

  await test.step('without a service there is nothing to record', async () => {
    await page.goto(`${jira.url}${section}`);
    await expect(register.getByText('There is no service yet that could be out.')).toBeVisible();
    await expect(button('Record an outage')).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  const mail = { id: 'mail', name: 'Mail', summary: 'Letters', kind: 'business', state: 'published' };
  await read('saveService', { doc: { ...mail, owner, hours: 'office-hours', rto: '1h' }, seen: 0 });

  await test.step('an outage is recorded by hand, once it makes sense', async () => {
    await page.reload();
    await expect(register.getByText('No outage in this period.')).toBeVisible();
    await button('Record an outage').click();
    await button('Save').click();
    await expect(register.getByText('This isn’t a date and a time.')).toBeVisible();
    await register.getByLabel('Began').fill('2026-11-17T09:00');
    await register.getByLabel('Restored').fill('2026-11-17T08:00');
    await register.getByLabel('Explanation').fill('A disk was full');
    expect(await jira.barriers()).toEqual([]);
    await button('Save').click();
    await expect(register.getByText('The service can’t be restored before the outage begins.')).toBeVisible();
    await register.getByLabel('Restored').fill('2026-11-17T10:30');
    await button('Save').click();
    await expect(rows.nth(1)).toContainText(/Mail.*Full.*1 h 30 m.*Missed/);
    await expect(figures.nth(1)).toContainText(/Mail.*1 h 30 m.*1.*Needs two failures/);
  });

  await test.step('what overlaps counts once', async () => {
    await button('Record an outage').click();
    await register.getByLabel('Began').fill('2026-11-17T10:00');
    await register.getByLabel('Restored').fill('2026-11-17T11:00');
    await button('Save').click();
    await expect(rows).toHaveCount(3);
    await expect(figures.nth(1).getByRole('cell').nth(2)).toHaveText('1');
    await expect(figures.nth(1).getByRole('cell').nth(1)).toHaveText('2 h');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a correction is kept, and a restoration confirmed by name', async () => {
    await rows.nth(2).getByRole('button').click();
    await expect(register.getByText('This was a major outage.')).toBeVisible();
    await button('Correct…').click();
    await dialog.getByLabel('Cause').selectOption({ label: 'Capacity or performance' });
    await dialog.getByLabel('What was behind it').fill('Nobody watched it');
    await dialog.getByLabel('What is done so that it doesn’t come again').fill('An alarm at 80 %');
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(register.getByText('This was a major outage.')).toHaveCount(0);
    await button('Confirm restoration').click();
    await expect(register.getByText(/Sam Rivera ·/).first()).toBeVisible();
    await register.getByText('2 earlier revisions').click();
    await expect(register.getByRole('listitem').filter({ hasText: 'A disk was full' })).toHaveCount(2);
    expect(await jira.barriers()).toEqual([]);
    await button('Back to the register').click();
    await expect(rows.nth(2)).toContainText(/Capacity or performance.*Sam Rivera/);
  });

  await test.step('what was recorded in error is withdrawn with a reason', async () => {
    await rows.nth(1).getByRole('button').click();
    await button('Withdraw…').click();
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await expect(dialog.getByText('Fill this in.')).toBeVisible();
    await dialog.getByLabel('Reason for withdrawing').fill('The same one');
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await expect(dialog).toHaveCount(0);
    await button('Back to the register').click();
    await expect(rows.nth(1)).toContainText('Withdrawn');
    await expect(figures.nth(1).getByRole('cell').nth(1)).toHaveText('1 h 30 m');
  });

  await test.step('a rule says which issues are outages', async () => {
    await button('Rules for outages').click();
    await button('Add a rule').click();
    await button('Save').click();
    await expect(register.getByText('The rule needs a name.')).toBeVisible();
    await register.getByLabel('Name of the rule').fill('Mail is down');
    await register.getByLabel('Service').selectOption({ label: 'Mail' });
    expect(await jira.barriers()).toEqual([]);
    await button('Save').click();
    await expect(register.getByRole('heading', { name: 'Outage register' })).toBeVisible();
  });

  await test.step('such an issue begins an outage, and its restoration ends it', async () => {
    await jira.become({ who: 'agent' });
    const key = await jira.createIncident('No mail at all');
    await page.goto(`${jira.url}/browse/${key}`);
    await jira.setPriority('1 - Critical');
    await jira.waitHours(2);
    await page.goto(`${jira.url}${section}`);
    const row = rows.filter({ hasText: key });
    await expect(row).toContainText(/Not restored yet.*2 h/, { timeout: 60_000 });
    await expect(row).toContainText('By rule');
    await expect(button('Record an outage')).toHaveCount(0);
    await page.goto(`${jira.url}/browse/${key}`);
    await jira.moveTo('Active');
    await jira.moveTo('Resolved');
    await jira.waitHours(1);
    await page.goto(`${jira.url}${section}`);
    await expect(row).not.toContainText('Not restored yet', { timeout: 60_000 });
    await expect(row).toContainText(/Full.*Missed/);
    await expect(figures.nth(1)).not.toContainText('Needs two failures');
  });

  await test.step('the file has what the register shows', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), button('Export as CSV').click()]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('Mail,2026-11-17T09:00:00.000Z,2026-11-17T10:30:00.000Z,1 h 30 m,');
    expect(text).toContain('The same one');
  });

  await test.step('in Chinese, in the dark and on a narrow page nothing stands in the way', async () => {
    await jira.become({ locale: 'zh-CN', theme: 'dark' });
    await page.setViewportSize({ width: 480, height: 900 });
    await page.reload();
    await expect(register.getByRole('heading', { name: '中断登记' })).toBeVisible();
    const inChinese = register.getByRole('group', { name: '中断', exact: true }).getByRole('row');
    await expect(inChinese).toHaveCount(4);
    expect(await jira.barriers()).toEqual([]);
  });
});
