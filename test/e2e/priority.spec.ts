import { expect, test } from './site';

// Publishes a version.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'priority' });

test('a table of priorities is written and published; the issue shows what it gives, and takes it over', async ({
  jira,
}) => {
  const { page, settings } = jira;
  await jira.become({ who: 'projectAdministrator' });
  await page.goto(`${jira.url}/projects/ITSD/settings/project-settings/agreements/it-service-desk`);

  await test.step('it begins with the fields of the project and a proposal', async () => {
    await settings.getByRole('button', { name: 'Write next version' }).click();
    await settings.getByRole('button', { name: 'Remove the table of priorities' }).press('Enter');
    await settings.getByRole('button', { name: 'Set up a table of priorities' }).press('Enter');
    await expect(settings.getByLabel('Field for the impact')).toHaveValue('customfield_10056');
    await expect(settings.getByLabel('Field for the urgency')).toHaveValue('customfield_10057');
    const cell = settings.getByLabel('2 - Medium × 2 - Medium');
    await expect(cell).toHaveValue(/^\d - /);
    await cell.selectOption({ label: '2 - High' });
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('what is wrong stands at its field', async () => {
    await settings.getByLabel('Field for the urgency').selectOption({ label: 'Impact' });
    await expect(settings.getByText(/Use two fields/)).toBeVisible();
    await settings.getByLabel('Field for the urgency').selectOption({ label: 'Urgency' });
    await settings.getByLabel('2 - Medium × 2 - Medium').selectOption({ label: '2 - High' });
  });

  await test.step('published with the rest, it stands among the differences', async () => {
    await settings.getByRole('button', { name: 'Save, check and publish' }).click();
    const row = settings.getByRole('row').filter({ hasText: '2 - Medium × 2 - Medium' });
    await expect(row).toContainText('2 - High');
    await settings.getByRole('textbox', { name: /Reason for the change/ }).fill('Agreed with the business');
    await settings.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(settings.getByText('Service level agreement, version 2.')).toBeVisible();
  });

  await test.step('the issue shows that Jira differs, and is given the priority', async () => {
    await jira.become({ who: 'agent' });
    await jira.openYoungest('Active', '3 - Moderate');
    const said = jira.panel.getByRole('group', { name: 'Priority' });
    await expect(said).toContainText('By impact 2 - Medium × urgency 2 - Medium: priority 2 - High');
    await expect(said).toContainText('The priority in Jira differs: 3 - Moderate instead of 2 - High.');
    expect(await jira.barriers()).toEqual([]);
    // What people said of the breach above comes last, and moves it.
    await said.getByRole('button', { name: 'Set to 2 - High' }).press('Enter');
    await expect(said).not.toContainText('differs');
    await expect(jira.timer('Resolution')).toContainText('because priority is 2 - High');
    await expect(page.getByLabel('Priority')).toContainText('2 - High');
    expect(await jira.barriers()).toEqual([]);
  });
});
