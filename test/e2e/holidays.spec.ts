import { expect, test, type JiraPages } from './site';

test.use({ siteOf: 'holidays' });

const settingsPage = '/projects/ITSD/settings/project-settings';

const officeDay = [['09:00', '18:00']];
const shanghai = {
  id: 'shanghai',
  name: '上海 5×8',
  timeZone: 'Asia/Shanghai',
  weekly: { mon: officeDay, tue: officeDay, wed: officeDay, thu: officeDay, fri: officeDay },
  exceptions: [],
};

const call = async (jira: JiraPages, functionKey: string, payload: object = {}): Promise<unknown> => {
  const answer = await jira.call(settingsPage, 'project-settings', functionKey, payload);
  return ((await answer.json()) as { result: unknown }).result;
};

async function openHolidays(jira: JiraPages): Promise<void> {
  await jira.become({ who: 'projectAdministrator', locale: 'en-US', theme: 'light' });
  await jira.page.goto(`${jira.url}${settingsPage}/holidays`);
}

test('China’s holidays close a calendar, and the days worked in exchange open it', async ({ jira }) => {
  await openHolidays(jira);
  const { settings } = jira;
  await test.step('nothing is there yet, and the page says what to do', async () => {
    await expect(settings.getByText('No holiday sets yet')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('the public holidays of 2026 are added, with name and source', async () => {
    await settings.getByRole('button', { name: 'Create holiday set' }).click();
    await settings.getByLabel('Country').selectOption('China');
    await settings.getByLabel('To year').selectOption('2026');
    await settings.getByRole('button', { name: 'Add public holidays' }).click();
    await expect(settings.getByRole('textbox', { name: 'Name', exact: true }).first()).toHaveValue(
      'Public holidays, China',
    );
    await expect(settings.getByLabel('Source')).toHaveValue(/China, 2026$/);
    await expect(settings.getByText('元旦')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a calendar works on the days in exchange, with Monday’s hours', async () => {
    expect(await call(jira, 'saveCalendar', { doc: shanghai, seen: 0 })).toMatchObject({ ok: true });
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(settings.getByText('“Public holidays, China” is saved.')).toBeVisible();
    const offer = settings.getByRole('region', { name: 'Working days in exchange' });
    await offer.getByLabel('Calendar').selectOption('上海 5×8');
    await expect(offer.getByText('09:00–18:00')).toBeVisible();
    await offer.getByRole('button', { name: 'Add as extra working days' }).click();
    await expect(offer.getByText(/^\d extra working days added to “上海 5×8”/)).toBeVisible();
    await offer.getByRole('button', { name: 'Add as extra working days' }).click();
    await expect(offer.getByText(/^No extra working day added .*, \d there already/)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('with the set chosen, the year of the calendar shows both', async () => {
    await settings.getByRole('button', { name: 'Calendars', exact: true }).click();
    await settings.getByRole('button', { name: '上海 5×8', exact: true }).click();
    await settings.getByRole('checkbox', { name: /Public holidays, China/ }).check();
    const february = settings.getByRole('table', { name: /February/ });
    await expect(february.getByRole('cell', { name: /^14 .*Extra working day/ })).toBeVisible();
    await expect(february.getByRole('cell', { name: /^17 .*春节/ })).toBeVisible();
    await settings.getByRole('button', { name: 'Show 2027' }).click();
    await expect(settings.getByText('No holiday is known for 2027')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(settings.getByText(/^Saved as revision/)).toBeVisible();
  });

  await test.step('the set says who uses it, and cannot be archived', async () => {
    await settings.getByRole('button', { name: 'Holidays', exact: true }).click();
    const row = settings.getByRole('row', { name: /Public holidays, China/ });
    await expect(row).toContainText('上海 5×8');
    await expect(row.getByRole('button', { name: /Archive/ })).toHaveCount(0);
  });
});

const file = (text: string) => ({
  name: 'betriebsferien.ics',
  mimeType: 'text/calendar',
  buffer: Buffer.from(text),
});

const eventsIn = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (uid: string, ...lines: string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');

test('a Bavarian set: regional holidays, a calendar file, days by hand, and mistakes at their fields', async ({
  jira,
}) => {
  await openHolidays(jira);
  const { settings } = jira;
  const days = settings.getByRole('listitem');
  const save = settings.getByRole('button', { name: 'Save', exact: true });
  await settings.getByRole('button', { name: 'Create holiday set' }).click();

  await test.step('a set without a name and days is refused', async () => {
    await save.click();
    await expect(settings.getByText('Write a name of at most 120 characters.')).toBeVisible();
    await expect(settings.getByText('Add at least one day.')).toBeVisible();
    await expect(settings.getByRole('textbox', { name: 'Name', exact: true }).first()).toBeFocused();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('Bavaria has days that Germany as a whole has not', async () => {
    await settings.getByLabel('Country').selectOption('Germany');
    await settings.getByLabel('State or region').selectOption('Bayern');
    await settings.getByRole('button', { name: 'Add public holidays' }).press('Enter');
    await expect(days.filter({ hasText: 'Heilige Drei Könige' }).first()).toBeVisible();
  });

  await test.step('a day is removed by the keyboard, and comes back', async () => {
    const remove = settings.getByRole('button', { name: /^Remove .*2026.*Neujahr/ });
    await remove.focus();
    await jira.page.keyboard.press('Enter');
    await expect(remove).toHaveCount(0);
    await expect(settings.getByRole('button', { name: /^Remove .*2026.*Heilige Drei Könige/ })).toBeFocused();
    await settings.getByRole('button', { name: 'Undo' }).click();
    await expect(remove).toBeVisible();
  });

  await test.step('a day by hand is asked for what it lacks', async () => {
    await settings.getByText('A day by hand').click();
    const add = settings.getByRole('button', { name: 'Add', exact: true });
    await add.click();
    await expect(settings.getByText('Choose a date.')).toBeVisible();
    await settings.getByLabel('Dates').selectOption('Several days');
    await settings.getByLabel('First day').fill('2026-12-28');
    await settings.getByLabel('Last day').fill('2026-12-24');
    await settings.getByRole('textbox', { name: 'Name', exact: true }).last().fill('Zwischen den Jahren');
    await add.click();
    await expect(settings.getByText(/This ends on 2026-12-24, before it begins/)).toBeVisible();
    await settings.getByLabel('Last day').fill('2026-12-31');
    await add.click();
    await expect(settings.getByText('4 days added.')).toBeVisible();
  });

  await test.step('a calendar file: one that is none is refused, of another the all-day events are taken', async () => {
    await settings.getByText('Calendar file (.ics)').click();
    const chooser = settings.locator('input[type=file]');
    await chooser.setInputFiles(file('no calendar'));
    await expect(settings.getByText('This is not a calendar file')).toBeVisible();
    const taken = eventsIn(
      event('1', 'DTSTART;VALUE=DATE:20260803', 'DTEND;VALUE=DATE:20260808', 'SUMMARY:Betriebsferien'),
      event('2', 'DTSTART:20260901T090000Z', 'DTEND:20260901T100000Z', 'SUMMARY:Besprechung'),
    );
    await chooser.setInputFiles(file(taken));
    await expect(
      settings.getByText('5 days added, 1 event left out because it has a time of day.'),
    ).toBeVisible();
    await expect(days.filter({ hasText: 'Betriebsferien' })).toContainText(/Aug 3.*Aug 7/);
  });

  await test.step('it is saved, and listed with its years', async () => {
    await save.click();
    await expect(settings.getByText('“Public holidays, Germany, Bayern” is saved.')).toBeVisible();
    await expect(settings.getByRole('row', { name: /Germany, Bayern/ })).toContainText('2026–2028');
  });
});

test('two people edit one set, and a server that fails loses nothing', async ({ jira }) => {
  await openHolidays(jira);
  const { settings } = jira;
  const doc = { id: 'plant', name: 'Plant', days: [{ date: '2026-12-24', name: 'Christmas Eve' }] };
  expect(await call(jira, 'saveHolidaySet', { doc, seen: 0 })).toMatchObject({ ok: true });
  await jira.page.goto(`${jira.url}${settingsPage}/holidays/plant`);
  const name = settings.getByRole('textbox', { name: 'Name', exact: true }).first();
  const save = settings.getByRole('button', { name: 'Save', exact: true });
  await expect(name).toHaveValue('Plant');

  await test.step('somebody else saves meanwhile: the second is told, keeps what was typed, and can reload', async () => {
    const theirs = { ...doc, name: 'Plant, by the first' };
    expect(await call(jira, 'saveHolidaySet', { doc: theirs, seen: 1 })).toMatchObject({ ok: true });
    await name.fill('Plant, by the second');
    await save.click();
    await expect(settings.getByText(/Somebody has saved a newer version/)).toBeVisible();
    await expect(name).toHaveValue('Plant, by the second');
    await settings.getByRole('button', { name: 'Show the newer version' }).click();
    await expect(name).toHaveValue('Plant, by the first');
  });

  await test.step('the server fails, then works again', async () => {
    await name.fill('Plant, at last');
    await jira.spoil({
      match: { what: 'invoke', name: 'saveHolidaySet' },
      effect: { do: 'answer', status: 500 },
    });
    await save.click();
    await expect(settings.getByText('Not saved')).toBeVisible();
    await expect(name).toHaveValue('Plant, at last');
    expect(await jira.barriers()).toEqual([]);
    await jira.mend();
    await save.click();
    await expect(settings.getByText('“Plant, at last” is saved.')).toBeVisible();
  });

  await test.step('an unused set is archived, and comes back', async () => {
    await settings.getByRole('button', { name: 'Archive “Plant, at last”' }).click();
    await settings.getByText('1 archived set').click();
    await settings.getByRole('button', { name: 'Bring back “Plant, at last”' }).click();
    await expect(settings.getByRole('row', { name: /Plant, at last/ })).toBeVisible();
  });

  for (const choice of [{ theme: 'dark' }, { locale: 'zh-CN' }] as const) {
    await test.step(`list and editor have no barrier with ${JSON.stringify(choice)}`, async () => {
      await jira.become(choice);
      for (const place of ['holidays', 'holidays/plant']) {
        await jira.page.goto(`${jira.url}${settingsPage}/${place}`);
        await expect(
          settings.getByText(/Plant/).or(settings.locator('input[value^=Plant]')).first(),
        ).toBeVisible();
        expect(await jira.barriers()).toEqual([]);
      }
    });
  }
});
