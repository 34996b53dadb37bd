import { readFileSync } from 'node:fs';
import type { FrameLocator } from '@playwright/test';
import { expect, test } from './site';

// Moves the clock until a timer is late.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'breaches' });

test('a breach is explained on its issue, its exclusion is asked for by one and approved by another, and the register shows both', async ({
  jira,
}) => {
  const { page } = jira;
  const register: FrameLocator = page.frameLocator('iframe[data-module-key="project-page"]');
  await jira.become({ who: 'agent' });
  const key = await jira.createIncident('The line was cut');
  await jira.waitHours(120);
  await page.goto(`${jira.url}/browse/${key}`);
  const timer = jira.timer('Response');
  await expect(timer).toContainText('Breached');

  await test.step('the agent records the cause', async () => {
    await timer.getByRole('button', { name: 'Record the cause' }).click();
    await timer.getByLabel('Cause').selectOption({ label: 'Supplier' });
    await timer.getByLabel('Responsible').selectOption({ label: 'Supplier' });
    await timer.getByLabel('Explanation').fill('The line was cut');
    await timer.getByLabel('The customer was told').check();
    await timer.getByRole('button', { name: 'Save' }).click();
    await expect(timer.getByText('This isn’t a date and a time.')).toBeVisible();
    await timer.getByLabel('The customer was told').uncheck();
    expect(await jira.barriers()).toEqual([]);
    await timer.getByRole('button', { name: 'Save' }).click();
    await expect(timer.getByRole('button', { name: 'Change what is recorded' })).toBeVisible();
    await expect(timer.getByRole('group', { name: 'About this breach' })).toContainText('Supplier');
  });

  await test.step('asks that it is excluded, and cannot approve it', async () => {
    await timer.getByRole('button', { name: 'Ask for exclusion or extension…' }).click();
    await timer.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(timer.getByText('Say why this is asked for.')).toBeVisible();
    await timer.getByLabel('Reason').fill('Digging in front of the building');
    await timer.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(timer.getByText('You asked for this, so somebody else decides.')).toBeVisible();
    await expect(timer.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    await expect(timer.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  });

  await test.step('a second person finds it in the register, approves it, and both figures are shown', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(`${jira.url}/projects/ITSD/apps/project-page/breaches/exception=asked`);
    const row = register.getByRole('row').filter({ hasText: key });
    await expect(row).toContainText('Asked for');
    await expect(row).toContainText('Supplier');
    expect(await jira.barriers()).toEqual([]);
    await row.getByRole('button', { name: /^Details of/ }).click();
    const held = register.getByRole('table').filter({ hasText: 'Counted time' });
    await expect(held).toHaveText([/^Group.*Unassigned/, /^Assignee.*Unassigned/]);
    await register.getByRole('button', { name: 'Approve', exact: true }).click();
    await register.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(register.getByText(/Approved by/)).toBeVisible();
    await expect(register.getByText(/^Measured\s*Breached\s*Reported\s*Excluded$/)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('several are explained at once', async () => {
    await register.getByRole('button', { name: 'Back to the register' }).click();
    const boxes = register.getByRole('checkbox', { name: /^Choose .* of/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await register.getByRole('button', { name: 'Explain…' }).click();
    const dialog = register.getByRole('dialog');
    await dialog.getByLabel('Cause').selectOption({ label: 'Change or release' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(register.getByRole('row').filter({ hasText: 'Change or release' })).toHaveCount(2);
  });

  await test.step('a breach that no timer measures is recorded by hand, by a cause of the project’s own', async () => {
    await register.getByRole('button', { name: 'Causes' }).click();
    await register.getByRole('button', { name: 'Add a cause' }).click();
    await register.getByRole('button', { name: 'Save' }).click();
    await expect(register.getByText('The cause needs a name.')).toBeVisible();
    await register.getByRole('textbox').last().fill('Weather');
    await register.getByRole('button', { name: 'Save' }).click();
    await register.getByRole('button', { name: 'Record by hand' }).click();
    await register.getByLabel('When it happened').fill('2026-11-20T09:00');
    await register.getByLabel('Promised').fill('99.9 %');
    await register.getByRole('button', { name: 'Save' }).click();
    await expect(register.getByText('Fill this in.')).toBeVisible();
    await register.getByLabel('Given').fill('99.1 %');
    await register.getByLabel('Cause').selectOption({ label: 'Weather' });
    await register.getByRole('button', { name: 'Save' }).click();
    const row = register.getByRole('row').filter({ hasText: 'Promised 99.9 %, given 99.1 %' });
    await expect(row).toContainText('Weather');
    await row.getByRole('button', { name: /^Details of/ }).click();
    await register.getByRole('button', { name: 'Change…' }).click();
    await register.getByRole('dialog').getByRole('button', { name: 'Take out of the register' }).click();
    await expect(register.getByRole('row').filter({ hasText: 'Supplier' })).toHaveCount(1);
    await expect(row).toHaveCount(0);
  });

  await test.step('the file has what the register shows', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      register.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain(`${key},The line was cut,IT service desk,1,Response`);
  });
});
