import type { FrameLocator } from '@playwright/test';
import { expect, test, type JiraPages } from './site';

test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'site-settings' });
test.describe.configure({ mode: 'serial' });

const adminPage = '/jira/settings/apps/admin';
const settingsPage = '/projects/ITSD/settings/project-settings';

const admin = (jira: JiraPages): FrameLocator => jira.page.frameLocator('iframe[data-module-key="admin"]');

async function openAdmin(jira: JiraPages, section: string): Promise<FrameLocator> {
  await jira.become({ who: 'jiraAdministrator' });
  await jira.page.goto(`${jira.url}${adminPage}/${section}`);
  return admin(jira);
}

test('Jira administrators write the glossary, and agreements explain its terms', async ({ jira }) => {
  const page = await openAdmin(jira, 'glossary');

  await test.step('it begins with ready-made terms, at one click', async () => {
    await expect(page.getByText('No terms yet')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await page.getByRole('button', { name: /^Add \d+ ready-made terms/ }).click();
    await expect(page.getByText(/terms were added/)).toBeVisible();
    await page.getByLabel('Search terms').fill('outage');
    await expect(page.getByRole('row', { name: /^outage/ })).toContainText('服务中断');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('no word means two things, and nothing that was written is lost', async () => {
    await page.getByRole('button', { name: 'New term' }).click();
    await page.getByLabel('Term in English').fill('Depot');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Please say what it means.')).toBeVisible();
    await page.getByLabel('Meaning in English').fill('Where spare parts lie.');
    await page.getByLabel('Other words for it').fill('stores\noutage');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('“outage” already means “outage”.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await page.getByLabel('Other words for it').fill('stores');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('“Depot” is saved.')).toBeVisible();
  });

  await test.step('nobody overwrites what they have not seen', async () => {
    await page.getByLabel('Search terms').fill('depot');
    await page.getByRole('button', { name: 'Change Depot' }).press('Enter');
    const meaning = page.getByLabel('Meaning in English');
    await meaning.fill('A room.');
    const doc = { id: 'depot', en: { name: 'Depot', meaning: 'A warehouse.' }, otherWords: [] };
    const saved = await jira.call(adminPage, 'admin', 'saveTerm', { doc, seen: 1 });
    expect(await saved.json()).toMatchObject({ result: { ok: true } });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(meaning).toHaveValue('A room.');
    await page.getByRole('button', { name: 'Show what was saved' }).click();
    await expect(meaning).toHaveValue('A warehouse.');
    await page.getByRole('button', { name: 'Close' }).click();
  });

  await jira.become({ who: 'projectAdministrator' });
  const { settings } = jira;

  await test.step('a project reads it', async () => {
    await jira.page.goto(`${jira.url}${settingsPage}/glossary`);
    await settings.getByLabel('Search terms').fill('Depot');
    await expect(settings.getByRole('row', { name: /^Depot/ })).toContainText('A warehouse.');
    await expect(settings.getByRole('button', { name: 'New term' })).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a clause opens the meaning of its terms, with the keyboard too', async () => {
    const text = {
      id: 'parts',
      kind: 'SLA',
      name: 'Spare parts',
      timeZone: 'UTC',
      effectiveFrom: '2026-12-01',
      metrics: [],
      details: {
        sections: [
          { kind: 'overview', text: 'After an outage parts come from the depot.' },
          { kind: 'glossary', text: 'Depot: the room at the gate' },
        ],
      },
    };
    const doc = { id: 'parts', basedOn: 0, text };
    const saved = await jira.call(settingsPage, 'project-settings', 'saveDraft', { doc, seen: 0 });
    expect(await saved.json()).toMatchObject({ result: { ok: true } });
    await jira.page.goto(`${jira.url}${settingsPage}/agreements/parts`);
    const term = settings.getByRole('button', { name: 'depot', exact: true });
    await term.focus();
    await term.press('Enter');
    await expect(settings.getByText('A warehouse.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await term.press('Escape');
    await expect(settings.getByText('A warehouse.')).toHaveCount(0);
  });
});

test('defaults hold for what is new, and the quotas are told', async ({ jira }) => {
  const page = await openAdmin(jira, 'defaults');

  await test.step('they keep their bounds', async () => {
    await page.getByLabel('Expiring from').fill('0');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Please give a whole number from 1 to 365.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await page.getByLabel('Expiring from').fill('45');
    await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Always this one');
    await page.getByRole('combobox', { name: 'Time zone' }).nth(1).fill('Asia/Shanghai');
    await page.getByLabel('Service hours').selectOption({ value: '7x12' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('The defaults are saved.')).toBeVisible();
  });

  await test.step('a new calendar begins with them', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await jira.page.goto(`${jira.url}${settingsPage}/calendars/+`);
    const zone = jira.settings.getByLabel('Time zone');
    await expect(zone).toHaveValue('Asia/Shanghai');
  });

  await test.step('what the app took is shown, and what it cannot know is said to be unknown', async () => {
    const quota = await openAdmin(jira, 'quota');
    await expect(quota.getByRole('img', { name: /^Points an hour/ })).toBeVisible();
    await expect(quota.getByText('Jira has not said')).toBeVisible();
    await quota.getByText('Hour by hour').click();
    await expect(quota.getByRole('table').filter({ hasText: 'Requests to Jira' })).toBeVisible();
    await expect(quota.getByRole('row', { name: /^SQL time in a minute/ })).toContainText('Not known');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('the product’s values come back', async () => {
    const defaults = await openAdmin(jira, 'defaults');
    await expect(defaults.getByLabel('Expiring from')).toHaveValue('45');
    await defaults.getByRole('button', { name: 'Back to the product’s values' }).click();
    await defaults.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(defaults.getByText('The defaults are saved.')).toBeVisible();
    await expect(defaults.getByLabel('Expiring from')).toHaveValue('30');
  });
});
