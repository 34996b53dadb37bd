import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from '@playwright/test';
import { expect, test, type JiraPages } from './site';

test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'transfer-site' });

const definitions = readFileSync(path.resolve(__dirname, '../site/sample/definitions.json'), 'utf8');
const adminPage = '/jira/settings/apps/admin';
const settingsPage = '/projects/ITSD/settings/project-settings';

const admin = (jira: JiraPages): FrameLocator => jira.page.frameLocator('iframe[data-module-key="admin"]');

async function call(jira: JiraPages, name: string, payload: object = {}): Promise<unknown> {
  const answer = await jira.call(adminPage, 'admin', name, payload);
  return answer.json();
}

/** A calendar with a holiday set, the ready-made terms, one that is taken out, and defaults. */
async function setUp(jira: JiraPages): Promise<void> {
  const holidaySet = { id: 'feasts', name: 'Feasts', days: [{ yearly: '12-25', name: 'Christmas' }] };
  const calendar = {
    id: 'mornings',
    name: 'Mornings',
    timeZone: 'Europe/Berlin',
    weekly: { mon: [['08:00', '12:00']] },
    holidaySets: ['feasts'],
  };
  const depot = { id: 'depot', en: { name: 'Depot', meaning: 'Where spare parts lie.' }, otherWords: [] };
  for (const [name, payload] of [
    ['saveSiteHolidaySet', { doc: holidaySet, seen: 0 }],
    ['saveSiteCalendar', { doc: calendar, seen: 0 }],
    ['addReadyTerms', {}],
    ['saveTerm', { doc: depot, seen: 0 }],
    ['saveTerm', { doc: { ...depot, removed: true }, seen: 1 }],
    ['saveDefaults', { doc: { id: 'defaults', timeZone: 'Asia/Shanghai', expiringDays: 45 }, seen: 0 }],
  ] as const)
    expect(await call(jira, name, payload)).toMatchObject({ result: { ok: true } });
}

async function exported(jira: JiraPages): Promise<string> {
  const saved = jira.page.waitForEvent('download');
  await admin(jira).getByRole('button', { name: 'Export', exact: true }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('service-levels-site-2026-11-18.json');
  return readFileSync(await download.path(), 'utf8');
}

test('what all projects share is saved as a file and, once the app was removed, comes back the same', async ({
  jira,
}) => {
  await jira.become({ who: 'jiraAdministrator', locale: 'en-US', theme: 'light' });
  await setUp(jira);
  const page = admin(jira);
  const file = page.getByLabel('Site file (JSON)');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const open = () => jira.page.goto(`${jira.url}${adminPage}/transfer`);
  await open();
  const before = await test.step('the file says all of it, and nothing that was taken out', async () => {
    const text = await exported(jira);
    expect(JSON.parse(text)).toMatchObject({
      format: 'service-levels-site/1',
      holidaySets: [{ id: 'feasts' }],
      calendars: [{ id: 'mornings', holidaySets: ['feasts'] }],
      defaults: { timeZone: 'Asia/Shanghai', expiringDays: 45 },
    });
    expect(text).not.toContain('Depot');
    expect(await jira.barriers()).toEqual([]);
    return text;
  });
  const { terms } = JSON.parse(before) as { terms: { id: string; en: { name: string } }[] };
  const all = terms.length + 3;

  await test.step('a file of a project is told where it belongs, and stays in its field', async () => {
    await file.fill(definitions);
    await button('Check').click();
    await expect(page.getByText('This file holds the service levels of one project.')).toBeVisible();
    await expect(file).toHaveValue(definitions);
    await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('brought to where it came from it changes nothing', async () => {
    await file.fill(before);
    await button('Check').click();
    await expect(page.getByText(`Nothing new, nothing here otherwise, ${all} the same.`)).toBeVisible();
  });

  await test.step('the app is removed with all that it kept, and comes back empty', async () => {
    for (const installed of [false, true]) {
      const answer = await jira.page.request.post(`${jira.url}/__site/app`, { data: { installed } });
      expect(await answer.json()).toEqual({ installed });
    }
    // Forge makes its tables in several rounds, a minute apart.
    await jira.waitHours(0.05);
    await expect
      .poll(() => call(jira, 'viewSiteGlossary'))
      .toMatchObject({ result: { value: { terms: [] } } });
  });

  await test.step('the file brings all of it back', async () => {
    await open();
    await page.locator('input[type=file]').setInputFiles({
      name: 'service-levels-site.json',
      mimeType: 'application/json',
      buffer: Buffer.from(before),
    });
    await button('Check').click();
    await expect(page.getByText(`${all} new, nothing here otherwise, nothing the same.`)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await button(`Import ${all} records`).click();
    await expect(page.getByText(`${all} records changed, none unchanged.`)).toBeVisible();
    expect(await exported(jira)).toBe(before);
    expect(await call(jira, 'viewSiteDefaults')).toMatchObject({
      result: { value: { record: { timeZone: 'Asia/Shanghai', expiringDays: 45 } } },
    });
  });

  await test.step('of what is here otherwise one chooses which is to hold; somebody else’s change is told', async () => {
    const [one] = terms;
    const own = { ...one, en: { ...one!.en, meaning: 'As the file has it.' } };
    const other = { ...(JSON.parse(before) as object), terms: [own], defaults: { expiringDays: 60 } };
    const text = JSON.stringify(other);
    await file.fill(text);
    await button('Check').click();
    await expect(page.getByText('Nothing new, 2 here otherwise, 2 the same.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await page.getByLabel('What is to hold for Defaults').selectOption('Keep what is here');
    const doc = { id: 'hub', en: { name: 'Hub', meaning: 'Where wires meet.' }, otherWords: [] };
    expect(await call(jira, 'saveTerm', { doc, seen: 0 })).toMatchObject({ result: { ok: true } });
    await button('Import 1 record').click();
    await expect(page.getByText('Nothing was imported')).toBeVisible();
    await expect(file).toHaveValue(text);
    await button('Check again').click();
    await button('Import 1 record').click();
    await expect(page.getByText('1 record changed, 2 unchanged.')).toBeVisible();
    const after = await exported(jira);
    expect(after).toContain('As the file has it.');
    expect(after).toContain('"expiringDays": 45');
  });

  await jira.become({ who: 'projectAdministrator' });
  const { settings } = jira;

  await test.step('at a project it is told where it belongs, and carried by nobody else', async () => {
    await jira.page.goto(`${jira.url}${settingsPage}/transfer`);
    await settings.getByLabel('Definitions file (JSON)').fill(before);
    await settings.getByRole('button', { name: 'Check' }).click();
    await expect(
      settings.getByText('This file holds what all projects of a site share. Jira administrators import it'),
    ).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    for (const name of ['exportSite', 'reviewSiteImport', 'importSite']) {
      const answer = await jira.call(settingsPage, 'project-settings', name, { file: before });
      expect(await answer.json()).toMatchObject({ result: { ok: false, refusal: 'not-allowed' } });
    }
  });

  await test.step('a project’s log says who brought it, and leads to the glossary', async () => {
    await jira.page.goto(`${jira.url}${settingsPage}/rights`);
    const log = settings.getByRole('region', { name: 'What was changed' });
    await log.getByRole('combobox', { name: 'Show' }).selectOption('Defaults');
    const defaults = log.getByRole('row', { name: /Site defaults, revision 1/ });
    await expect(defaults).toContainText('Jordan Lee');
    await expect(defaults).toContainText('Imported');
    await expect(defaults).toContainText('shared by all projects');
    await log.getByRole('combobox', { name: 'Show' }).selectOption('Glossary');
    const hub = log.getByRole('row', { name: /Hub/ });
    await expect(hub).toContainText('Term of the glossary, revision 1');
    expect(await jira.barriers()).toEqual([]);
    await hub.getByRole('button', { name: 'Hub' }).click();
    await expect(jira.page).toHaveURL(/project-settings\/glossary$/);
    await expect(settings.getByRole('row', { name: /^Hub/ })).toContainText('Where wires meet.');
  });
});
