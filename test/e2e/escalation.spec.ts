import { readFileSync } from 'node:fs';
import { expect, test } from './site';

// Publishes a version and moves the clock.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'escalation' });

test('alerts are tried on what happened last month, put into force, and what was done about each is in the log', async ({
  jira,
}) => {
  const { page, settings } = jira;
  const app = page.frameLocator('iframe[data-module-key="project-page"]');
  const log = `${jira.url}/projects/ITSD/apps/project-page/escalations`;
  const response = settings.getByRole('region', { name: 'Response', exact: true });
  const dialog = settings.getByRole('dialog');

  await test.step('before any alert the log says where they are written', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(log);
    await expect(app.getByText(/No alert fits this period/)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('an alert is added with mail and a note', async () => {
    await page.goto(`${jira.url}/projects/ITSD/settings/project-settings/agreements/it-service-desk/edit`);
    await response.getByRole('button', { name: 'Add an alert' }).click();
    const alert = response.getByRole('group', { name: 'Alert 1' });
    await alert.getByRole('button', { name: /^Add.*Send mail/ }).click();
    await expect(alert.getByRole('group', { name: 'Send mail' })).toBeVisible();
    await alert.getByLabel('Then').selectOption({ label: 'Comment' });
    await alert.getByRole('button', { name: /^Add.*Comment/ }).press('Enter');
    await expect(alert.getByRole('group', { name: 'Comment' })).toBeVisible();
  });

  await test.step('while the draft has a mistake nothing is guessed', async () => {
    const share = response.getByRole('group', { name: 'Alert 1' }).getByRole('textbox').first();
    await share.fill('soon');
    await response.getByRole('button', { name: /^Who would have been told/ }).press('Enter');
    await expect(dialog.getByText('First correct the draft')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    await share.fill('75%');
  });

  await test.step('who would have been told is read from real issues, with the busiest hour', async () => {
    await response.getByRole('button', { name: /^Who would have been told/ }).press('Enter');
    await expect(dialog.getByText(/^All \d+ issues looked at/)).toBeVisible();
    const target = dialog.getByRole('group', { name: '75% of the goal used' });
    await expect(target.first()).toContainText(/\d+ alerts? on \d+ issues?; at most \d+ within an hour/);
    await expect(target.first()).toContainText('Mail to the assignee');
    await expect(target.first()).toContainText('The assignee was then:');
    await target.getByText(/^The (latest|issue)/).click();
    await expect(target.getByRole('link', { name: /^ITSD-\d+$/ }).first()).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('it comes into force, and an incident waits too long', async () => {
    await settings.getByRole('button', { name: 'Save, check and publish' }).press('Enter');
    await settings.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
    await expect(settings.getByText('Service level agreement, version 2.')).toBeVisible();
    await jira.become({ who: 'agent' });
  });
  const key = await jira.createIncident('Nobody answers');
  await jira.waitHours(7);

  await test.step('the log says what was done and what Jira refused', async () => {
    await page.goto(log);
    const row = app.getByRole('row').filter({ hasText: key });
    await expect(row).toContainText('Response: 75% of the goal used');
    await expect(row).toContainText(/Internal note\s*Done/i);
    expect(await jira.barriers()).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      app.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    const csv = readFileSync(await file.path(), 'utf8');
    expect(csv.split('\r\n').filter((line) => line.includes(key))).toHaveLength(2);
    await app.getByLabel('Outcome').selectOption({ label: 'Perhaps not sent' });
    await expect(page).toHaveURL(/escalations\/outcome=unsure$/);
    await expect(app.getByText(/No alert fits this period/)).toBeVisible();
  });
});
