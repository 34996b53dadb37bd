import type { Page } from '@playwright/test';
import { expect, test } from './site';

test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'gadgets' });

const project = '/projects/ITSD/apps/project-page';
const titles = {
  attainment: 'Service levels: attainment',
  'due-next': 'Service levels: due next',
  'breach-causes': 'Service levels: breaches by cause',
  'falling-due': 'Service levels: what falls due',
} as const;
type Kind = keyof typeof titles;

const gadgetOf = (page: Page, kind: Kind) => page.frameLocator(`iframe[data-module-key="gadget-${kind}"]`);

test('gadgets show what the pages of the project show, and nothing to whom may not see it', async ({
  jira,
}) => {
  const { page } = jira;
  const app = page.frameLocator('iframe[data-module-key="project-page"]');
  const [attainment, due, causes, falling] = (Object.keys(titles) as Kind[]).map((kind) =>
    gadgetOf(page, kind),
  ) as [
    ReturnType<typeof gadgetOf>,
    ReturnType<typeof gadgetOf>,
    ReturnType<typeof gadgetOf>,
    ReturnType<typeof gadgetOf>,
  ];
  await jira.become({ who: 'agent' });
  await page.goto(`${jira.url}/jira/dashboards`);
  await page.getByLabel('Name of a new dashboard').fill('Service desk');
  await page.getByRole('button', { name: 'Create dashboard' }).click();
  const dashboard = page.url();
  const add = async (kind: Kind): Promise<void> => {
    const button = page.getByRole('button', { name: `Add ${titles[kind]}` });
    const list = page.getByRole('heading', { name: 'Add a gadget' });
    await expect(list).toBeVisible();
    if (!(await button.isVisible())) await list.click();
    await button.click();
  };
  const shown = () => expect(page).toHaveURL(dashboard);
  let resolution = '';

  await test.step('a gadget asks for its project first, and keeps what was chosen', async () => {
    await add('attainment');
    const save = attainment.getByRole('button', { name: 'Save' });
    await save.click();
    await expect(attainment.getByText('Choose the project that the gadget is about.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await attainment.getByRole('button', { name: 'Cancel' }).click();
    await shown();
    await expect(attainment.getByText('No project is chosen yet')).toBeVisible();
    await page.getByLabel(`Actions for ${titles.attainment}`).click();
    await page.getByRole('link', { name: 'Configure' }).click();
    await attainment.getByLabel('Project').selectOption('IT Service Desk (ITSD)');
    await attainment.getByLabel('Timer').selectOption('Resolution');
    await save.click();
    await shown();
    await expect(attainment.getByRole('img', { name: /^Measured, measured attainment/ })).toBeVisible();
    await expect(attainment.getByText(/ITSD.*All agreements.*Resolution.*November 2026/)).toBeVisible();
    resolution = await attainment
      .getByRole('paragraph')
      .filter({ hasText: /Measured$/ })
      .innerText();
  });

  await test.step('its numbers are those of the report, to which it leads', async () => {
    await attainment.getByRole('button', { name: 'Open the report' }).click();
    await expect(page).toHaveURL(new RegExp(`${project}/reports/month=2026-11$`));
    const row = app.getByRole('row', { name: /^Resolution/ });
    const cases = /\d+ of \d+/;
    await expect(row.first()).toContainText(cases);
    const [said] = cases.exec(await row.first().innerText()) ?? [];
    expect(cases.exec(resolution)?.[0]).toBe(said);
    await page.goto(dashboard);
    await attainment.getByText('As a table').click();
    await expect(attainment.getByRole('row')).toHaveCount(14);
    await expect(attainment.getByRole('row', { name: /^November 2026/ })).toContainText(said ?? '?');
  });

  await test.step('what is due next counts down, as many as were wanted, and leads to the board', async () => {
    await add('due-next');
    await due.getByLabel('Project').selectOption('IT Service Desk (ITSD)');
    await due.getByLabel('How many').selectOption('5 timers');
    await due.getByRole('button', { name: 'Save' }).click();
    await shown();
    const rows = due.getByRole('rowheader');
    await expect(rows).toHaveCount(5);
    await expect(rows.first().getByRole('link', { name: /^ITSD-\d+$/ })).toBeVisible();
    const instants = await due
      .getByRole('time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    expect(instants).toEqual([...instants].sort());
    const late = due.getByRole('button', { name: /^Breached/ });
    const count = Number(/\d+/.exec(await late.innerText()));
    await late.click();
    await expect(page).toHaveURL(/board\/state=breached$/);
    await expect(app.getByRole('rowheader')).toHaveCount(Math.min(count, 50));
    await page.goto(dashboard);
  });

  await test.step('breaches are counted by cause, and lead to as many in the register', async () => {
    await add('breach-causes');
    await causes.getByLabel('Project').selectOption('IT Service Desk (ITSD)');
    await causes.getByRole('button', { name: 'Save' }).click();
    await shown();
    const none = causes.getByRole('row').filter({ hasText: 'No cause yet' });
    const [, count = ''] = /yet\s*(\d+)/.exec(await none.innerText()) ?? [];
    expect(Number(count)).toBeGreaterThan(0);
    await causes.getByRole('button', { name: 'No cause yet' }).click();
    await expect(page).toHaveURL(/breaches\/from=2026-11-01\/to=2026-11-30\/cause=none$/);
    const more = app.getByRole('button', { name: 'Show more' });
    await expect(app.getByText(/breaches? shown/)).toBeVisible();
    for (let read = 50; read < Number(count); read += 50) await more.press('Enter');
    await expect(app.getByText(new RegExp(`^${count} breach`))).toBeVisible();
    await page.goto(dashboard);
  });

  await test.step('nothing falls due where nothing does', async () => {
    await add('falling-due');
    await falling.getByLabel('Project').selectOption('IT Service Desk (ITSD)');
    await falling.getByLabel('How far ahead').selectOption('90 days');
    await falling.getByRole('button', { name: 'Save' }).click();
    await shown();
    await expect(falling.getByText('Nothing falls due in the next 90 days.')).toBeVisible();
    await expect(causes.getByText('No cause yet')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('asked to, it shows what is new without being loaded anew', async () => {
    const loaded = await attainment.locator('body').evaluate(() => performance.timeOrigin);
    await jira.spoil({
      match: { what: 'invoke', name: 'viewFiguresOf' },
      effect: { do: 'answer', status: 500 },
    });
    await page.getByRole('button', { name: `Refresh ${titles.attainment}` }).click();
    await expect(attainment.getByText('Refreshing doesn’t work at the moment')).toBeVisible();
    await expect(attainment.getByText(/\d+ of \d+/).first()).toBeVisible();
    await jira.mend();
    await attainment.getByRole('button', { name: 'Try again' }).click();
    await expect(attainment.getByText('Refreshing doesn’t work at the moment')).toHaveCount(0);
    expect(await attainment.locator('body').evaluate(() => performance.timeOrigin)).toBe(loaded);
  });

  await test.step('in the dark, in Chinese and in a narrow column', async () => {
    await jira.become({ theme: 'dark', locale: 'zh-CN' });
    await page.setViewportSize({ width: 400, height: 900 });
    await page.reload();
    await expect(causes.getByText('尚无原因')).toBeVisible();
    await expect(attainment.getByText(/ITSD.*所有协议.*2026年11月/)).toBeVisible();
    await expect(due.getByRole('rowheader')).toHaveCount(5);
    for (const each of [attainment, due, causes, falling])
      expect(await each.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
    expect(await jira.barriers()).toEqual([]);
    await jira.become({ theme: 'light', locale: 'en-US' });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step('whoever may not see the project gets not one number of it, nor its name', async () => {
    await jira.become({ who: 'colleague' });
    await page.goto(dashboard);
    for (const each of [attainment, due, causes, falling]) {
      await expect(each.getByText('You have no access to these service levels')).toBeVisible();
      expect(await each.locator('body').innerText()).not.toMatch(/\d|ITSD|IT Service Desk/);
    }
    expect(await jira.barriers()).toEqual([]);
    const payload = { project: '10000', filter: {}, offset: 0 };
    const { pathname } = new URL(dashboard);
    const id = await page.locator('section.gadget').first().getAttribute('data-gadget');
    const answer = await page.request.post(`${jira.url}/__forge/bridge`, {
      data: {
        page: pathname,
        moduleKey: 'gadget-attainment',
        slot: id,
        command: 'invoke',
        payload: { functionKey: 'viewBoardOf', payload },
      },
    });
    expect(await answer.json()).toMatchObject({ result: { ok: false, refusal: 'not-allowed' } });
  });
});
