import { watchShifts } from './layout-shifts';
import { expect, test } from './site';

test('an issue that the app may not read says so, and what to do', async ({ jira }) => {
  const key = await jira.openYoungest('New', '4 - Low');
  await expect(jira.timer('Resolution')).toBeVisible();
  await jira.rest('projectAdministrator', 'PUT', `/rest/api/3/issue/${key}`, {
    fields: { security: { name: 'Management only' } },
  });
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}/browse/${key}`);
  await expect(jira.panel.getByText('The app can’t read this issue')).toBeVisible();
});

test('a timer says by which goal, why by that one, and on which calendar', async ({ jira }) => {
  await jira.openYoungest('Active');
  await expect(jira.panel.getByRole('heading', { name: 'IT service desk · revision 1' })).toBeVisible();
  const resolution = jira.timer('Resolution');
  await expect(resolution).toContainText('Goal 50 h · Moderate · because priority is 3 - Moderate');
  await expect(resolution).toContainText('Office hours, London · today 08:00–18:00');
  await expect(jira.panel.getByText(/^As of /)).toBeVisible();
});

test('who is elsewhere sees the due time on both clocks, and exactly on demand', async ({ jira }) => {
  await jira.become({ who: 'jiraAdministrator' });
  await jira.openYoungest('New');
  const resolution = jira.timer('Resolution');
  await expect(resolution).toContainText(/On the calendar’s clock: .*, United Kingdom Time/);
  await expect(resolution).toContainText('today 08:00–18:00, United Kingdom Time');
  await resolution.locator('time').first().focus();
  const exactly = resolution.getByRole('tooltip').first();
  await expect(exactly).toBeVisible();
  await expect(exactly).toContainText(/E[SD]T.* in Europe\/London/);
  await jira.become({ who: 'agent' });
  await jira.page.reload();
  await expect(resolution).toContainText('left · due');
  await expect(resolution).not.toContainText('On the calendar’s clock');
});

test('beside the panel’s title stands how the issue is, and it follows', async ({ jira }) => {
  await jira.openYoungest('New');
  await jira.setPriority('2 - High');
  await jira.moveTo('Active');
  await expect(jira.status).toHaveText('7 h left');
  await jira.moveTo('Awaiting User Info');
  await expect(jira.status).toHaveText('Paused');
  await jira.moveTo('Resolved');
  await expect(jira.status).toHaveText('Met');
  await jira.become({ locale: 'zh-CN' });
  await jira.page.reload();
  await expect(jira.status).toHaveText('已达标');
});

test('the panel can be added to the main column, where its timers stand side by side', async ({ jira }) => {
  await jira.openYoungest('Active');
  await expect(jira.mainPanel.owner()).toHaveCount(0);
  await jira.page.getByText('Apps', { exact: true }).click();
  await jira.page.getByRole('button', { name: 'Service levels' }).click();
  for (const [panel, sideBySide] of [
    [jira.mainPanel, true],
    [jira.panel, false],
  ] as const) {
    await expect(panel.getByRole('article')).toHaveCount(2);
    const [response, resolution] = await panel.getByRole('article').all();
    const places = [await response?.boundingBox(), await resolution?.boundingBox()];
    expect(places[0]?.y === places[1]?.y).toBe(sideBySide);
  }
  expect(await jira.barriers()).toEqual([]);

  await jira.page.getByText('•••').click();
  await jira.page.getByRole('button', { name: 'Hide from issue' }).click();
  await expect(jira.mainPanel.owner()).toHaveCount(0);
  await expect(jira.timer('Resolution')).toBeVisible();
});

test('nothing moves when the timers take the place of what stood for them', async ({ jira }) => {
  const moved = await watchShifts(jira.page);
  await jira.page.setViewportSize({ width: 1280, height: 1600 });
  await jira.openYoungest('Active');
  await expect(jira.timer('Resolution')).toContainText('left');
  await expect(jira.panel.getByText(/^As of /)).toBeVisible();
  expect(await moved()).toBeLessThan(0.05);
});

for (const { locale, theme, width, heading } of [
  { locale: 'en-US', theme: 'light', width: 1280, heading: 'Resolution' },
  { locale: 'en-US', theme: 'dark', width: 360, heading: 'Resolution' },
  { locale: 'zh-CN', theme: 'light', width: 360, heading: '解决' },
  { locale: 'zh-CN', theme: 'dark', width: 1280, heading: '解决' },
] as const) {
  test(`the panel in ${locale}, ${theme}, ${width} px wide, is accessible and fits`, async ({ jira }) => {
    await jira.page.setViewportSize({ width, height: 900 });
    await jira.become({ locale, theme });
    await jira.openYoungest('Awaiting User Info');
    await expect(jira.timer(heading)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    const overflow = await jira.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

test('the settings page is accessible in both languages', async ({ jira }) => {
  for (const locale of ['en-US', 'zh-CN'] as const) {
    await jira.become({ who: 'projectAdministrator', locale });
    await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings`);
    await expect(jira.settings.getByRole('heading', { name: 'IT service desk' })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  }
});
