import type { FrameLocator } from '@playwright/test';
import { sampleDefinitions } from '../support/definitions-on-site';
import { expect, test, type JiraPages } from './site';

test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'admin' });
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const adminPage = '/jira/settings/apps/admin';
const settingsPage = '/projects/ITSD/settings/project-settings';

const admin = (jira: JiraPages): FrameLocator => jira.page.frameLocator('iframe[data-module-key="admin"]');

async function open(jira: JiraPages): Promise<FrameLocator> {
  await jira.become({ who: 'jiraAdministrator' });
  await jira.page.goto(jira.url + adminPage);
  return admin(jira);
}

/** Puts other goals into force, as the project's administrator. */
async function publish(jira: JiraPages, within: string): Promise<void> {
  await jira.become({ who: 'projectAdministrator' });
  const file = sampleDefinitions((metric) => ({
    ...metric,
    goals: metric.goals.map((goal) => (goal.within === undefined ? goal : { ...goal, within })),
  }));
  const answer = await jira.call(settingsPage, 'project-settings', 'importDefinitions', { file });
  expect(await answer.json()).toMatchObject({ result: { ok: true } });
  await jira.waitHours(1);
}

/** The week before the site's day, by the clock of the administrator in New York. */
async function writeRepair(page: FrameLocator): Promise<void> {
  await page.getByLabel('Cycles that began from').fill('2026-11-09T00:00');
  await page.getByLabel('And before').fill('2026-11-17T00:00');
  await page.getByLabel('Reason').fill('Agreed in October, and written down too late.');
}

test.afterEach(({ jira }) => jira.mend());

test('the app’s health shows each project, and its reading can be paused and go on', async ({ jira }) => {
  const page = await open(jira);
  const row = page.getByRole('row', { name: /IT service desk|ITSD/ });
  await expect(row).toContainText('Done');
  await expect(page.getByText('The daily checks have found none.')).toBeVisible();
  await row.getByRole('button', { name: /^Read them again/ }).click();
  await row.getByRole('button', { name: /^Pause/ }).click();
  await expect(row).toContainText('Paused');
  await row.getByRole('button', { name: /^Go on/ }).click();
  await expect(row.getByRole('button', { name: /^Pause/ })).toBeVisible();
});

test('a repair is asked for, looked at, confirmed and recorded', async ({ jira }) => {
  await publish(jira, '1m');
  const page = await open(jira);

  await test.step('mistakes stand at their fields, and nothing that was written is lost', async () => {
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByText('Enter a date and a time.')).toHaveCount(2);
    await page.getByLabel('Cycles that began from').fill('2026-11-17T00:00');
    await page.getByLabel('And before').fill('2026-11-09T00:00');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByText('The end isn’t after the beginning.')).toBeVisible();
    await expect(page.getByText('Say why.')).toBeVisible();
    await expect(page.getByLabel('Cycles that began from')).toHaveValue('2026-11-17T00:00');
    await expect(page.getByLabel('And before')).toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('the preview says what would change, and keeps it when it is paused', async () => {
    await writeRepair(page);
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByRole('heading', { name: 'Preview' })).toBeFocused();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(page.getByText(/^Paused/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await jira.waitHours(1);
    await expect(page.getByText(/^Finished/)).toBeVisible();
    await expect(page.getByText(/\d+ of [\d,]+ timers change\./)).toBeVisible();
    await expect(page.getByText(/^\d+ met → breached$/)).toBeVisible();
    await expect(page.getByRole('link', { name: /^ITSD-\d+$/ }).first()).toBeVisible();
  });

  await test.step('it can be put off', async () => {
    await page.getByRole('button', { name: 'Apply …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Apply this repair?' });
    await expect(dialog).toContainText('It can’t be deleted');
    await jira.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('None so far.')).toBeVisible();
  });

  await test.step('it is applied and recorded', async () => {
    await page.getByRole('button', { name: 'Apply …' }).click();
    await page.getByRole('button', { name: 'Apply the repair' }).click();
    await expect(page.getByText('The repair is applied and recorded.')).toBeVisible();
    const made = page.getByRole('group', { name: 'Repairs made' });
    await expect(made).toContainText('Jordan Lee');
    await expect(made).toContainText('Agreed in October');
    await expect(page.getByRole('heading', { name: 'New repair' })).toBeVisible();
  });
});

test('a preview is spent when the definitions change meanwhile', async ({ jira }) => {
  const page = await open(jira);
  await writeRepair(page);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('heading', { name: 'Preview' })).toBeVisible();
  await publish(jira, '2m');
  await open(jira);
  await expect(page.getByText('The definitions have changed since this preview began')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Apply …' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { name: 'New repair' })).toBeVisible();
});

test('what the app can’t answer is said, and “Try again” mends it', async ({ jira }) => {
  await jira.spoil({ match: { what: 'invoke', name: 'viewHealth' }, effect: { do: 'answer', status: 500 } });
  const page = await open(jira);
  const alert = page.getByRole('alert').filter({ hasText: 'The app can’t be reached.' });
  await expect(alert).toBeVisible();
  await jira.mend();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Repairs', exact: true })).toBeVisible();
});

test('nobody but Jira’s administrators gets there, nor an answer of the app', async ({ jira }) => {
  for (const who of ['agent', 'projectAdministrator'] as const) {
    await jira.become({ who });
    const response = await jira.page.goto(jira.url + adminPage);
    expect(response?.status()).toBe(403);
    await expect(jira.page.locator('iframe')).toHaveCount(0);
    expect((await jira.call(adminPage, 'admin', 'viewHealth')).status()).toBe(403);
  }
  const answer = await jira.call(settingsPage, 'project-settings', 'applyRepair', {
    project: '10000',
    preview: 'none',
  });
  expect(await answer.json()).toMatchObject({ result: { ok: false, refusal: 'not-allowed' } });
});

for (const {
  locale,
  theme,
  width,
  repairs,
  preview,
  finished,
  from,
  to,
  reason,
  apply,
  discard,
  confirm,
} of [
  {
    locale: 'en-US',
    theme: 'light',
    width: 1280,
    repairs: 'Repairs',
    preview: 'Preview',
    finished: /^Finished/,
    from: 'Cycles that began from',
    to: 'And before',
    reason: 'Reason',
    apply: 'Apply …',
    discard: 'Discard',
    confirm: 'Apply this repair?',
  },
  {
    locale: 'zh-CN',
    theme: 'dark',
    width: 400,
    repairs: '修复',
    preview: '预览',
    finished: /完成：共读取/,
    from: '周期开始时间不早于',
    to: '且早于',
    reason: '原因',
    apply: '应用 …',
    discard: '放弃',
    confirm: '应用此修复？',
  },
] as const) {
  test(`the page is accessible by keyboard, and fits: ${locale}, ${theme}, ${width} px`, async ({ jira }) => {
    await jira.page.setViewportSize({ width, height: 900 });
    await jira.become({ locale, theme });
    const page = await open(jira);
    await expect(page.getByRole('heading', { name: repairs, exact: true })).toBeVisible();
    await expect(page.getByLabel(reason, { exact: true })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await page.getByLabel(from).fill('2026-11-09T00:00');
    await page.getByLabel(to, { exact: true }).fill('2026-11-17T00:00');
    await page.getByLabel(reason, { exact: true }).fill('Too late.');
    await page.getByRole('button', { name: preview }).press('Enter');
    await expect(page.getByRole('heading', { name: preview })).toBeVisible();
    await jira.waitHours(1);
    await expect(page.getByText(finished)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await page.getByRole('button', { name: apply }).press('Enter');
    await expect(page.getByRole('dialog', { name: confirm })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await jira.page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: apply })).toBeFocused();
    await page.getByRole('button', { name: discard }).press('Enter');
    await expect(page.getByLabel(reason, { exact: true })).toHaveValue('Too late.');
    const overflow = await jira.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
