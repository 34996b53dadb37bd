import { readFileSync } from 'node:fs';
import { expect, test } from './site';

// Moves the clock.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'improvement' });

test('a complaint is recorded, answered, closed and taken up again, and comes as an issue; satisfaction is entered with how many answered', async ({
  jira,
}) => {
  const { page } = jira;
  const app = page.frameLocator('iframe[data-module-key="project-page"]');
  const register = `${jira.url}/projects/ITSD/apps/project-page/complaints`;
  const dialog = app.getByRole('dialog');

  await test.step('an agent reads, and is offered nothing to write', async () => {
    await jira.become({ who: 'agent' });
    await page.goto(register);
    await expect(app.getByText(/No complaint was recorded yet/)).toBeVisible();
    await expect(app.getByRole('button', { name: 'Record a complaint' })).toHaveCount(0);
  });

  await test.step('a manager records one, and its mistakes are said at the fields', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(register);
    await app.getByRole('button', { name: 'Record a complaint' }).click();
    await app.getByRole('button', { name: 'Save' }).click();
    await expect(app.getByText('This isn’t a date and a time.')).toBeVisible();
    await app.getByLabel('Received').fill('2026-11-10T09:00');
    await app.getByRole('button', { name: 'Save' }).click();
    await expect(app.getByText('Say who complained.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await app.getByLabel('Customer').fill('Northwind');
    await app.getByLabel('What it is about').fill('Nobody calls back');
    await app.getByLabel('Answer by').fill('2026-11-12');
    await app.getByLabel('Agreement').selectOption({ label: 'IT service desk' });
    await app.getByRole('button', { name: 'Save' }).click();
    await expect(app.getByRole('heading', { name: 'Northwind' })).toBeVisible();
    await expect(app.getByText('Answer is late')).toBeVisible();
  });

  await test.step('it is answered with what came of it, and becomes an action', async () => {
    await app.getByRole('button', { name: 'Record the answer…' }).click();
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(dialog.getByText('Say what came of it.')).toBeVisible();
    await dialog.getByLabel('Outcome').fill('We called, and apologised');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(app.getByRole('definition').filter({ hasText: 'apologised' })).toBeVisible();
    await app.getByRole('button', { name: 'Close…' }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(app.getByText('Closed', { exact: true }).first()).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await app.getByRole('button', { name: 'Plan an action…' }).click();
    await expect(app.getByLabel('Because of')).toHaveValue('complaint');
  });

  await test.step('the register shows it, and the file too', async () => {
    await page.goto(`${register}/state=closed`);
    await expect(app.getByRole('row').filter({ hasText: 'Northwind' })).toContainText('Closed');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      app.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('Northwind,Nobody calls back,IT service desk,Sam Rivera,2026-11-12');
  });

  await test.step('satisfaction of a month is entered, and corrected', async () => {
    await app.getByRole('button', { name: 'Enter satisfaction' }).click();
    await dialog.getByLabel('Month').fill('2026-10');
    await dialog.getByLabel('How many answered').fill('12');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText(/Enter at least one value/)).toBeVisible();
    await dialog.getByLabel('Average score, 1 to 5').fill('4,5');
    await dialog.getByLabel('NPS, −100 to 100').fill('101');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Enter a number from -100 to 100.')).toBeVisible();
    await dialog.getByLabel('NPS, −100 to 100').fill('');
    await dialog.getByLabel('Satisfied, in percent').fill('83');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const row = app.getByRole('row').filter({ hasText: 'October 2026' });
    await expect(row).toContainText('124.583%');
    expect(await jira.barriers()).toEqual([]);
    await row.getByRole('button', { name: 'Change October 2026, IT service desk' }).click();
    await dialog.getByRole('button', { name: 'Take out' }).click();
    await expect(row).toHaveCount(0);
  });

  await test.step('a customer rates a resolved request, and the day after the rating is read', async () => {
    await jira.become({ who: 'customer' });
    await page.goto(`${jira.url}/servicedesk/customer/portal/1/create/1`);
    await page.getByLabel('Summary').fill('The printer prints no more');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByLabel('Reply')).toBeVisible();
    const request = page.url();
    await jira.become({ who: 'agent' });
    await page.goto(`${jira.url}/browse/${request.split('/').at(-1)}`);
    await jira.moveTo('Resolved');
    await jira.become({ who: 'customer' });
    await page.goto(request);
    await page.getByLabel('4 stars').check();
    await page.getByRole('button', { name: 'Rate' }).click();
    await expect(page.getByRole('heading', { name: 'You rated our service' })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await jira.waitHours(25);
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(register);
    const row = app.getByRole('row').filter({ hasText: 'Ratings in Jira' });
    await expect(row).toContainText(
      /November 2026IT service deskRatings in Jira14100%—The app has looked at/,
    );
    await expect(row.getByRole('button')).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('issues of a chosen type are listed beside the register, and one is recorded', async () => {
    const fields = {
      project: { key: 'ITSD' },
      issuetype: { name: 'Service request' },
      summary: 'The wrong toner once more',
    };
    const { key } = (await jira.rest('agent', 'POST', '/rest/api/3/issue', { fields })) as { key: string };
    await expect(app.getByRole('heading', { name: 'Jira issues that are complaints' })).toHaveCount(0);
    await page.goto(`${jira.url}/projects/ITSD/settings/project-settings/reporting`);
    const choice = jira.settings.getByRole('group', { name: 'Issue types that are complaints' });
    await choice.getByRole('checkbox', { name: 'Service request' }).check();
    expect(await jira.barriers()).toEqual([]);
    const saved = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('saveComplaintTypes'),
    );
    await jira.settings.getByRole('button', { name: 'Save the issue types' }).click();
    await saved;
    // By then the search finds it, and the app has read it.
    await jira.waitHours(1);
    const searches = { what: 'jira', name: 'POST /rest/api/3/search/jql', by: 'user' } as const;
    await jira.spoil({ match: searches, effect: { do: 'answer', status: 503 } });
    await page.goto(register);
    await expect(app.getByText('The issues can’t be shown')).toBeVisible();
    await expect(app.getByRole('row').filter({ hasText: 'Northwind' })).toBeVisible();
    await jira.mend();
    await app.getByRole('button', { name: 'Try again' }).click();
    const row = app.getByRole('row').filter({ hasText: key });
    await expect(row).toContainText('Not recorded yet');
    await expect(row).toContainText(/ResponseRunning.*ResolutionRunning/);
    await expect(app.getByText('1 issue shown · 1 not recorded yet')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await row.getByRole('button', { name: `Record… ${key}` }).click();
    await expect(app.getByLabel('What it is about')).toHaveValue('The wrong toner once more');
    await expect(app.getByLabel('Customer')).toHaveValue('Alex Morgan');
    await expect(app.getByLabel('Issue')).toHaveValue(key);
    await app.getByLabel('Answer by').fill('2026-12-15');
    await app.getByRole('button', { name: 'Save' }).click();
    await expect(app.getByRole('definition').filter({ hasText: key })).toContainText('Running');
    expect(await jira.barriers()).toEqual([]);
    await page.goto(register);
    await row.getByRole('button', { name: `Recorded ${key}` }).click();
    await expect(app.getByRole('heading', { name: 'Alex Morgan' })).toBeVisible();
    await page.goto(register);
    await expect(app.getByText('1 issue shown · all are recorded')).toBeVisible();
    await page.goto(`${register}/new/issue=${key}`);
    await expect(app.getByText(`${key} is in the register already.`)).toBeVisible();
  });
});
