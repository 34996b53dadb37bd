import type { FrameLocator } from '@playwright/test';
import { expect, test } from './site';

// Moves the clock until a month is over.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'reviews' });

const place = '/projects/ITSD/apps/project-page';

test('a month is reviewed: prepared, held, confirmed, and closed once every missed promise has a cause', async ({
  jira,
}) => {
  test.slow();
  const { page } = jira;
  const app: FrameLocator = page.frameLocator('iframe[data-module-key="project-page"]');
  const dialog = app.getByRole('dialog');
  const button = (name: string) => app.getByRole('button', { name, exact: true });
  await jira.waitUntil(Date.parse('2026-12-01T10:00Z'));

  await test.step('whoever only works on the project sees that there is none yet', async () => {
    await jira.become({ who: 'agent' });
    await page.goto(`${jira.url}${place}/reviews`);
    await expect(app.getByText('There is no review yet')).toBeVisible();
    await expect(button('Prepare a review…')).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a manager prepares it, with figures that stay', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(`${jira.url}${place}/reviews`);
    await button('Prepare a review…').click();
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Prepare', exact: true }).click();
    await expect(app.getByRole('heading', { name: 'November 2026 · Monthly evaluation' })).toBeVisible();
    const row = app.getByRole('row', { name: /^Response/ });
    await expect(row.getByRole('cell').first()).toHaveText(/^\d+\.\d%\d+ of \d+$/);
    await expect(app.getByText(/No cause yet: \d+/)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('what was said is kept unfinished, and the page tells what is missing', async () => {
    await button('Record how it was held…').press('Enter');
    await app.getByLabel('Held on').fill('2026-12-24');
    await app.getByLabel('Minutes').fill('Fewer incidents than in October.');
    await button('Save').press('Enter');
    await expect(app.getByText('This day lies in the future.')).toBeVisible();
    await expect(app.getByLabel('Minutes')).toHaveValue('Fewer incidents than in October.');
    await app.getByLabel('Held on').fill('2026-12-01');
    expect(await jira.barriers()).toEqual([]);
    await button('Save').press('Enter');
    await expect(app.getByText('Person responsible: Name the person responsible.')).toBeVisible();
    await expect(button('Record the confirmation…')).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('it is held', async () => {
    await button('Change…').press('Enter');
    await app.getByLabel('Took part for the customer').fill('Ada Lovelace');
    await app.getByLabel('Person responsible').fill('Sam');
    await button('Sam Rivera').press('Enter');
    await app.getByLabel('Decisions').fill('A second shift in December');
    for (const answer of await app.getByRole('combobox', { name: /^Answer:/ }).all())
      await answer.selectOption({ index: 1 });
    await button('Save').press('Enter');
    await expect(app.getByRole('row', { name: /Are the risks under control\? Yes/ })).toBeVisible();
  });

  await test.step('and confirmed for the customer', async () => {
    await button('Record the confirmation…').press('Enter');
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).press('Enter');
    await expect(dialog.getByText('Fill this in.')).toHaveCount(2);
    await dialog.getByLabel('Confirmed by').fill('Ada Lovelace');
    await dialog.getByLabel('How').fill('by mail');
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).press('Enter');
    await expect(app.getByText('Confirmed by Ada Lovelace (by mail)')).toBeVisible();
  });

  await test.step('it leads to the breaches without a cause, and is closed when each has one', async () => {
    await expect(button('Close the review…')).toHaveCount(0);
    const review = page.url();
    await button('Show them in the breach register').press('Enter');
    await expect(page).toHaveURL(/breaches\/from=.*\/agreement=.*\/cause=none$/);
    const offer = app.getByRole('button', { name: 'Explain…' });
    const all = app.getByRole('checkbox', { name: 'Choose all that are shown' });
    await expect(all).toBeVisible();
    for (let lot = 0; lot < 4 && (await all.count()) > 0; lot += 1) {
      await all.check();
      await offer.press('Enter');
      await dialog.getByLabel('Cause').selectOption({ label: 'Staffing' });
      await dialog.getByRole('button', { name: 'Save' }).press('Enter');
      await expect(dialog).toHaveCount(0);
      await expect(app.getByRole('checkbox', { checked: true })).toHaveCount(0);
      await expect(all.or(app.getByText('No breach fits this period and these filters.'))).toBeVisible();
    }
    await page.goto(review);
    await button('Close the review…').press('Enter');
    await dialog.getByRole('button', { name: 'Close the review', exact: true }).press('Enter');
    await expect(app.getByText('No notes yet.')).toBeVisible();
    await expect(button('Change…')).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('nothing of the month is excluded any more', async () => {
    await page.goto(`${jira.url}${place}/breaches/from=2026-11-01/to=2026-11-30/cause=staffing`);
    // The oldest is one whose timer has ended: what still runs belongs to no period yet.
    await app
      .getByRole('button', { name: /^Details of Response/ })
      .last()
      .press('Enter');
    await button('Ask for exclusion or extension…').press('Enter');
    await dialog.getByLabel('Reason').fill('They were away');
    await dialog.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
    await expect(
      dialog.getByText(/whose monthly evaluation \(beginning on 2026-11-01\) is closed/),
    ).toBeVisible();
  });
});

test('a service report is written, issued to named people, and stays as it is', async ({ jira }) => {
  const { page } = jira;
  const app: FrameLocator = page.frameLocator('iframe[data-module-key="project-page"]');
  const dialog = app.getByRole('dialog');
  const button = (name: string) => app.getByRole('button', { name, exact: true });
  await jira.waitUntil(Date.parse('2026-12-01T11:00Z'));
  await jira.become({ who: 'projectAdministrator' });
  await page.goto(`${jira.url}${place}/reviews/service-reports`);
  await button('Prepare a service report…').click();
  await dialog.getByRole('button', { name: 'Prepare', exact: true }).click();
  await expect(app.getByRole('heading', { name: /^Service report · November 2026$/ })).toBeVisible();
  await expect(app.getByRole('columnheader', { name: 'June 2026' })).toBeVisible();
  await expect(app.getByRole('img', { name: /^Resolution/ })).toBeVisible();
  await button('Issue…').press('Enter');
  await button('Issue the report').press('Enter');
  await expect(app.getByText('Name somebody who receives the report.')).toBeVisible();
  await app.getByLabel('Commentary').fill('Response suffered from a vacancy.');
  await app.getByLabel('Recipients without an account').fill('Ada Lovelace');
  expect(await jira.barriers()).toEqual([]);
  await button('Issue…').press('Enter');
  await button('Issue the report').press('Enter');
  await expect(app.getByText('Ada Lovelace')).toBeVisible();
  await expect(button('Issue…')).toHaveCount(0);
  await button('← Service reports').press('Enter');
  await expect(app.getByRole('row', { name: /November 2026.*Issued/ })).toBeVisible();

  await test.step('late reviews are chased by mail from an issue that is named for it', async () => {
    const settings = page.frameLocator('iframe[data-module-key="project-settings"]');
    const key = settings.getByRole('textbox', { name: 'IT service desk' });
    const save = settings.getByRole('button', { name: 'Save', exact: true });
    const register = page.url();
    await page.goto(`${jira.url}/projects/ITSD/settings/project-settings/notices`);
    await expect(settings.getByText(/No issue is named yet/)).toBeVisible();
    await key.fill('the desk');
    await save.press('Enter');
    await expect(settings.getByText('You can’t see an issue “THE DESK”.')).toBeVisible();
    await expect(key).toHaveValue('the desk');
    expect(await jira.barriers()).toEqual([]);
    await key.fill('itsd-1');
    await save.press('Enter');
    await expect(key).toHaveValue('ITSD-1');
    await expect(settings.getByText(/No issue is named yet/)).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
    await page.goto(register);
  });

  await button('Process review').press('Enter');
  await expect(app.getByRole('row', { name: /Are all agreements in force\? Yes/ })).toBeVisible();
  await expect(
    app.getByRole('row', { name: /Does every agreement ask for reviews\? No.*IT service desk/ }),
  ).toBeVisible();
  expect(await jira.barriers()).toEqual([]);
});
