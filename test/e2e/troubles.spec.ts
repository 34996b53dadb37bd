import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FaultRule } from '../site/forge/fault-rules';
import { watchShifts } from './layout-shifts';
import { expect, test } from './site';

const sample = readFileSync(path.resolve(__dirname, '../site/sample/definitions.json'), 'utf8');

/** The function of a resolver does not run at all. */
const fails = (name: string): FaultRule => ({
  match: { what: 'invoke', name },
  effect: { do: 'answer', status: 500 },
});

/** Jira answers the app, and nobody else, with an error. */
const jiraAnswers = (status: number): FaultRule => ({
  match: { what: 'jira', by: 'app' },
  effect: { do: 'answer', status, headers: { 'Retry-After': '1' } },
});

const sqlFails: FaultRule = { match: { what: 'sql' }, effect: { do: 'answer', status: 500 } };

test.afterEach(({ jira }) => jira.mend());

for (const { what, rule, locale, title, reason, retry, name } of [
  {
    what: 'the app does not run',
    rule: fails('viewIssueTimers'),
    locale: 'en-US',
    title: 'The timers can’t be shown',
    reason: 'The app can’t be reached. Check your connection and try again.',
    retry: 'Try again',
    name: 'Resolution',
  },
  {
    what: 'its database fails, for a reader of Chinese',
    rule: sqlFails,
    locale: 'zh-CN',
    title: '无法显示计时器',
    reason: '应用出错，请重试；如果问题持续存在，请联系 Jira 管理员。',
    retry: '重试',
    name: '解决',
  },
  {
    what: 'Jira lets it wait (429)',
    rule: jiraAnswers(429),
    locale: 'en-US',
    title: 'The timers can’t be shown',
    reason: 'Jira doesn’t answer the app at the moment. Try again in a few minutes.',
    retry: 'Try again',
    name: 'Resolution',
  },
  {
    what: 'Jira is down (503)',
    rule: jiraAnswers(503),
    locale: 'en-US',
    title: 'The timers can’t be shown',
    reason: 'Jira doesn’t answer the app at the moment. Try again in a few minutes.',
    retry: 'Try again',
    name: 'Resolution',
  },
] as const) {
  test(`when ${what}, the panel says so, and “Try again” shows timers once that is over`, async ({
    jira,
  }) => {
    await jira.become({ locale });
    await jira.spoil(rule);
    // A new one, which the app has not read yet.
    const key = await jira.createIncident(`Nobody can work: ${what}`);
    await jira.page.goto(`${jira.url}/browse/${key}`);
    const alert = jira.panel.getByRole('alert');
    await expect(alert).toContainText(title);
    await expect(alert).toContainText(reason);
    await expect(jira.panel.getByRole('article')).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
    await jira.mend();
    await alert.getByRole('button', { name: retry }).click();
    await expect(jira.timer(name)).toBeVisible();
    await expect(alert).toHaveCount(0);
  });
}

test('when the app fails later, the timers stay, a notice says as of when, and it recovers by itself', async ({
  jira,
}) => {
  const key = await jira.createIncident('The tills are slow');
  await jira.page.goto(`${jira.url}/browse/${key}`);
  // It runs around the clock, whatever time the site has come to.
  await jira.setPriority('2 - High');
  const resolution = jira.timer('Resolution');
  await expect(resolution).toContainText('Running7 h 59 m left');
  await expect(jira.panel.getByText(/^As of /)).toBeVisible();
  await jira.spoil(fails('viewIssueTimers'));
  await jira.moveTo('Awaiting User Info');
  const notice = jira.panel.getByText(
    /^Refreshing doesn’t work at the moment\. This is what was known at \d/,
  );
  await expect(notice).toContainText('The app can’t be reached.');
  await expect(resolution).toContainText('Running');
  await expect(resolution).toContainText('left · due');
  expect(await jira.barriers()).toEqual([]);
  await jira.mend();
  await expect(resolution).toContainText('Paused by “Waiting for the customer”', { timeout: 30_000 });
  await expect(notice).toHaveCount(0);
});

test('while a slow app is awaited, the panel keeps the timers’ place, and says that they are loading', async ({
  jira,
}) => {
  const moved = await watchShifts(jira.page);
  await jira.page.setViewportSize({ width: 1280, height: 1600 });
  await jira.spoil({ match: { what: 'invoke', name: 'viewIssueTimers' }, effect: { do: 'wait', ms: 4_000 } });
  await jira.openYoungest('Active');
  await expect(jira.panel.getByRole('status')).toHaveText('Loading the timers');
  await expect(jira.panel.locator('[aria-busy="true"]')).toBeVisible();
  expect(await jira.barriers()).toEqual([]);
  await expect(jira.timer('Resolution')).toContainText('left');
  await expect(jira.panel.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(jira.panel.getByText(/^As of /)).toBeVisible();
  expect(await moved()).toBeLessThan(0.05);
});

test('when an import fails, what was typed stays, and the next try works', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings/transfer`);
  const { settings } = jira;
  const text = settings.getByLabel('Definitions file (JSON)');
  const check = settings.getByRole('button', { name: /^Check/ });
  const submit = settings.getByRole('button', { name: 'Import 1 record' });
  const wanted = sample.replaceAll('"30m"', '"25m"');
  await text.fill(wanted);
  await jira.spoil(jiraAnswers(503));
  await check.click();
  await expect(
    settings.getByRole('alert').filter({ hasText: /Nothing was imported *Jira doesn’t answer the app/ }),
  ).toBeVisible();
  await jira.mend();
  await settings.getByRole('button', { name: 'Try again' }).click();
  for (const { rule, said } of [
    {
      rule: jiraAnswers(503),
      said: /Nothing was imported *Jira doesn’t answer the app at the moment/,
    },
    {
      rule: { match: { what: 'sql', name: 'INSERT*' }, effect: { do: 'answer', status: 500 } },
      said: /The import may not have taken effect *The app failed/,
    },
    {
      rule: fails('importDefinitions'),
      said: /The import may not have taken effect *The app can’t be reached/,
    },
  ] as const) {
    await expect(submit).toBeVisible();
    await jira.spoil(rule);
    await submit.click();
    await expect(settings.getByRole('alert').filter({ hasText: said })).toBeVisible();
    await expect(text).toHaveValue(wanted);
    await jira.mend();
  }
  await submit.click();
  await expect(settings.getByText('1 record changed, 19 unchanged.')).toBeVisible();
});

test('when only the answer to an import is lost, another check finds nothing left to do', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings/transfer`);
  const { settings } = jira;
  await settings.getByLabel('Definitions file (JSON)').fill(sample.replaceAll('"30m"', '"22m"'));
  await settings.getByRole('button', { name: 'Check' }).click();
  await jira.spoil({
    match: { what: 'invoke', name: 'importDefinitions' },
    effect: { do: 'answer', status: 500, done: true },
    lasts: { times: 1 },
  });
  await settings.getByRole('button', { name: 'Import 1 record' }).click();
  await expect(settings.getByText('The import may not have taken effect')).toBeVisible();
  await settings.getByRole('button', { name: 'Check again' }).click();
  await expect(settings.getByText('Nothing new, nothing here otherwise, 20 the same.')).toBeVisible();
  await expect(settings.getByRole('button', { name: /^Import/ })).toHaveCount(0);
});

test('when the settings page cannot be filled, it says so, and “Try again” fills it', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.spoil(fails('viewDefinitions'));
  await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings`);
  const alert = jira.settings.getByRole('alert').filter({ hasText: 'The service levels can’t be shown' });
  await expect(alert).toContainText('The app can’t be reached.');
  await jira.mend();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(jira.settings.getByRole('heading', { name: 'IT service desk' })).toBeVisible();
  await expect(alert).toHaveCount(0);
});
