import { expect, test, type JiraPages } from './site';

const settingsPage = '/projects/ITSD/settings/project-settings';

/** Opens the settings page with a reading of all issues under way. */
async function openReading(jira: JiraPages, title = 'Issues that exist already') {
  await jira.become({ who: 'projectAdministrator' });
  for (const call of ['pauseBackfill', 'resumeBackfill'])
    expect(await (await jira.call(settingsPage, 'project-settings', call)).json()).toMatchObject({
      result: { ok: true },
    });
  await jira.page.goto(jira.url + settingsPage);
  return jira.settings.getByRole('region', { name: title });
}

test.afterEach(({ jira }) => jira.mend());

test('when how far the reading is cannot be told, the rest of the page stands, and “Try again” tells it', async ({
  jira,
}) => {
  await jira.spoil({
    match: { what: 'invoke', name: 'viewBackfill' },
    effect: { do: 'answer', status: 500 },
  });
  const issues = await openReading(jira);
  await expect(issues.getByRole('alert')).toContainText('The app can’t be reached.');
  await expect(jira.settings.getByRole('heading', { name: 'IT service desk' })).toBeVisible();
  await expect(jira.settings.getByText('Office hours, London').first()).toBeVisible();
  await jira.mend();
  await issues.getByRole('button', { name: 'Try again' }).click();
  await expect(issues.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(issues.getByRole('alert')).toHaveCount(0);
});

test('when it cannot be paused, it says so and goes on, until “Try again” pauses it', async ({ jira }) => {
  const issues = await openReading(jira);
  await jira.spoil({
    match: { what: 'invoke', name: 'pauseBackfill' },
    effect: { do: 'answer', status: 500 },
  });
  await issues.getByRole('button', { name: 'Pause' }).click();
  const alert = issues.getByRole('alert');
  await expect(alert).toContainText('The app can’t be reached.');
  await expect(issues.getByRole('button', { name: 'Pause' })).toBeVisible();
  await jira.mend();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(issues.getByText(/^Paused today /)).toBeVisible();
  await expect(alert).toHaveCount(0);
});

for (const { locale, theme, width, title, pause, running, paused } of [
  {
    locale: 'en-US',
    theme: 'light',
    width: 1280,
    title: 'Issues that exist already',
    pause: 'Pause',
    running: /issues read · done about/,
    paused: /^Paused today /,
  },
  {
    locale: 'zh-CN',
    theme: 'dark',
    width: 360,
    title: '已有的事务',
    pause: '暂停',
    running: /^已读取 [\d,]+ 个事务，共约 [\d,]+ 个 · 预计完成时间/,
    paused: /^已于 .* 暂停：已读取/,
  },
] as const) {
  test(`the reading under way and paused is accessible by keyboard, and fits: ${locale}, ${theme}, ${width} px`, async ({
    jira,
  }) => {
    await jira.page.setViewportSize({ width, height: 900 });
    await jira.become({ locale, theme });
    const issues = await openReading(jira, title);
    await expect(issues.getByText(running)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await issues.getByRole('button', { name: pause }).press('Enter');
    await expect(issues.getByText(paused)).toBeVisible();
    await expect(issues.getByRole('progressbar')).toHaveAttribute('value', /^\d+$/);
    expect(await jira.barriers()).toEqual([]);
    const overflow = await jira.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
