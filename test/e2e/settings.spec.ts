import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './site';

const sample = readFileSync(path.resolve(__dirname, '../site/sample/definitions.json'), 'utf8');

test('a service level manager imports definitions: told what is wrong, nothing half done, nothing lost', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings`);
  const { settings } = jira;
  const text = settings.getByLabel('Definitions file (JSON)');
  const section = (name: string) => settings.getByRole('navigation').getByRole('button', { name }).click();

  await test.step('what is in force shows', async () => {
    await expect(settings.getByRole('heading', { name: 'IT service desk' })).toBeVisible();
    await expect(settings.getByText('Office hours, London').first()).toBeVisible();
  });

  const spoilt = JSON.stringify(JSON.parse(sample), undefined, 2)
    .replaceAll('"1 - Critical"', '"0 - Catastrophic"')
    .replace(/("id": "office-hours"[^]*?"weekly": )\{[^}]*\}/, '$1{}');

  await test.step('an unknown priority and a calendar without hours are refused, each with its place', async () => {
    await section('Export and import');
    await text.fill(spoilt);
    await settings.getByRole('button', { name: 'Check' }).click();
    await expect(settings.getByText('Nothing was imported')).toBeVisible();
    await expect(settings.getByText('agreements[0].metrics[0].goals[0].when.in[0]')).toBeVisible();
    await expect(settings.getByText(/0 - Catastrophic/).first()).toBeVisible();
    await expect(settings.getByText('calendars[0].weekly', { exact: true })).toBeVisible();
    await expect(text).toHaveValue(spoilt);
  });

  await test.step('nothing was changed by it', async () => {
    await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings`);
    await expect(settings.getByText('Critical').first()).toBeVisible();
    await expect(settings.getByText(/revision 1 /).first()).toBeVisible();
  });

  await test.step('a shorter goal is imported, and shows', async () => {
    await section('Export and import');
    await text.fill(sample.replaceAll('"30m"', '"20m"'));
    await settings.getByRole('button', { name: 'Check' }).click();
    await expect(settings.getByText('Nothing new, 1 here otherwise, 19 the same.')).toBeVisible();
    await settings.getByRole('button', { name: 'Import 1 record' }).click();
    await expect(settings.getByText('1 record changed, 19 unchanged.')).toBeVisible();
    await section('Overview');
    await expect(settings.getByText('20 m').first()).toBeVisible();
  });

  await test.step('the issues that exist are read again, bit by bit, and that can be paused', async () => {
    const issues = settings.getByRole('region', { name: 'Issues that exist already' });
    await expect(issues.getByText(/^100 of about [\d,]+ issues read · done about/)).toBeVisible();
    await expect(issues.getByRole('progressbar')).toHaveAttribute('value', '100');
    await issues.getByRole('button', { name: 'Pause' }).click();
    await expect(issues.getByText(/^Paused today .*: 100 of about/)).toBeVisible();
    await issues.getByRole('button', { name: 'Go on' }).click();
    await expect(issues.getByRole('button', { name: 'Pause' })).toBeVisible();
  });
});

test('an agent gets no settings page', async ({ jira }) => {
  const response = await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings`);
  expect(response?.status()).toBe(403);
  await expect(jira.page.locator('iframe')).toHaveCount(0);
});

test('the server refuses an agent’s import, whatever a page might send', async ({ jira }) => {
  await jira.openYoungest('New');
  await expect(jira.timer('Resolution')).toBeVisible();
  const frame = jira.page.frames().find((candidate) => candidate.url().includes('issue-timers.html'));
  const answer = await frame?.evaluate((file) => {
    const { __bridge } = globalThis as unknown as {
      __bridge: { callBridge(command: string, payload: object): Promise<unknown> };
    };
    return __bridge.callBridge('invoke', { functionKey: 'importDefinitions', payload: { file } });
  }, sample);
  expect(answer).toMatchObject({ ok: false, refusal: 'not-allowed' });
});
