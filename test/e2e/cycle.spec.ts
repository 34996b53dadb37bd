import type { FrameLocator } from '@playwright/test';
import { expect, test } from './site';

// Moves the clock until a month is over.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'cycle' });

const place = '/projects/ITSD/apps/project-page';

test('from a breach to a dashboard: explained, excluded by two, reviewed, worked on, and shown to whoever manages', async ({
  jira,
}) => {
  test.setTimeout(360_000);
  const { page } = jira;
  const app: FrameLocator = page.frameLocator('iframe[data-module-key="project-page"]');
  const dialog = app.getByRole('dialog');
  const button = (name: string) => app.getByRole('button', { name, exact: true });
  /** Met and of how many, as the report of November has them of responses. */
  const reportOf = async (figure: 'Measured' | 'Reported'): Promise<[met: number, of: number]> => {
    await page.goto(`${jira.url}${place}/reports/month=2026-11`);
    const row = app.getByRole('row', { name: /^Response/ }).first();
    const cell = row.getByRole('cell').nth(figure === 'Measured' ? 0 : 1);
    await expect(cell).toContainText(/\d+ of \d+/);
    const [, met, of] = /(\d+) of (\d+)/.exec(await cell.innerText()) ?? [];
    return [Number(met), Number(of)];
  };

  await jira.become({ who: 'agent' });
  const key = await jira.createIncident('The line was cut');
  await jira.waitHours(120);
  await page.goto(`${jira.url}/browse/${key}`);
  const timer = jira.timer('Response');

  await test.step('an agent answers too late, says why, and asks that it is excluded', async () => {
    await expect(timer).toContainText('Breached');
    await jira.moveTo('Active');
    await timer.getByRole('button', { name: 'Record the cause' }).click();
    await timer.getByLabel('Cause').selectOption({ label: 'Supplier' });
    await timer.getByLabel('Explanation').fill('The line was cut');
    await timer.getByRole('button', { name: 'Save' }).click();
    await expect(timer.getByRole('button', { name: 'Change what is recorded' })).toBeVisible();
    await timer.getByRole('button', { name: 'Ask for exclusion or extension…' }).click();
    await timer.getByLabel('Reason').fill('Digging in front of the building');
    await timer.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(timer.getByText('You asked for this, so somebody else decides.')).toBeVisible();
  });

  const [met, of] = await reportOf('Measured');

  await test.step('a second person approves: reported without it, measured as it was', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(`${jira.url}${place}/breaches/exception=asked`);
    await app
      .getByRole('row')
      .filter({ hasText: key })
      .getByRole('button', { name: /^Details of/ })
      .click();
    await button('Approve').click();
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(app.getByText(/^Measured\s*Breached\s*Reported\s*Excluded$/)).toBeVisible();
    expect(await reportOf('Measured')).toEqual([met, of]);
    await expect.poll(() => reportOf('Reported')).toEqual([met, of - 1]);
  });

  await jira.waitUntil(Date.parse('2026-12-01T10:00Z'));

  await test.step('the month is reviewed with these figures, and every other breach gets a cause', async () => {
    await page.goto(`${jira.url}${place}/reviews`);
    await button('Prepare a review…').click();
    await dialog.getByRole('button', { name: 'Prepare', exact: true }).click();
    const row = app.getByRole('row', { name: /^Response/ }).first();
    const [, measured] = /(\d+ of \d+)/.exec(await row.getByRole('cell').nth(0).innerText()) ?? [];
    const [, reported] = /(\d+ of \d+)/.exec(await row.getByRole('cell').nth(1).innerText()) ?? [];
    const november = page.url();
    expect([measured, reported]).not.toContain(undefined);
    expect(measured).not.toBe(reported);
    await button('Record how it was held…').press('Enter');
    await app.getByLabel('Held on').fill('2026-12-01');
    await app.getByLabel('Minutes').fill('The supplier digs no more.');
    await app.getByLabel('Person responsible').fill('Sam');
    await button('Sam Rivera').press('Enter');
    await app.getByLabel('Took part for the customer').fill('Ada Lovelace');
    await app.getByLabel('Decisions').fill('A second line');
    for (const answer of await app.getByRole('combobox', { name: /^Answer:/ }).all())
      await answer.selectOption({ index: 1 });
    await button('Save').press('Enter');
    await expect(app.getByRole('row', { name: /Are the risks under control\? Yes/ })).toBeVisible();
    await button('Record the confirmation…').press('Enter');
    await dialog.getByLabel('Confirmed by').fill('Ada Lovelace');
    await dialog.getByLabel('How').fill('by mail');
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).press('Enter');
    await expect(app.getByText('Confirmed by Ada Lovelace (by mail)')).toBeVisible();
    await button('Show them in the breach register').press('Enter');
    const all = app.getByRole('checkbox', { name: 'Choose all that are shown' });
    await expect(all).toBeVisible();
    for (let lot = 0; lot < 4 && (await all.count()) > 0; lot += 1) {
      await all.check();
      await app.getByRole('button', { name: 'Explain…' }).press('Enter');
      await dialog.getByLabel('Cause').selectOption({ label: 'Staffing' });
      await dialog.getByRole('button', { name: 'Save' }).press('Enter');
      await expect(dialog).toHaveCount(0);
      await expect(app.getByRole('checkbox', { checked: true })).toHaveCount(0);
      await expect(all.or(app.getByText('No breach fits this period and these filters.'))).toBeVisible();
    }
    await page.goto(november);
    await button('Close the review…').press('Enter');
    await dialog.getByRole('button', { name: 'Close the review', exact: true }).press('Enter');
    await expect(app.getByText('No notes yet.')).toBeVisible();
  });

  await test.step('an action becomes a Jira issue, is done there, and its effect shows', async () => {
    await page.goto(`${jira.url}${place}/breaches/from=2026-11-01/to=2026-11-30/cause=supplier`);
    await app.getByRole('button', { name: `Plan an action for Response, ${key}` }).click();
    await app.getByLabel('What is to be done').fill('Keep a second line');
    await app.getByLabel('Due', { exact: true }).fill('2026-12-10');
    await button('Save').click();
    await app.getByRole('button', { name: 'Create a Jira issue…' }).click();
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    const issue = await app.getByRole('link', { name: /^ITSD-\d+$/ }).innerText();
    const action = page.url();
    await page.goto(`${jira.url}/browse/${issue}`);
    await jira.moveTo('Active');
    await jira.moveTo('Resolved');
    await page.goto(action);
    await button('Mark as done').click();
    await expect(app.getByRole('row', { name: /Before it was planned/ })).toContainText(/\d+ of \d+/);
    await expect(app.getByRole('row', { name: /After it was done/ })).toContainText('So far; complete from');
  });

  await test.step('a gadget shows the month as it was reported', async () => {
    const [kept, judged] = await reportOf('Reported');
    const gadget = page.frameLocator('iframe[data-module-key="gadget-attainment"]');
    await page.goto(`${jira.url}/jira/dashboards`);
    await page.getByLabel('Name of a new dashboard').fill('Management');
    await page.getByRole('button', { name: 'Create dashboard' }).click();
    const dashboard = page.url();
    await page.getByRole('button', { name: 'Add Service levels: attainment' }).click();
    await gadget.getByLabel('Project').selectOption('IT Service Desk (ITSD)');
    await gadget.getByLabel('Timer').selectOption('Response');
    await gadget.getByLabel('Which one').selectOption('The last one that is over');
    await gadget.getByLabel('Large figure').selectOption('Reported');
    await gadget.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(dashboard);
    await expect(gadget.getByText(/November 2026/).first()).toBeVisible();
    await expect(gadget.getByText(`${kept} of ${judged}`).first()).toBeVisible();
  });
});
