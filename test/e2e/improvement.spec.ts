import { readFileSync } from 'node:fs';
import { expect, test } from './site';

// Moves the clock until a timer is late.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'improvement' });

test('an action is planned because of a breach, becomes a Jira issue, is done with it, and its effect is judged', async ({
  jira,
}) => {
  const { page } = jira;
  const app = page.frameLocator('iframe[data-module-key="project-page"]');
  const plan = `${jira.url}/projects/ITSD/apps/project-page/improvement`;
  await jira.become({ who: 'agent' });
  const late = await jira.createIncident('The line was cut');
  await jira.waitHours(120);

  await test.step('whoever may not plan sees the plan and is told who may', async () => {
    await page.goto(plan);
    await expect(app.getByText('No actions yet')).toBeVisible();
    await expect(app.getByText(/You may look here, not write/)).toBeVisible();
    await expect(app.getByRole('button', { name: 'Plan an action' })).toHaveCount(0);
  });

  await test.step('a manager plans it from the register; the form knows where it comes from', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(`${jira.url}/projects/ITSD/apps/project-page/breaches`);
    await app.getByRole('button', { name: `Plan an action for Response, ${late}` }).click();
    await expect(app.getByLabel('Because of')).toHaveValue('breach');
    await expect(app.getByLabel('Agreement')).toHaveValue('it-service-desk');
    await expect(app.getByLabel('Target')).toHaveValue('response');
    await app.getByRole('button', { name: 'Save' }).click();
    await expect(app.getByText('Give the action a title that says what is to be done.')).toBeVisible();
    await expect(app.getByText('Say by which day it is to be done.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await app.getByLabel('What is to be done').fill('Keep a second line');
    await app.getByLabel('Due', { exact: true }).fill('2026-11-20');
    await app.getByRole('button', { name: 'Save' }).click();
    await expect(app.getByRole('heading', { name: 'Keep a second line' })).toBeVisible();
    await expect(app.getByText('Response · IT service desk')).toBeVisible();
    await expect(app.getByRole('row', { name: /Before it was planned/ })).toContainText(/\d+ of \d+/);
    await expect(app.getByText(/over the 90 days after the action is done/)).toBeVisible();
  });

  let key = '';
  await test.step('it becomes a Jira issue with what the action says', async () => {
    await app.getByRole('button', { name: 'Create a Jira issue…' }).click();
    const dialog = app.getByRole('dialog');
    await expect(dialog.getByLabel('Issue type')).toHaveValue(/\d+/);
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    const link = app.getByRole('link', { name: /^ITSD-\d+$/ });
    key = await link.innerText();
    const issue = (await jira.rest('agent', 'GET', `/rest/api/3/issue/${key}`)) as {
      fields: { summary: string; duedate: string; assignee: { displayName: string } };
    };
    expect(issue.fields).toMatchObject({
      summary: 'Keep a second line',
      duedate: '2026-11-20',
      assignee: { displayName: 'Sam Rivera' },
    });
  });

  await test.step('the plan marks what is late, and is narrowed down in its address', async () => {
    await jira.waitHours(48);
    await page.goto(plan);
    const row = app.getByRole('row').filter({ hasText: 'Keep a second line' });
    await expect(row).toContainText('Late');
    await expect(row).toContainText('New');
    await expect(app.getByText('1 action is open, 1 of them late.')).toBeVisible();
    await app.getByLabel('State').selectOption({ label: 'Dropped' });
    await expect(app.getByText('No action fits these filters.')).toBeVisible();
    await expect(page).toHaveURL(/improvement\/state=dropped$/);
    await app.getByLabel('State').selectOption({ label: 'All' });
    await app.getByLabel('Late only').check();
    await expect(row).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('the issue is done in Jira, and one click has the action done', async () => {
    await page.goto(`${jira.url}/browse/${key}`);
    await jira.moveTo('Active');
    await jira.moveTo('Resolved');
    await page.goto(plan);
    await expect(app.getByRole('row').filter({ hasText: 'Keep a second line' })).toContainText(
      'Done in Jira',
    );
    await app.getByRole('button', { name: 'Keep a second line' }).click();
    await expect(app.getByText(/Its issue is done in Jira/)).toBeVisible();
    await app.getByRole('button', { name: 'Mark as done' }).click();
    await expect(app.getByText('Done, not judged yet').first()).toBeVisible();
    await expect(app.getByRole('row', { name: /After it was done/ })).toContainText('So far; complete from');
  });

  await test.step('its effect shows, and is judged by a person', async () => {
    const kept = await jira.createIncident('Another line');
    await jira.waitHours(48);
    await page.goto(`${jira.url}/browse/${kept}`);
    await jira.moveTo('Active');
    await expect(jira.timer('Response')).toContainText(/Met|Breached/);
    await page.goto(plan);
    await app.getByRole('button', { name: 'Keep a second line' }).click();
    // The timer is counted once the app has heard of it, a moment after the panel shows it.
    const after = app.getByRole('row', { name: /After it was done/ });
    await expect(async () => {
      await page.reload();
      await expect(after).toContainText(/\d of [1-9]/, { timeout: 5_000 });
    }).toPass();
    await app.getByRole('button', { name: 'Judge not effective…' }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Judge not effective' }).click();
    await expect(dialog.getByText('Say why.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await app.getByRole('button', { name: 'Judge effective…' }).click();
    await dialog.getByLabel('Remark, if any').fill('The second line held');
    await dialog.getByRole('button', { name: 'Judge effective' }).click();
    await expect(app.getByText('Judged effective by Sam Rivera')).toBeVisible();
    await expect(app.getByText(/By the figures of then: \d+ of \d+ before, \d of [1-9] after/)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('an issue that is there already is bound; an audit’s finding is worked off', async () => {
    await page.goto(`${plan}/new/source=audit`);
    await app.getByLabel('What is to be done').fill('Write the rule down');
    await app.getByLabel('Due', { exact: true }).fill('2027-01-31');
    await app.getByLabel('Finding').fill('Nobody knows the rule');
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByRole('button', { name: 'Bind an existing issue…' }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByLabel('Key of the issue').fill('ITSD-999999');
    await dialog.getByRole('button', { name: 'Bind', exact: true }).click();
    await expect(dialog.getByText(/You can’t see an issue ITSD-999999/)).toBeVisible();
    await dialog.getByLabel('Key of the issue').fill(late.toLowerCase());
    await dialog.getByRole('button', { name: 'Bind', exact: true }).click();
    await expect(app.getByRole('link', { name: late })).toBeVisible();
    await app.getByRole('button', { name: 'Mark as done' }).click();
    await expect(app.getByText('Say first how the finding was corrected.', { exact: false })).toBeVisible();
  });

  await test.step('one that needs another agreement leads to where that is written', async () => {
    await page.goto(plan);
    await app.getByRole('button', { name: 'Keep a second line' }).click();
    await app.getByRole('button', { name: 'Change the agreement in the project settings' }).click();
    await expect(page).toHaveURL(/project-settings\/agreements\/it-service-desk$/);
  });

  await test.step('the file has what the plan shows', async () => {
    await page.goto(plan);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      app.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain(
      'Keep a second line,,Process,Breach,Response · IT service desk,Sam Rivera,2026-11-20',
    );
    expect(text).toContain('Nobody knows the rule');
  });
});
