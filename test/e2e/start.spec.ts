import { expect, test, type JiraPages } from './site';

test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'start' });

const settingsPage = '/projects/ITSD/settings/project-settings';

/** The app comes anew, so that nothing is promised in the project, and the project administrator opens its page. */
async function openEmpty(jira: JiraPages, path = ''): Promise<void> {
  for (const installed of [false, true]) {
    const answer = await jira.page.request.post(`${jira.url}/__site/app`, { data: { installed } });
    expect(await answer.json()).toEqual({ installed });
  }
  await jira.become({ who: 'projectAdministrator', locale: 'en-US', theme: 'light' });
  // Forge makes its tables in several rounds, a minute apart.
  await jira.waitHours(0.05);
  const definitions = async (): Promise<unknown> => {
    const answer = await jira.call(settingsPage, 'project-settings', 'viewDefinitions');
    return answer.json();
  };
  await expect.poll(definitions).toMatchObject({ result: { ok: true } });
  await jira.page.goto(jira.url + settingsPage + path);
}

test('two clicks put hours and promises into force, and the issues get their timers', async ({ jira }) => {
  await openEmpty(jira);
  const { settings } = jira;

  await test.step('the empty overview leads to them', async () => {
    await expect(settings.getByText('Nothing is promised yet')).toBeVisible();
    await expect(settings.getByRole('navigation').getByRole('button').first()).toHaveText('Start');
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('button', { name: 'Start with ready-made goals' }).click();
    await expect(jira.page).toHaveURL(/project-settings\/start$/);
  });

  await test.step('what the first choice means for the open issues shows at once', async () => {
    await expect(settings.getByRole('radio', { name: /^5×8/ })).toBeChecked();
    await expect(settings.getByRole('radio', { name: /^Standard requests/ })).toBeChecked();
    await expect(settings.getByText(/^Of \d+ open issues, \d+ get timers\.$/)).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('put into force, they hold, and what comes next is said', async () => {
    await settings.getByRole('button', { name: 'Put into force' }).click();
    await expect(settings.getByText('Your service levels are in force')).toBeVisible();
    await expect(settings.getByText('Agreement “Standard requests”.')).toBeVisible();
    await expect(settings.getByRole('heading', { name: 'Issues that exist already' })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('the overview shows goals and calendar, and Start is left only to those who look for it', async () => {
    await settings.getByRole('button', { name: 'Open the overview' }).click();
    await expect(settings.getByRole('heading', { name: 'Standard requests' })).toBeVisible();
    await expect(settings.getByText('Service hours 5×8').first()).toBeVisible();
    await expect(settings.getByRole('navigation').getByText('Start')).toHaveCount(0);
    await settings.getByRole('button', { name: 'First steps' }).click();
    await expect(settings.getByText('This project has service levels')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('an issue that comes in has its timers', async () => {
    const key = await jira.createIncident('The printer on the second floor is silent');
    await jira.become({ who: 'agent' });
    await jira.page.goto(`${jira.url}/browse/${key}`);
    await expect(jira.timer('Response')).toContainText('24 h');
    await expect(jira.timer('Resolution')).toContainText('72 h');
  });
});

test('the choice is changed, by the keyboard too, and the preview follows: timers that are late are listed', async ({
  jira,
}) => {
  await openEmpty(jira, '/start');
  const { settings } = jira;
  const preset = (name: string) => settings.getByRole('radio', { name: new RegExp(`^${name}`) });
  const put = settings.getByRole('button', { name: 'Put into force' });
  await expect(settings.getByText(/open issues, \d+ get timers\.$/)).toBeVisible();

  await test.step('what counts around the clock takes its hours with it', async () => {
    await preset('Standard requests').focus();
    for (const _ of ['By urgency', 'Incidents 7×24', 'Critical systems']) {
      await jira.page.keyboard.press('ArrowDown');
    }
    await expect(preset('Critical systems')).toBeChecked();
    await expect(settings.getByRole('radio', { name: /^7×24/ })).toBeChecked();
    await expect(settings.getByRole('radio', { name: /^5×8/ })).toBeDisabled();
    await expect(settings.getByText('so they are counted 7×24')).toBeVisible();
  });

  await test.step('incidents that are late at once are listed, each with a link and since when', async () => {
    const late = settings.getByRole('group', { name: 'Late at once' });
    await expect(late.getByRole('link', { name: /^ITSD-\d+$/ }).first()).toBeVisible();
    await expect(late.getByRole('row').nth(1)).toContainText('Recovery');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a preset that the project has nothing for says what is lacking, and can be helped', async () => {
    await preset('Problems').check();
    await expect(settings.getByText('This project lacks something for these goals')).toBeVisible();
    await expect(put).toBeDisabled();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByText('How this project works', { exact: true }).click();
    await settings.getByLabel('Service request', { exact: true }).selectOption('Problem');
    await expect(settings.getByText('This project lacks something for these goals')).toHaveCount(0);
    await expect(settings.getByText(/open issues, \d+ get timers\.$/)).toBeVisible();
    await expect(put).toBeEnabled();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('own hours and zone are typed; what is wrong is told at the field, and nothing is lost', async () => {
    await settings.getByRole('radio', { name: /^Our own hours/ }).check();
    await settings.getByRole('textbox', { name: 'Monday', exact: true }).fill('8-12, 13-25');
    await settings.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Nowhere');
    await expect(settings.getByText('“25:00” isn’t a time of day')).toBeVisible();
    await expect(settings.getByText('“Europe/Nowhere” isn’t a known time zone')).toBeVisible();
    await expect(put).toBeDisabled();
    expect(await jira.barriers()).toEqual([]);
    await preset('Standard requests').check();
    await expect(settings.getByRole('textbox', { name: 'Monday', exact: true })).toHaveValue(
      '08:00–12:00, 13:00–25:00',
    );
    await settings.getByRole('textbox', { name: 'Monday', exact: true }).fill('8-12, 13-17');
    await settings.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await expect(put).toBeEnabled();
  });

  await test.step('whoever leaves with hours of their own is asked', async () => {
    await settings.getByRole('button', { name: 'Overview' }).click();
    const dialog = settings.getByRole('dialog', { name: 'Leave without saving?' });
    await dialog.getByRole('button', { name: 'Stay here' }).click();
    await expect(settings.getByRole('textbox', { name: 'Monday', exact: true })).toHaveValue(
      '08:00–12:00, 13:00–17:00',
    );
  });
});

test('a slow and a failing server: the choice stays, and can be tried again', async ({ jira }) => {
  await openEmpty(jira);
  const { settings } = jira;
  const preview = { what: 'invoke', name: 'previewRules' } as const;
  await jira.spoil({ match: preview, effect: { do: 'wait', ms: 20_000 } });
  await settings.getByRole('button', { name: 'Start', exact: true }).click();

  await test.step('while the issues are read it says so, and the reading can be stopped', async () => {
    await expect(settings.getByText('Reading the open issues …')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(settings.getByText('Reading the open issues …')).toHaveCount(0);
    await jira.mend();
  });

  await test.step('a page that fails twice is told, and can be asked for again', async () => {
    await jira.spoil({ match: preview, effect: { do: 'answer', status: 500 } });
    await settings.getByRole('button', { name: 'Read on' }).click();
    await expect(settings.getByText('The open issues can’t be read')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await jira.mend();
    await settings.getByRole('button', { name: 'Try again' }).click();
    await expect(settings.getByText(/open issues, \d+ get timers\.$/)).toBeVisible();
  });

  await test.step('one that fails once is asked for once more by itself', async () => {
    const once = { do: 'answer', status: 500 } as const;
    await jira.spoil({ match: preview, effect: once, lasts: { times: 1 } });
    await settings.getByRole('radio', { name: /^By urgency/ }).check();
    await expect(settings.getByText(/open issues, \d+ get timers\.$/)).toBeVisible();
    await expect(settings.getByText('The open issues can’t be read')).toHaveCount(0);
    await jira.mend();
  });

  await test.step('what could not come into force is said, with the choice still there', async () => {
    const put = { what: 'invoke', name: 'importDefinitions' } as const;
    await jira.spoil({ match: put, effect: { do: 'answer', status: 500 } });
    await settings.getByRole('button', { name: 'Put into force' }).click();
    await expect(settings.getByText('Nothing is known to have come into force')).toBeVisible();
    await expect(settings.getByRole('radio', { name: /^By urgency/ })).toBeChecked();
    expect(await jira.barriers()).toEqual([]);
    await jira.mend();
  });

  await test.step('whoever comes second is told, and puts nothing beside what the first has put into force', async () => {
    const other = await jira.page.context().newPage();
    const frame = other.frameLocator('iframe[data-module-key="project-settings"]');
    await other.goto(`${jira.url}${settingsPage}/start`);
    await frame.getByRole('button', { name: 'Put into force' }).click();
    await expect(frame.getByText('Your service levels are in force')).toBeVisible();
    await other.close();
    await settings.getByRole('button', { name: 'Put into force' }).click();
    await expect(settings.getByText(/Somebody else has put service levels into force/)).toBeVisible();
    await expect(settings.getByText('Agreement “Standard requests”.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });
});

test('in Chinese, dark and narrow', async ({ jira }) => {
  await openEmpty(jira);
  await jira.become({ locale: 'zh-CN', theme: 'dark' });
  await jira.page.setViewportSize({ width: 480, height: 900 });
  await jira.page.goto(`${jira.url}${settingsPage}/start`);
  const { settings } = jira;
  await settings.getByText('此项目的工作方式', { exact: true }).click();
  await settings.getByRole('radio', { name: /^自定义/ }).check();
  await expect(settings.getByText(/未解决的事务中有 \d+ 个会计时。$/)).toBeVisible();
  expect(await jira.barriers()).toEqual([]);
  await settings.getByRole('button', { name: '使其生效' }).press('Enter');
  await expect(settings.getByText('您的服务级别已生效')).toBeVisible();
  await expect(settings.getByText('协议“标准请求”。')).toBeVisible();
  expect(await jira.barriers()).toEqual([]);
});
