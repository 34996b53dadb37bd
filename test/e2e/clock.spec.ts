import AxeBuilder from '@axe-core/playwright';
import { expect, test, type JiraPages } from './site';

/** A move over a working day takes its time: the app follows hundreds of changes. */
const MOVE_TIMEOUT = 120_000;
test.use({ siteOf: 'clock' });
test.describe.configure({ timeout: 3 * MOVE_TIMEOUT });

const bar = (jira: JiraPages) => jira.page.getByRole('group', { name: 'The site' });
const said = (jira: JiraPages) => jira.page.locator('#announcer');

/** When the page, and the app's panel in it, were loaded. */
async function loaded(jira: JiraPages): Promise<number[]> {
  const panel = jira.page.frames().find((frame) => frame.url().includes('issue-timers.html'));
  return Promise.all(
    [jira.page, panel].map(async (each) => (await each?.evaluate(() => performance.timeOrigin)) ?? 0),
  );
}

/** Opens an issue whose resolution is due in four hours, and which the log leaves alone, since it was changed by hand. */
async function openUrgent(jira: JiraPages): Promise<string> {
  const key = await jira.openYoungest('New');
  await jira.setPriority('1 - Critical');
  await jira.moveTo('Resolved');
  await jira.moveTo('Active');
  await expect(jira.timer('Resolution')).toContainText('3 h 59 m left');
  return key;
}

test.afterEach(async ({ jira }) => {
  await jira.page.request.post(`${jira.url}/__site/clock`, { data: { rate: 1 } });
});

test('to the next due instant: the message names an issue, and its panel is breached', async ({ jira }) => {
  await jira.page.goto(jira.url);
  await bar(jira).getByRole('button', { name: 'Next due' }).click();
  await expect(said(jira)).toHaveText(/^It is now \w+ \d+ \w+ \d\d:\d\d; ITSD-\d+ is due\.$/, {
    timeout: MOVE_TIMEOUT,
  });
  await said(jira).getByRole('link').click();
  await expect(jira.page).toHaveURL(/\/browse\/ITSD-\d+$/);
  await expect(jira.panel.getByText('Breached').first()).toBeVisible();
  await expect(jira.panel.getByText(/^(\d+ s|1 m) over · was due/).first()).toBeVisible();
});

test('on an issue it is the issue’s own: the panel turns breached by itself, and nothing is reloaded', async ({
  jira,
}) => {
  const key = await openUrgent(jira);
  const resolution = jira.timer('Resolution');
  const before = await loaded(jira);
  const next = bar(jira).getByRole('button', { name: 'Next due' });
  await next.click();
  await expect(said(jira)).toContainText(`${key} is due`, { timeout: MOVE_TIMEOUT });
  await expect(resolution).toContainText('Breached');
  await expect(next).toBeFocused();
  expect(await loaded(jira)).toEqual(before);
  await jira.page.keyboard.press('Escape');
  await expect(said(jira)).toBeEmpty();
});

test('when nothing is due ahead, it says so, and the clock stays', async ({ jira }) => {
  await jira.openYoungest('Closed');
  await bar(jira).getByRole('button', { name: 'Pause' }).click();
  await expect(said(jira)).toHaveText('The clock stands.');
  const time = await bar(jira).getByRole('time').textContent();
  await bar(jira).getByRole('button', { name: 'Next due' }).click();
  await expect(said(jira)).toContainText('; nothing is due ahead.');
  await expect(bar(jira).getByRole('time')).toHaveText(time ?? '');
});

test('played at 10 minutes a second, incidents happen, the list follows, and it stops at will', async ({
  jira,
}) => {
  await jira.page.goto(`${jira.url}/projects/ITSD?sort=updated&dir=desc`);
  const newest = jira.page.locator('table tbody tr').first();
  const before = await newest.textContent();
  await bar(jira).getByRole('combobox').selectOption('10 min/s');
  await expect(said(jira)).toHaveText('The clock runs 600 times as fast as yours.');
  await expect(newest).not.toHaveText(before ?? '');
  await bar(jira).getByRole('button', { name: 'Pause' }).click();
  await expect(bar(jira).getByRole('button', { name: 'Play' })).toBeFocused();
  const stopped = await bar(jira).getByRole('time').textContent();
  await jira.page.waitForTimeout(500);
  await expect(bar(jira).getByRole('time')).toHaveText(stopped ?? '');
  await jira.page.keyboard.press('Enter');
  await expect(bar(jira).getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(bar(jira).getByRole('time')).not.toHaveText(stopped ?? '');
});

test('played at an hour a second, the panel counts down to its breach in the same frame', async ({
  jira,
}) => {
  await openUrgent(jira);
  const resolution = jira.timer('Resolution');
  const before = await loaded(jira);
  await bar(jira).getByRole('combobox').selectOption('1 h/s');
  await expect(resolution).toContainText(/Running[12] h \d+ m left/);
  await expect(resolution).toContainText('Breached');
  await bar(jira).getByRole('button', { name: 'Pause' }).click();
  expect(await loaded(jira)).toEqual(before);
});

test('what the clock refuses is said', async ({ jira }) => {
  await jira.page.goto(jira.url);
  await jira.page.route('**/__site/clock', (route) =>
    route.fulfill({ status: 409, json: { error: 'The clock moves forward only.' } }),
  );
  await bar(jira).getByRole('button', { name: '+1 h' }).click();
  await expect(said(jira)).toHaveText('The clock moves forward only.');
  await expect(bar(jira).getByRole('button', { name: '+1 h' })).toBeEnabled();
});

for (const width of [1280, 360]) {
  test(`the clock is accessible and fits into ${width} px`, async ({ jira }) => {
    await jira.page.setViewportSize({ width, height: 800 });
    await jira.page.goto(jira.url);
    await bar(jira).getByRole('button', { name: 'Next due' }).click();
    await expect(said(jira)).toContainText('is due', { timeout: MOVE_TIMEOUT });
    const { violations } = await new AxeBuilder({ page: jira.page })
      .include('header')
      .include('#announcer')
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const overflow = await jira.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
