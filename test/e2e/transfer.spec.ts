import { readFileSync } from 'node:fs';
import { smallDefinitions } from '../support/definitions-on-site';
import { expect, test, type JiraPages } from './site';

test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'transfer' });

const settingsPage = '/projects/ITSD/settings/project-settings';

async function call(jira: JiraPages, name: string, payload: object = {}): Promise<unknown> {
  const answer = await jira.call(settingsPage, 'project-settings', name, payload);
  return answer.json();
}

/** A service, an agreement that waits, a case of it, and a half-written one, beside the sample's definitions. */
async function define(jira: JiraPages): Promise<void> {
  const service = { id: 'mail', name: 'Mail', kind: 'business', state: 'draft', hours: 'office-hours' };
  const { agreements } = JSON.parse(smallDefinitions) as { agreements: [object] };
  const text = { ...agreements[0], id: 'payroll', name: 'Payroll', effectiveFrom: 'soon' };
  for (const [name, payload] of [
    ['saveService', { doc: service, seen: 0 }],
    ['takeStep', { agreement: 'it-service-desk', seen: 0, step: 'suspend', reason: 'Moving house' }],
    [
      'saveCase',
      {
        doc: {
          agreement: 'it-service-desk',
          name: 'Friday at 16:55',
          issue: {
            created: 1_790_000_000_000,
            fields: { priority: [{ id: '3', name: '3 - Moderate' }] },
            changes: [],
          },
          expected: [{ metric: { id: 'resolution', kind: 'resolution' }, outcome: { kind: 'paused' } }],
        },
        seen: 0,
      },
    ],
    ['saveDraft', { doc: { id: 'payroll', basedOn: 0, text }, seen: 0 }],
  ] as const)
    expect(await call(jira, name, payload)).toMatchObject({ result: { ok: true } });
}

async function exported(jira: JiraPages): Promise<string> {
  const saved = jira.page.waitForEvent('download');
  await jira.settings.getByRole('button', { name: 'Export', exact: true }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('service-levels-2026-11-18.json');
  return readFileSync(await download.path(), 'utf8');
}

test('all that is defined is saved as a file and, once the app was removed, comes back the same', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator', locale: 'en-US', theme: 'light' });
  await define(jira);
  const { settings } = jira;
  const file = settings.getByLabel('Definitions file (JSON)');
  const button = (name: string) => settings.getByRole('button', { name, exact: true });
  await jira.page.goto(`${jira.url}${settingsPage}/transfer`);
  const before = await test.step('the file says all of it', async () => {
    const text = await exported(jira);
    expect(
      Object.entries(JSON.parse(text) as Record<string, object>).map(([name, value]) => [
        name,
        Object.keys(Object(value) as object).length,
      ]),
    ).toEqual([
      ['format', 'service-levels/1'.length],
      ['holidaySets', 0],
      ['calendars', 2],
      ['agreements', 1],
      ['scheduled', 0],
      ['drafts', 1],
      ['cases', 1],
      ['services', 1],
      ['reporting', 2],
      ['looks', 0],
      ['lives', 1],
    ]);
    expect(await jira.barriers()).toEqual([]);
    return text;
  });

  await test.step('brought to where it came from it changes nothing', async () => {
    await file.fill(before);
    await button('Check').click();
    await expect(settings.getByText('Nothing new, nothing here otherwise, 7 the same.')).toBeVisible();
  });

  await test.step('the app is removed with all that it kept, and comes back empty', async () => {
    for (const installed of [false, true]) {
      const answer = await jira.page.request.post(`${jira.url}/__site/app`, { data: { installed } });
      expect(await answer.json()).toEqual({ installed });
    }
    // Forge makes its tables in several rounds, a minute apart.
    await jira.waitHours(0.05);
    await expect
      .poll(() => call(jira, 'viewDefinitions'))
      .toMatchObject({ result: { value: { agreements: [] } } });
  });

  await test.step('the file brings all of it back', async () => {
    await jira.page.goto(`${jira.url}${settingsPage}/transfer`);
    await settings.locator('input[type=file]').setInputFiles({
      name: 'service-levels.json',
      mimeType: 'application/json',
      buffer: Buffer.from(before),
    });
    await button('Check').click();
    await expect(settings.getByText('7 new, nothing here otherwise, nothing the same.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await button('Import 7 records').click();
    await expect(settings.getByText('7 records changed, none unchanged.')).toBeVisible();
    expect(await exported(jira)).toBe(before);
    expect(await call(jira, 'viewAgreements')).toMatchObject({
      result: { value: { agreements: [{ id: 'it-service-desk', state: 'suspended' }, { id: 'payroll' }] } },
    });
  });

  await test.step('of what is here otherwise one chooses which is to hold; somebody else’s change is told', async () => {
    const other = before.replace('"Office hours, London"', '"London office"').replace('"Mail"', '"E-mail"');
    await file.fill(other);
    await button('Check').click();
    await expect(settings.getByText('Nothing new, 2 here otherwise, 5 the same.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByLabel('What is to hold for London office').selectOption('Keep what is here');
    const service = { id: 'print', name: 'Print', kind: 'network', state: 'draft' };
    expect(await call(jira, 'saveService', { doc: service, seen: 0 })).toMatchObject({
      result: { ok: true },
    });
    await button('Import 1 record').click();
    await expect(settings.getByText('Nothing was imported')).toBeVisible();
    await button('Check again').click();
    await button('Import 1 record').click();
    await expect(settings.getByText('1 record changed, 5 unchanged.')).toBeVisible();
    expect(await call(jira, 'viewCatalogue')).toMatchObject({
      result: { value: { services: [{ name: 'E-mail' }, { name: 'Print' }] } },
    });
    const { result } = (await call(jira, 'viewCalendars')) as {
      result: { value: { calendars: { record: { name: string } }[] } };
    };
    expect(JSON.stringify(result)).toContain('Office hours, London');
  });
});
