import { expect, test, type JiraPages } from './site';

test.use({ siteOf: 'journeys', entry: 'test/e2e/small-site.ts' });

const settingsPage = '/projects/ITSD/settings/project-settings';

async function call(jira: JiraPages, functionKey: string, payload: object): Promise<void> {
  const answer = await jira.call(settingsPage, 'project-settings', functionKey, payload);
  expect(await answer.json()).toMatchObject({ result: { ok: true } });
}

/** An agreement of eight hours about the issues with a label, on a calendar of the project. */
const definitions = (label: string, calendar: string, timeZone: string): string =>
  JSON.stringify({
    format: 'service-levels/1',
    calendars: [],
    agreements: [
      {
        id: label,
        kind: 'SLA',
        name: label,
        timeZone,
        effectiveFrom: '2026-01-01',
        customer: { field: 'labels', in: [label] },
        metrics: [
          {
            id: 'resolution',
            kind: 'resolution',
            start: { created: true },
            stop: { changed: 'status', to: ['Resolved'] },
            pause: [],
            cycles: 'every',
            goals: [{ name: 'Eight hours', within: '8h', calendar }],
          },
        ],
      },
    ],
  });

interface Expected {
  readonly label: string;
  /** On a wall in London. */
  readonly created: string;
  readonly due: string;
  readonly isChinese?: boolean;
}

/** When an issue with a label that is created then would be due, as _Which rule wins?_ has it. */
async function expectDue(
  { page, settings, url }: JiraPages,
  { label, created, due, isChinese = false }: Expected,
): Promise<void> {
  const say = (english: string, chinese: string): string => (isChinese ? chinese : english);
  await page.goto(`${url}${settingsPage}/rules`);
  const mode = settings.getByRole('combobox', { name: say('Try the rules on', '试用规则的对象') });
  await mode.selectOption('made-up');
  await settings.getByLabel(say('Created', '创建时间'), { exact: true }).fill(created);
  const row = settings.getByRole('group', { name: say('Row 1', '第 1 行') });
  await row.getByRole('combobox', { name: say('Field', '字段') }).selectOption('labels');
  const value = row.getByRole('textbox', { name: say('Type a value', '输入值') });
  await value.fill(label);
  await value.press('Enter');
  await settings.getByRole('button', { name: say('Find out', '查询') }).click();
  await expect(settings.locator(`article time[datetime="${due}"]`).first()).toBeVisible();
}

test('a German week with a lunch break: due across Fronleichnam, a day off in Bavaria alone', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}${settingsPage}/holidays`);
  const { settings } = jira;
  const save = settings.getByRole('button', { name: 'Save', exact: true });

  await test.step('Bavaria’s holidays come from the list of countries', async () => {
    await settings.getByRole('button', { name: 'Create holiday set' }).click();
    await settings.getByLabel('Country').selectOption('Germany');
    await settings.getByLabel('State or region').selectOption('Bayern');
    await settings.getByRole('button', { name: 'Add public holidays' }).click();
    await expect(settings.getByRole('listitem').filter({ hasText: 'Fronleichnam' }).first()).toBeVisible();
    await save.click();
    await expect(settings.getByText('“Public holidays, Germany, Bayern” is saved.')).toBeVisible();
  });

  await test.step('a week with a lunch break is typed once for all workdays, and the set chosen', async () => {
    await settings.getByRole('button', { name: 'Calendars', exact: true }).click();
    await settings.getByRole('button', { name: 'Create calendar' }).click();
    await settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Leitstelle');
    await settings.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await settings.getByRole('textbox', { name: 'Monday', exact: true }).fill('8-12, 13-17');
    await settings.getByRole('button', { name: 'Use the hours of Monday from Monday to Friday' }).click();
    await settings.getByRole('checkbox', { name: /Germany, Bayern/ }).check();
    await save.click();
    await expect(settings.getByText(/^Saved as revision 1\./)).toBeVisible();
    await expect(jira.page).toHaveURL(/calendars\/leitstelle$/);
  });

  await test.step('its year shows the day off', async () => {
    await settings.getByRole('button', { name: 'Show 2027' }).click();
    const may = settings.getByRole('table', { name: /May/ });
    await expect(may.getByRole('cell', { name: /^27 .*Fronleichnam/ })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('eight hours from Wednesday 15:00 are over on Friday 15:00: two, none on Thursday, six', async () => {
    await call(jira, 'importDefinitions', { file: definitions('leitstelle', 'leitstelle', 'Europe/Berlin') });
    await expectDue(jira, {
      label: 'leitstelle',
      created: '2027-05-26T14:00',
      due: '2027-05-28T13:00:00.000Z',
    });
  });
});

const ics = (...events: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//test//ZH',
    ...events.flatMap((lines, index) => [
      'BEGIN:VEVENT',
      `UID:${index}`,
      'DTSTAMP:20260101T000000Z',
      lines,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

test('一家中国公司的日历：从日历文件导入放假安排，调休上班的周六照常计时', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator', locale: 'zh-CN' });
  await jira.page.goto(`${jira.url}${settingsPage}/calendars/+`);
  const { settings } = jira;
  const save = settings.getByRole('button', { name: '保存', exact: true });

  await test.step('午休两段的五天工作制', async () => {
    await settings.getByRole('textbox', { name: '名称', exact: true }).fill('上海 5×8');
    await settings.getByRole('combobox', { name: '时区' }).fill('Asia/Shanghai');
    await settings.getByRole('textbox', { name: '星期一', exact: true }).fill('9-12, 13-18');
    await settings.getByRole('button', { name: '将星期一的时段用于周一至周五' }).click();
    await save.click();
    await expect(settings.getByText(/^已保存为修订版 1。/)).toBeVisible();
  });

  await test.step('文件中的“休”成为节假日，“班”添加到日历', async () => {
    await settings.getByRole('button', { name: '节假日', exact: true }).click();
    await settings.getByRole('button', { name: '新建节假日集' }).click();
    await settings.getByText('日历文件（.ics）').click();
    const text = ics(
      'DTSTART;VALUE=DATE:20271001\r\nDTEND;VALUE=DATE:20271008\r\nSUMMARY:国庆节 休',
      'DTSTART;VALUE=DATE:20271009\r\nSUMMARY:国庆节 班',
    );
    const file = { name: '放假安排.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) };
    await settings.locator('input[type=file]').setInputFiles(file);
    await expect(settings.getByText(/^已添加 7 天/)).toBeVisible();
    const offer = settings.getByRole('region', { name: '调休上班日' });
    await offer.getByLabel('日历').selectOption('上海 5×8');
    await offer.getByRole('button', { name: '添加为额外工作日' }).click();
    await expect(offer.getByText(/^1 个额外工作日已添加到“上海 5×8”/)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await save.click();
    await expect(settings.getByText('“放假安排”已保存。')).toBeVisible();
  });

  await test.step('选用后，全年视图同时显示两者', async () => {
    await settings.getByRole('button', { name: '日历', exact: true }).click();
    await settings.getByRole('button', { name: '上海 5×8', exact: true }).click();
    await settings.getByRole('checkbox', { name: /放假安排/ }).check();
    await settings.getByRole('button', { name: '显示 2027 年' }).click();
    const october = settings.getByRole('table', { name: /^十月/ });
    await expect(october.getByRole('cell', { name: /^7.*国庆节/ })).toBeVisible();
    await expect(october.getByRole('cell', { name: /^9.*额外工作日/ })).toBeVisible();
    await save.click();
    await expect(settings.getByText(/^已保存为修订版 3。/)).toBeVisible();
  });

  await test.step('周五 16:00 起的八小时在调休的周六 16:00 到期', async () => {
    const calendar = new URL(jira.page.url()).pathname.split('/').at(-1) ?? '';
    await call(jira, 'importDefinitions', { file: definitions('shanghai', calendar, 'Asia/Shanghai') });
    await expectDue(jira, {
      label: 'shanghai',
      created: '2027-10-08T09:00',
      due: '2027-10-09T08:00:00.000Z',
      isChinese: true,
    });
  });
});

test('a server that is slow, and then fails, loses nothing that was typed of a service', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator', locale: 'en-US' });
  const doc = { id: 'printing', name: 'Printing', kind: 'business', state: 'draft' };
  await call(jira, 'saveService', { doc, seen: 0 });
  await jira.page.goto(`${jira.url}${settingsPage}/catalogue/printing`);
  const { settings } = jira;
  const summary = settings.getByRole('textbox', { name: 'Summary' });
  const save = settings.getByRole('button', { name: 'Save', exact: true });

  await test.step('what is typed while it is being saved stays, and is saved next', async () => {
    await jira.spoil({ match: { what: 'invoke', name: 'saveService' }, effect: { do: 'wait', ms: 3_000 } });
    await summary.fill('Print');
    await save.click();
    await summary.fill('Print on paper');
    await jira.mend();
    await expect(
      settings.getByRole('region', { name: 'History' }).getByRole('row', { name: /^2 / }),
    ).toBeVisible();
    await expect(summary).toHaveValue('Print on paper');
    await save.click();
    await expect(settings.getByText('Saved as revision 3.')).toBeVisible();
  });

  await test.step('a failing one says that nothing was saved; another try saves it', async () => {
    await jira.spoil({
      match: { what: 'invoke', name: 'saveService' },
      effect: { do: 'answer', status: 500 },
    });
    await summary.fill('Print on both sides');
    await save.click();
    await expect(settings.getByText('Nothing was saved')).toBeVisible();
    await expect(summary).toHaveValue('Print on both sides');
    expect(await jira.barriers()).toEqual([]);
    await jira.mend();
    await save.click();
    await expect(settings.getByText('Saved as revision 4.')).toBeVisible();
    await jira.page.reload();
    await expect(summary).toHaveValue('Print on both sides');
  });
});
