import { expect, JiraPages, test } from './site';

// Publishes versions.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'agreement-troubles' });

const draft = '/projects/ITSD/settings/project-settings/agreements/it-service-desk/edit';
const button = (jira: JiraPages, name: string) => jira.settings.getByRole('button', { name, exact: true });
const cell = (jira: JiraPages, name: string) =>
  jira.settings.getByRole('group', { name, exact: true }).last().getByRole('textbox', { name: 'Time' });

test.afterEach(({ jira }) => jira.mend());

test('a slow server is waited for, and one that fails loses nothing of a draft', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.spoil({ match: { what: 'invoke', name: 'viewAgreement' }, effect: { do: 'wait', ms: 4_000 } });
  await jira.page.goto(jira.url + draft);
  await expect(jira.settings.getByText('Loading the agreements')).toBeAttached();
  await expect(jira.settings.locator('[aria-busy="true"]')).toBeVisible();
  expect(await jira.barriers()).toEqual([]);
  const time = cell(jira, '2 - High');
  await expect(time).toHaveValue('8h');
  await jira.mend();

  await time.fill('7h');
  for (const effect of [
    { do: 'answer', status: 500 },
    // It is saved, and nobody hears of it.
    { do: 'answer', status: 500, done: true },
  ] as const) {
    await jira.spoil({ match: { what: 'invoke', name: 'saveDraft' }, effect });
    await button(jira, 'Save draft').click();
    await expect(jira.settings.getByText('It may not have been saved')).toBeVisible();
    await expect(time).toHaveValue('7h');
    await jira.mend();
  }
  expect(await jira.barriers()).toEqual([]);
  await button(jira, 'Save draft').click();
  await expect(jira.settings.getByText('The draft is saved.')).toBeVisible();
  await expect(jira.settings.getByText('It may not have been saved')).toHaveCount(0);
});

test('of two people who edit a draft the second is told, keeps what they typed, and can see the other’s', async ({
  jira,
  browser,
}) => {
  await jira.become({ who: 'projectAdministrator', locale: 'zh-CN' });
  await jira.page.goto(jira.url + draft);
  const time = jira.settings
    .getByRole('group', { name: '2 - High', exact: true })
    .last()
    .getByRole('textbox', { name: '时长' });
  await expect(time).not.toHaveValue('');
  await time.fill('5h');

  const context = await browser.newContext();
  const other = new JiraPages(await context.newPage(), jira.url);
  await test.step('the first one saves', async () => {
    await other.become({ who: 'jiraAdministrator' });
    await other.page.goto(jira.url + draft);
    await cell(other, '2 - High').fill('6h');
    await button(other, 'Save draft').click();
    await expect(other.settings.getByText('The draft is saved.')).toBeVisible();
  });

  await test.step('the second one is told in their language', async () => {
    await button(jira, '保存草稿').click();
    await expect(jira.settings.getByText(/已有人保存了更新的版本/)).toBeVisible();
    await expect(time).toHaveValue('5h');
    expect(await jira.barriers()).toEqual([]);
    await button(jira, '显示最新状态').click();
    await expect(time).toHaveValue('6h');
  });

  await test.step('and nobody publishes what they have not seen', async () => {
    await button(other, 'Save, check and publish').click();
    await expect(button(other, 'Publish')).toBeVisible();
    await time.fill('5h');
    await button(jira, '保存草稿').click();
    await expect(jira.settings.getByText(/草稿已保存/)).toBeVisible();
    await button(other, 'Publish').click();
    await expect(other.settings.getByText(/Somebody has saved a newer version/)).toBeVisible();
    await button(other, 'Show the newer state').click();
    await expect(other.settings.getByRole('row', { name: /Goal: High/ })).toContainText('5h');
    await expect(other.settings.getByText(/Somebody has saved a newer version/)).toHaveCount(0);
  });
  await context.close();
});

test('goals of four priorities and two customers are written with the keyboard, and hold for an issue of each', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator', locale: 'en-US' });
  await jira.page.goto(jira.url + draft);
  /** Of the last timer, which is that of the resolution. */
  const adding = (name: string) => jira.settings.getByRole('combobox', { name, exact: true }).last();
  const { keyboard } = jira.page;

  await test.step('the table is split by customer', async () => {
    const second = adding('Split by a second field');
    await second.focus();
    await keyboard.type('Labels');
    await expect(second).toHaveValue('labels');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    const customer = adding('Add Labels');
    await customer.focus();
    await keyboard.type('two words');
    await keyboard.press('Enter');
    await expect(jira.settings.getByRole('alert').filter({ hasText: 'One word' })).toBeVisible();
    await customer.press('ControlOrMeta+a');
    await keyboard.type('acme');
    await keyboard.press('Enter');
    await expect(jira.settings.getByRole('columnheader', { name: 'Labels: acme' })).toBeVisible();
    await expect(customer).toBeFocused();
    await keyboard.type('globex');
    await keyboard.press('Enter');
    await expect(jira.settings.getByRole('columnheader', { name: 'Labels: globex' })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('each has a time of its own', async () => {
    for (const [priority, acme, globex] of [
      ['1 - Critical', '1h', '2h'],
      ['2 - High', '3h', '5h'],
      ['3 - Moderate', '20h', '40h'],
      ['4 - Low', '60h', '80h'],
    ] as const) {
      for (const [customer, time] of [
        ['acme', acme],
        ['globex', globex],
      ] as const) {
        await cell(jira, `${priority} · ${customer}`).focus();
        await keyboard.press('ControlOrMeta+a');
        await keyboard.type(time);
      }
    }
    await button(jira, 'Save, check and publish').press('Enter');
    await expect(jira.settings.getByRole('row', { name: /2 - High · globex/ })).toContainText('5h');
    expect(await jira.barriers()).toEqual([]);
    await button(jira, 'Publish').press('Enter');
    await expect(jira.settings.getByText('Service level agreement, version 2.')).toBeVisible();
  });

  for (const [customer, left] of [
    ['acme', '2 h 59 m left'],
    ['globex', '4 h 59 m left'],
  ] as const) {
    await test.step(`an issue of ${customer} is due by its own goal`, async () => {
      const { key } = (await jira.rest('agent', 'POST', '/rest/api/3/issue', {
        fields: {
          project: { key: 'ITSD' },
          issuetype: { name: 'Incident' },
          summary: `Nobody at ${customer} can work`,
          priority: { id: '2' },
          labels: [customer],
        },
      })) as { key: string };
      await jira.page.goto(`${jira.url}/browse/${key}`);
      await expect(jira.timer('Resolution')).toContainText(left);
    });
  }
});
