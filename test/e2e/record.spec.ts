import { readFile } from 'node:fs/promises';
import { expect, test } from './site';

test.use({ siteOf: 'record' });

const page = '/projects/ITSD/apps/project-page/record';

test('each promised value stands against its target, and what the app cannot measure is entered with evidence', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  const app = jira.page.frameLocator('iframe[data-module-key="project-page"]');
  const table = app.getByRole('group', { name: 'Values of October 2026: IT service desk' });
  const row = (name: RegExp) => table.getByRole('row', { name });

  await test.step('a month that is over is judged, one that runs so far', async () => {
    await jira.page.goto(jira.url + page);
    await expect(app.getByText(/(Met|Missed) so far/).first()).toBeVisible();
    await app.getByRole('button', { name: '← October 2026' }).click();
    await expect(row(/^Attainment Resolution/)).toContainText('at least 80%');
    await expect(row(/^Attainment Resolution/)).toContainText(/Met|Missed/);
    await expect(row(/^Workload/)).toContainText(/at most 2,500/);
    await expect(row(/^Cost/)).toContainText('Missing');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a value opens the timers that make it', async () => {
    const value = row(/^Attainment Resolution/).getByRole('button');
    await value.click();
    await expect(app.getByRole('heading', { name: 'Reported: Resolution · IT service desk' })).toBeVisible();
    await jira.page.goBack();
    await expect(row(/^Cost/)).toBeVisible();
  });

  await test.step('what cannot be is refused at its field, and nothing typed is lost', async () => {
    await row(/^Cost/)
      .getByRole('button', { name: /Enter value/ })
      .click();
    const dialog = app.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('much');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('“much” isn’t a number.', { exact: false })).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Value' }).fill('38000');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Say where the value is from', { exact: false })).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'Value' })).toHaveValue('38000');
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Evidence' }).fill('Ledger of October, page 4');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(row(/^Cost/)).toContainText('38,000');
    await expect(row(/^Cost/)).toContainText('Ledger of October, page 4');
    await expect(row(/^Cost/)).toContainText('Met');
  });

  await test.step('it can be corrected, and stands in the file for spreadsheets', async () => {
    await row(/^Cost/)
      .getByRole('button', { name: /Change value/ })
      .click();
    const dialog = app.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: 'Value' })).toHaveValue('38000');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('41000');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(row(/^Cost/)).toContainText('Missed');
    const [file] = await Promise.all([
      jira.page.waitForEvent('download'),
      app.getByRole('button', { name: /CSV/ }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('monitoring-record-2026-10.csv');
    expect(await readFile(await file.path(), 'utf8')).toMatch(
      /Cost,,40000,41000,number,,,,Missed,Entered by hand/,
    );
  });

  await test.step('why promises were broken leads to the breaches', async () => {
    const causes = app.getByRole('group', { name: 'Breaches by cause: IT service desk' });
    await causes.getByRole('button', { name: 'No cause yet' }).press('Enter');
    await expect(jira.page).toHaveURL(
      /breaches\/from=2026-10-01\/to=2026-10-31\/agreement=it-service-desk\/cause=none$/,
    );
    await expect(app.getByRole('link', { name: /^ITSD-\d+$/ }).first()).toBeVisible();
    await jira.page.goBack();
  });

  await test.step('the plan says where each value comes from, how often, and who sees to it', async () => {
    await app.getByRole('button', { name: 'Monitoring plan' }).click();
    const plan = app.getByRole('group', { name: 'Monitoring plan: IT service desk' });
    await expect(plan.getByRole('row', { name: /^Cost/ })).toContainText('each month');
    await expect(plan.getByRole('row', { name: /^Attainment Resolution/ }).last()).toContainText('each year');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('an agent reads, and enters nothing', async () => {
    await jira.become({ who: 'agent' });
    await jira.page.goto(`${jira.url}${page}/month=2026-10`);
    await expect(row(/^Cost/)).toContainText('41,000');
    await expect(app.getByRole('button', { name: /value/ })).toHaveCount(0);
  });
});

test('an agreement promises something for a period, and says what is wrong with it', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator' });
  const { settings } = jira;
  await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings/agreements/it-service-desk`);
  await settings.getByRole('button', { name: 'Write next version' }).click();
  const part = settings.getByRole('region', { name: 'Targets for a period' });
  await part.getByRole('combobox', { name: 'Add a target' }).selectOption('Mean time taken');
  await part.getByRole('button', { name: 'Add: Mean time taken' }).click();
  const row = part.getByRole('group', { name: /Target 11: Mean time taken/ });
  await row.getByRole('textbox', { name: 'At most' }).fill('2 days');
  await expect(row.getByText('“2 days” isn’t a duration.', { exact: false })).toBeVisible();
  expect(await jira.barriers()).toEqual([]);
  await row.getByRole('textbox', { name: 'At most' }).fill('20h');
  await row.getByRole('combobox', { name: 'Of the timers' }).selectOption('Resolution');
  await settings.getByRole('button', { name: 'Save, check and publish' }).click();
  const difference = settings.getByRole('table').filter({ hasText: 'Mean time taken' });
  await expect(difference).toContainText('at most 20h each month');
});
