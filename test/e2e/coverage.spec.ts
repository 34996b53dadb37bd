import { expect, test, type JiraPages } from './site';

test.use({ siteOf: 'coverage', entry: 'test/e2e/small-site.ts' });

const settingsPage = '/projects/ITSD/settings/project-settings';

async function call(jira: JiraPages, functionKey: string, payload: object): Promise<void> {
  const answer = await jira.call(settingsPage, 'project-settings', functionKey, payload);
  expect(await answer.json()).toMatchObject({ result: { ok: true } });
}

const mail = {
  id: 'mail',
  name: 'E-mail',
  summary: 'Send and receive',
  kind: 'business',
  state: 'published',
  owner: '712020:sam-rivera',
  hours: 'office-hours',
};
const spare = {
  id: 'night-shift',
  name: 'Night shift',
  timeZone: 'Europe/London',
  weekly: { mon: [['22:00', '06:00']] },
  exceptions: [],
};

test('what falls through is found, with the way to where it is mended', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator' });
  await call(jira, 'saveService', { doc: mail, seen: 0 });
  await call(jira, 'saveCalendar', { doc: spare, seen: 0 });
  await jira.waitHours(2);
  await jira.page.goto(jira.url + settingsPage);
  const { settings } = jira;
  const gap = (name: RegExp) => settings.getByRole('region', { name });

  await test.step('rules and catalogue by themselves', async () => {
    await settings.getByRole('button', { name: 'Coverage', exact: true }).press('Enter');
    await expect(jira.page).toHaveURL(/project-settings\/coverage$/);
    await expect(gap(/^Services without an agreement \(1\)/)).toContainText('E-mail');
    await expect(gap(/^Agreements without a service \(1\)/)).toContainText('IT service desk');
    await expect(gap(/^Unused calendars/)).toContainText('Night shift');
    await expect(settings.getByText(/nothing found: .*Holidays that run out/)).toBeVisible();
  });

  await test.step('and the latest issues, with how many and since when', async () => {
    await expect(settings.getByText(/^The \d+ latest issues were read, created since/)).toBeVisible();
    await expect(settings.getByText('These are all that the app has judged.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('issues without a service are counted when somebody asks', async () => {
    await settings.getByRole('button', { name: 'Count issues' }).click();
    await expect(settings.getByText(/belong to no service|belongs to no service/).first()).toBeVisible();
  });

  await test.step('what is mended is found no more', async () => {
    await gap(/^Unused calendars/)
      .getByRole('button', { name: 'Night shift' })
      .click();
    await expect(jira.page).toHaveURL(/calendars\/night-shift$/);
    await call(jira, 'saveCalendar', { doc: { ...spare, archived: true }, seen: 1 });
    await settings.getByRole('button', { name: 'Coverage', exact: true }).click();
    await expect(gap(/^Services without an agreement/)).toBeVisible();
    await expect(settings.getByText('Night shift')).toHaveCount(0);
  });

  await test.step('a server that fails says so, and another try goes on', async () => {
    await jira.spoil({ match: { what: 'invoke', name: 'viewSeen' }, effect: { do: 'answer', status: 500 } });
    await jira.page.reload();
    await expect(settings.getByText('The issues weren’t all read')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await jira.mend();
    await settings.getByRole('button', { name: 'Try again' }).click();
    await expect(settings.getByText('These are all that the app has judged.')).toBeVisible();
  });
});

test('who may do what, who does what, and who did what', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}${settingsPage}/rights`);
  const { settings } = jira;

  await test.step('capabilities, with who has them now as Jira says', async () => {
    const configure = settings.getByRole('row', { name: /^Set service levels up/ });
    await expect(configure).toContainText(/Role Administrators: .*Sam Rivera/);
    await expect(configure).toContainText('Yes');
    await expect(settings.getByRole('row', { name: /^Keep the calendars/ })).toContainText('No');
    await expect(settings.getByRole('row', { name: /^Monitor/ })).toContainText('Nobody has it yet');
  });

  await test.step('who does what for the agreement; what is missing shows', async () => {
    const roles = settings.getByRole('region', { name: 'Who does what for which agreement' });
    await expect(roles.getByRole('row', { name: /IT service desk/ })).toContainText('Missing');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('every change, by whom, and the way to the record', async () => {
    await call(jira, 'saveService', { doc: { ...mail, id: 'telephone', name: 'Telephone' }, seen: 0 });
    await jira.page.reload();
    const log = settings.getByRole('region', { name: 'What was changed' });
    const row = log.getByRole('row', { name: /Telephone/ });
    await expect(row).toContainText('Sam Rivera');
    await expect(row).toContainText('Created');
    await expect(log.getByRole('row', { name: /IT service desk/ })).toContainText('Imported');
    await log.getByRole('combobox', { name: 'Show' }).selectOption('Calendars and holidays');
    await expect(log.getByRole('row', { name: /Office hours, London/ })).toBeVisible();
    await expect(row).toHaveCount(0);
    await log.getByRole('combobox', { name: 'Show' }).selectOption('Repairs');
    await expect(log.getByText('Nothing was changed yet.')).toBeVisible();
    await log.getByRole('combobox', { name: 'Show' }).selectOption('Catalogue');
    await row.getByRole('button', { name: 'Telephone' }).click();
    await expect(jira.page).toHaveURL(/catalogue\/telephone$/);
    await expect(settings.getByRole('region', { name: 'History' })).toBeVisible();
  });

  await test.step('whoever is granted Jira’s permission to monitor may, until it is taken away', async () => {
    const plan = `${jira.url}/projects/ITSD/apps/project-page/improvement`;
    const mayPlan = jira.page
      .frameLocator('iframe[data-module-key="project-page"]')
      .getByRole('button', { name: 'Plan an action' });
    const scheme = `${jira.url}/plugins/servlet/project-config/ITSD/permissions`;
    const granted = jira.page.getByRole('row', { name: /^Monitor service levels/ });
    await jira.become({ who: 'jiraAdministrator' });
    await jira.page.goto(scheme);
    await expect(granted).toContainText('Nobody');
    await jira.page
      .getByRole('combobox', { name: 'Permission', exact: true })
      .selectOption('Monitor service levels');
    await jira.page.getByRole('combobox', { name: 'Project role' }).selectOption('Service Desk Team');
    await jira.page.getByRole('button', { name: 'Grant permission' }).click();
    await expect(granted).toContainText('Service Desk Team');
    expect(await jira.barriers()).toEqual([]);

    await jira.become({ who: 'agent' });
    await jira.page.goto(plan);
    await expect(mayPlan).toBeVisible();
    await jira.become({ who: 'projectAdministrator' });
    await jira.page.goto(`${jira.url}${settingsPage}/rights`);
    await expect(settings.getByRole('row', { name: /^Monitor/ })).toContainText(
      /Role Service Desk Team: .*more/,
    );

    await jira.become({ who: 'jiraAdministrator' });
    await jira.page.goto(scheme);
    await granted.getByRole('button', { name: 'Remove Service Desk Team' }).click();
    await jira.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(granted).toContainText('Nobody');
    await jira.become({ who: 'agent' });
    await jira.page.goto(plan);
    await expect(
      jira.page.frameLocator('iframe[data-module-key="project-page"]').getByText('No actions yet'),
    ).toBeVisible();
    await expect(mayPlan).toHaveCount(0);
    await jira.become({ who: 'projectAdministrator' });
  });

  for (const place of ['coverage', 'rights']) {
    await test.step(`${place} has no barrier in the dark and in Chinese`, async () => {
      await jira.become({ theme: 'dark', locale: 'zh-CN' });
      await jira.page.goto(`${jira.url}${settingsPage}/${place}`);
      await expect(
        settings.getByText(place === 'coverage' ? /^已读取最新的/ : /^角色 Administrators/),
      ).toBeVisible();
      expect(await jira.barriers()).toEqual([]);
    });
  }
});
