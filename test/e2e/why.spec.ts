import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './site';

// Moves the clock and changes the definitions.
test.use({ siteOf: 'why' });

const settingsPage = '/projects/ITSD/settings/project-settings';
const sample = readFileSync(path.resolve(__dirname, '../site/sample/definitions.json'), 'utf8');

interface Sample {
  readonly agreements: readonly { readonly name: string; readonly metrics: readonly object[] }[];
}

/** The text of an element on one line, as it is read. */
const asRead = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('a timer says how its number came about, and who did what', async ({ jira }) => {
  await jira.openYoungest('New');
  await jira.setPriority('2 - High');
  await jira.moveTo('Active');
  await jira.waitHours(1);
  await jira.moveTo('Awaiting User Info');
  const resolution = jira.timer('Resolution');
  await expect(resolution).toContainText('Paused by');
  await resolution.getByRole('button', { name: 'Why this number: Resolution' }).click();
  const ledger = resolution.getByRole('table', { name: 'Why this number' });

  await test.step('each step has its entry of the history behind it', async () => {
    await expect(ledger.getByRole('row').filter({ hasText: 'created the issue' })).toContainText(
      'Goal: Moderate',
    );
    await expect(ledger.getByRole('row').filter({ hasText: '→ 2 - High' })).toContainText('Goal: High');
    const paused = ledger.getByRole('row').filter({ hasText: 'Paused: ' });
    await expect(paused).toContainText('Alex Morgan: status Active → Awaiting User Info');
    await expect(paused).toContainText('– now');
  });

  await test.step('what counted adds up to the time used, which waits while the timer does', async () => {
    const sum = ledger.getByRole('row').last();
    const used = asRead(await sum.innerText());
    expect(used).toMatch(/^Time used \d/);
    await jira.waitHours(1);
    expect(asRead(await sum.innerText())).toBe(used);
  });
});

test('days on end are one step of the ledger, until somebody wants to see each', async ({ jira }) => {
  // Three days pass on the whole sample.
  test.slow();
  await jira.openYoungest('Active', '4 - Low');
  await jira.waitHours(72);
  const resolution = jira.timer('Resolution');
  await resolution.getByRole('button', { name: /^Why this number/ }).click();
  const rows = resolution.getByRole('table').getByRole('row');
  await expect(rows.filter({ hasText: 'Counted in service hours' }).first()).toBeVisible();
  const folded = await rows.count();
  await resolution
    .getByRole('button', { name: /^Show all \d+ stretches/ })
    .first()
    .click();
  expect(await rows.count()).toBeGreaterThan(folded + 3);
  await expect(rows.filter({ hasText: 'Out of hours' }).first()).toBeVisible();
});

test('the numbers stand without names when Jira keeps its history to itself', async ({ jira }) => {
  await jira.openYoungest('Active');
  await jira.page.route('**/__forge/bridge', (route) =>
    route.request().postData()?.includes('fields=creator') ? route.abort() : route.continue(),
  );
  const resolution = jira.timer('Resolution');
  await resolution.getByRole('button', { name: /^Why this number/ }).click();
  await expect(resolution).toContainText('Jira doesn’t say at the moment who did what');
  await expect(resolution.getByRole('row').last()).toContainText('Time used');
});

test('a timer says why it has this goal: which were tried, and what is found on the issue', async ({
  jira,
}) => {
  await jira.openYoungest('Active');
  const resolution = jira.timer('Resolution');
  await resolution.getByRole('button', { name: 'Why this goal: Resolution' }).click();
  const goals = resolution.getByRole('listitem');
  await expect(goals.filter({ hasText: 'Critical · 4 h' })).toContainText('Doesn’t fit');
  await expect(goals.filter({ hasText: 'Critical · 4 h' })).toContainText('Here priority is 3 - Moderate');
  await expect(goals.filter({ hasText: 'Moderate · 50 h' })).toContainText(
    'Because priority is 3 - Moderate',
  );
  await expect(goals.filter({ hasText: 'Low · 100 h' })).toContainText('Not needed');

  await jira.setPriority('1 - Critical');
  await expect(goals.filter({ hasText: 'Critical · 4 h' })).toContainText('Holds');
});

test('how timers count is told from the panel and from the settings', async ({ jira }) => {
  const { page } = jira;
  await jira.openYoungest('Active');
  await jira.panel.getByRole('button', { name: 'How timers count' }).click();
  const dialog = page.getByRole('dialog', { name: 'How timers count' });
  const inside = dialog.locator('iframe').contentFrame();
  await expect(inside.getByRole('heading', { name: 'Due at closing time' })).toBeVisible();
  await inside.getByRole('link', { name: 'A breach is for good' }).click();
  await expect(inside.getByRole('heading', { name: 'A breach is for good' })).toBeInViewport();
  expect(await jira.barriers()).toEqual([]);

  await jira.become({ who: 'projectAdministrator', locale: 'zh-CN' });
  await page.goto(jira.url + settingsPage);
  await jira.settings.getByRole('button', { name: '计时规则说明' }).click();
  const chinese = page.getByRole('dialog', { name: '计时规则说明' }).locator('iframe').contentFrame();
  await expect(chinese.getByRole('heading', { name: '恰在服务结束时截止' })).toBeVisible();
});

for (const { locale, theme, width, number, goal, created } of [
  {
    locale: 'en-US',
    theme: 'light',
    width: 1280,
    number: 'Why this number',
    goal: 'Why this goal',
    created: 'created the issue',
  },
  {
    locale: 'zh-CN',
    theme: 'dark',
    width: 360,
    number: '数字从何而来',
    goal: '为什么是此目标',
    created: '创建了事务',
  },
] as const) {
  test(`ledger and reasons in ${locale}, ${theme}, ${width} px wide, are accessible and fit`, async ({
    jira,
  }) => {
    await jira.page.setViewportSize({ width, height: 900 });
    await jira.become({ who: 'agent', locale, theme });
    await jira.openYoungest('Awaiting User Info');
    const last = jira.panel.getByRole('article').last();
    await last.getByRole('button', { name: number }).first().click();
    // The names come a moment after the numbers.
    await expect(last.getByRole('row').filter({ hasText: created }).first()).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    expect(await overflowOf(jira.page)).toBe(0);
    await last.getByRole('button', { name: goal }).press('Enter');
    await expect(last.getByRole('listitem').first()).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    expect(await overflowOf(jira.page)).toBe(0);
  });
}

test('an issue without timers says which agreements were tried, or what its timers wait for', async ({
  jira,
}) => {
  const { page } = jira;
  const definitions = JSON.parse(sample) as Sample;
  const putIntoForce = async (change: (agreement: Sample['agreements'][number]) => object): Promise<void> => {
    await jira.become({ who: 'projectAdministrator', locale: 'en-US' });
    const agreements = definitions.agreements.map((agreement) => ({ ...agreement, ...change(agreement) }));
    const file = JSON.stringify({ ...definitions, agreements });
    await page.goto(jira.url + settingsPage);
    const answer = await jira.call(settingsPage, 'project-settings', 'importDefinitions', { file });
    expect(await answer.json()).toMatchObject({ result: { ok: true } });
    await jira.become({ who: 'agent' });
  };

  await test.step('none covers it', async () => {
    await putIntoForce(() => ({ covers: { field: 'priority', in: ['1 - Critical'] } }));
    const key = await jira.createIncident('The coffee machine is out of beans');
    await page.goto(`${jira.url}/browse/${key}`);
    await expect(jira.panel.getByText('No agreement covers this issue')).toBeVisible();
    const tried = jira.panel.getByRole('listitem').filter({ hasText: 'IT service desk' });
    await expect(tried).toContainText('Only if priority is 1 - Critical');
    await expect(tried).toContainText(/Here priority is \d - /);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('one covers it, but nothing has started', async () => {
    await putIntoForce(({ metrics }) => ({
      metrics: metrics.map((metric) => ({ ...metric, start: { changed: 'status', to: ['Active'] } })),
    }));
    const key = await jira.createIncident('The printer is out of paper');
    await page.goto(`${jira.url}/browse/${key}`);
    await expect(jira.panel.getByText('No timer has started yet')).toBeVisible();
    await expect(jira.panel.getByText('Resolution starts when status becomes Active')).toBeVisible();
    await expect(jira.panel.getByText('No agreement covers this issue')).toHaveCount(0);
    await jira.moveTo('Active');
    await expect(jira.timer('Resolution')).toContainText('left');
  });
});
