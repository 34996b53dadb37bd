import { expect, test } from './site';

test.use({ siteOf: 'calendars' });

const settingsPage = '/projects/ITSD/settings/project-settings';

test('a service level manager writes a calendar, and is told at the field what is wrong', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(jira.url + settingsPage);
  const { settings } = jira;
  const day = (name: string) => settings.getByRole('textbox', { name, exact: true });
  const save = settings.getByRole('button', { name: 'Save', exact: true });

  await test.step('the list says what each is, and who counts on it', async () => {
    await settings.getByRole('button', { name: 'Calendars', exact: true }).press('Enter');
    await expect(jira.page).toHaveURL(/project-settings\/calendars$/);
    const row = settings.getByRole('row', { name: /Office hours, London/ });
    await expect(row).toContainText('Mon – Fri 08:00–18:00');
    await expect(row).toContainText('IT service desk');
    await expect(row.getByRole('button', { name: /Archive/ })).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a new one without a name is refused, and nothing that was typed is lost', async () => {
    await settings.getByRole('button', { name: 'Create calendar' }).click();
    await settings.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Nowhere');
    await day('Monday').fill('8-12, 13-25');
    await save.click();
    await expect(settings.getByText('Give it a name.')).toBeVisible();
    await expect(settings.getByText('“Europe/Nowhere” isn’t a known time zone')).toBeVisible();
    await expect(settings.getByText('“25:00” isn’t a time of day')).toBeVisible();
    await expect(settings.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await expect(day('Monday')).toHaveValue('08:00–12:00, 13:00–25:00');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('hours are typed as people write them, with a lunch break, for all workdays at once', async () => {
    await settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Werkstatt München');
    await settings.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await day('Monday').fill('8-12, 13-16.30');
    await settings.getByRole('button', { name: 'Use the hours of Monday from Monday to Friday' }).click();
    await expect(day('Friday')).toHaveValue('08:00–12:00, 13:00–16:30');
  });

  await test.step('and painted, by the keyboard and by strokes of the pointer', async () => {
    const cell = (name: string) => settings.getByRole('gridcell', { name });
    await cell('Monday 09:00–09:30, open').focus();
    for (let row = 0; row < 5; row++) await jira.page.keyboard.press('ArrowDown');
    await jira.page.keyboard.press('Shift+ArrowRight');
    await jira.page.keyboard.press('Space');
    await expect(day('Saturday')).toHaveValue('09:00–10:00');
    await cell('Saturday 10:00–10:30, closed').hover();
    await jira.page.mouse.down();
    await cell('Saturday 11:30–12:00, closed').hover();
    await jira.page.mouse.up();
    await expect(day('Saturday')).toHaveValue('09:00–12:00');
  });

  await test.step('with a closed day and a maintenance window', async () => {
    await settings.getByRole('button', { name: 'Add closed day' }).click();
    await settings.getByLabel('Date', { exact: true }).fill('2026-12-24');
    await settings.getByLabel('Name (optional)').fill('Heiligabend');
    await settings.getByRole('button', { name: 'Add interruption' }).click();
    const interruption = settings.getByRole('group', { name: 'Interruption 1' });
    await interruption.getByLabel('When').selectOption('Every year');
    await interruption.getByLabel('Day of the year').fill('07-01');
    await interruption.getByLabel('Hours').fill('8-9');
    await save.click();
    await expect(interruption.getByText('Give it a name.')).toBeVisible();
    await interruption.getByLabel('Name').fill('Inventur');
  });

  await test.step('it is saved, has an address of its own, and shows its year', async () => {
    await save.click();
    await expect(settings.getByText(/^Saved as revision 1\./)).toBeVisible();
    await expect(jira.page).toHaveURL(/calendars\/werkstatt-munchen$/);
    await jira.page.reload();
    await expect(day('Saturday')).toHaveValue('09:00–12:00');
    await expect(settings.getByRole('heading', { name: /2026/ }).first()).toBeVisible();
  });

  await test.step('whoever leaves with something unsaved is asked', async () => {
    await day('Sunday').fill('10-11');
    await settings.getByRole('button', { name: 'Overview' }).click();
    const dialog = settings.getByRole('dialog', { name: 'Leave without saving?' });
    await expect(dialog).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Stay here' }).click();
    await expect(day('Sunday')).toHaveValue('10:00–11:00');
    await jira.page.goBack();
    await dialog.getByRole('button', { name: 'Leave without saving' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(day('Sunday')).toHaveCount(0);
  });
});

test('two people edit one calendar: the second is told, and can see what the first has saved', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}${settingsPage}/calendars/office-hours`);
  const { settings } = jira;
  const name = settings.getByRole('textbox', { name: 'Name', exact: true });
  const save = settings.getByRole('button', { name: 'Save', exact: true });
  await expect(name).toHaveValue('Office hours, London');

  await test.step('somebody else saves meanwhile', async () => {
    const view = await jira.call(settingsPage, 'project-settings', 'viewCalendars');
    const { result } = (await view.json()) as {
      result: { value: { calendars: { record: { id: string; name: string }; revision: number }[] } };
    };
    const office = result.value.calendars.find(({ record }) => record.id === 'office-hours');
    const saved = await jira.call(settingsPage, 'project-settings', 'saveCalendar', {
      doc: { ...office?.record, name: 'Office hours, by the first' },
      seen: office?.revision,
    });
    expect(await saved.json()).toMatchObject({ result: { ok: true } });
  });

  await test.step('what the second typed stays until they ask for the newer version', async () => {
    await name.fill('Office hours, by the second');
    await save.click();
    await expect(settings.getByText(/Somebody has saved a newer version/)).toBeVisible();
    await expect(name).toHaveValue('Office hours, by the second');
    await settings.getByRole('button', { name: 'Show the newer version' }).click();
    await expect(name).toHaveValue('Office hours, by the first');
  });

  await test.step('a server that fails loses nothing, and another try succeeds', async () => {
    await name.fill('Office hours, London');
    await jira.spoil({
      match: { what: 'invoke', name: 'saveCalendar' },
      effect: { do: 'answer', status: 500 },
    });
    await save.click();
    await expect(settings.getByText('Nothing was saved')).toBeVisible();
    await expect(name).toHaveValue('Office hours, London');
    await jira.mend();
    await save.click();
    await expect(settings.getByText(/^Saved as revision 3\./)).toBeVisible();
  });
});

test('the site shares calendars: its administrator keeps them, projects read them', async ({ jira }) => {
  const { page } = jira;
  const admin = page.frameLocator('iframe[data-module-key="admin"]');
  await jira.become({ who: 'jiraAdministrator' });
  await page.goto(`${jira.url}/jira/settings/apps/admin/calendars`);

  await test.step('the first one is created', async () => {
    await expect(admin.getByText('There is no calendar yet')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await admin.getByRole('button', { name: 'Create calendar' }).click();
    await admin.getByRole('textbox', { name: 'Name', exact: true }).fill('上海客服');
    await admin.getByRole('combobox', { name: 'Time zone' }).fill('Asia/Shanghai');
    await admin.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(admin.getByText(/^Saved as revision 1, for all projects\./)).toBeVisible();
    await admin.getByRole('button', { name: 'Close', exact: true }).click();
  });

  await test.step('it is archived and brought back', async () => {
    await admin.getByRole('button', { name: 'Archive “上海客服”' }).click();
    await expect(admin.getByText('“上海客服” is archived')).toBeVisible();
    await expect(admin.getByText('1 archived calendar')).toBeVisible();
    await admin.getByRole('status').getByRole('button', { name: 'Bring back “上海客服”' }).click();
    await expect(admin.getByRole('row', { name: /上海客服/ })).toContainText('Asia/Shanghai');
  });

  for (const [theme, locale] of [
    ['dark', 'zh-CN'],
    ['light', 'en-US'],
  ] as const) {
    await test.step(`a project shows it, and changes nothing in it (${theme}, ${locale})`, async () => {
      await jira.become({ who: 'projectAdministrator', theme, locale });
      await page.goto(`${jira.url}${settingsPage}/calendars`);
      const row = jira.settings.getByRole('row', { name: /上海客服/ });
      await expect(row).toContainText(locale === 'zh-CN' ? '站点' : 'Site', { ignoreCase: true });
      expect(await jira.barriers()).toEqual([]);
      await row.getByRole('button', { name: '上海客服' }).click();
      await expect(page).toHaveURL(/calendars\/calendar$/);
      await expect(jira.settings.getByText(/09:00–17:00/).first()).toBeVisible();
      await expect(jira.settings.getByRole('textbox')).toHaveCount(0);
      expect(await jira.barriers()).toEqual([]);
    });
  }
});
