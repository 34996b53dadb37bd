import { gzipSync } from 'node:zlib';
import { definitionsFileText } from '../../src/contract/definitions-file';
import { WIDE, wideFile } from '../support/wide-project';
import { expect, test } from './site';

test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'wide' });

const settingsPage = '/projects/ITSD/settings/project-settings';
/** What the file's values are called on the site. */
const names = [
  ['Open', 'New'],
  ['Waiting', 'Awaiting Vendor'],
  ['Done', 'Closed'],
  ['P1', '1 - Critical'],
  ['P2', '2 - High'],
] as const;
/** Beyond some thousand, a page answers its reader late. */
const MOST_ELEMENTS = 8_000;

test('among 500 services, 200 agreements and 60 calendars one finds the one that is wanted', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator', locale: 'en-US', theme: 'light' });
  const { settings } = jira;
  const text = names.reduce(
    (file, [there, here]) => file.replaceAll(`"${there}"`, `"${here}"`),
    definitionsFileText(wideFile(WIDE)),
  );
  const file = { gzip: gzipSync(text).toString('base64') };
  const answer = await jira.call(settingsPage, 'project-settings', 'importDefinitions', { file });
  expect(await answer.json()).toMatchObject({ result: { ok: true, value: { changed: 766 } } });
  const open = async (section: string, shown: string) => {
    await jira.page.goto(`${jira.url}${settingsPage}${section}`);
    await expect(settings.getByText(shown, { exact: true }).first()).toBeVisible();
    expect(await settings.locator('*').count()).toBeLessThan(MOST_ELEMENTS);
  };
  const link = (name: string) => settings.getByRole('button', { name, exact: true });

  await test.step('the overview shows some, and leads to all', async () => {
    await open('', 'Agreements');
    await expect(settings.getByText(/” or 196 more alike/).first()).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await link('Look for one among all 201 agreements').click();
    await settings.getByLabel('Find an agreement').fill('customer 137');
    await expect(settings.getByRole('row')).toHaveCount(2);
    await link('Agreement of customer 137').click();
    await expect(settings.getByRole('heading', { name: 'Agreement of customer 137' })).toBeVisible();
  });

  await test.step('names stand in the order that people count in', async () => {
    await open('/agreements', 'Agreement of customer 199');
    await expect(settings.getByRole('row').nth(3)).toContainText('Agreement of customer 2');
  });

  await test.step('a service is found by its name', async () => {
    await open('/catalogue', 'Service 499');
    await settings.getByLabel('Search services').fill('service 437');
    await link('Service 437').click();
    await expect(settings.getByLabel('Name', { exact: true })).toHaveValue('Service 437');
  });

  for (const [section, shown] of [
    ['/calendars', 'Calendar 59'],
    ['/coverage', 'Services without an agreement (300)'],
    ['/rights', 'Who does what for which agreement'],
  ] as const) {
    await test.step(`${section} shows ${shown}`, () => open(section, shown));
  }
});
