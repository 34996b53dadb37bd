import { expect, test, withoutAge } from './site';

// Publishes a version.
test.use({ siteOf: 'agreements' });

const section = '/projects/ITSD/settings/project-settings/agreements';

test('a stricter version is written, checked and published; what was judged before stays', async ({
  jira,
}) => {
  await jira.openYoungest('Closed', '2 - High');
  const issue = jira.page.url();
  const judged = jira.timer('Resolution').filter({ hasText: 'Measured' });
  const before = withoutAge(await judged.innerText());

  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(jira.url + section);
  const { settings } = jira;
  const high = settings.getByRole('group', { name: /2 - High/ }).last();
  const time = high.getByRole('textbox', { name: 'Time' });

  await test.step('the list says how each stands', async () => {
    const row = settings.getByRole('row', { name: /IT service desk/ });
    await expect(row).toContainText('In force');
    expect(await jira.barriers()).toEqual([]);
    await row.getByRole('button', { name: 'IT service desk' }).press('Enter');
    await expect(jira.page).toHaveURL(/agreements\/it-service-desk$/);
  });

  await test.step('what is wrong stands at its field, and a draft is kept as it was typed', async () => {
    await settings.getByRole('button', { name: 'Write next version' }).click();
    await expect(time).toHaveValue('8h');
    await time.fill('six');
    await expect(high.getByText(/such as 4h/).first()).toBeVisible();
    await settings.getByRole('button', { name: 'Save draft' }).click();
    await expect(settings.getByText('The draft is saved.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await jira.page.reload();
    await expect(time).toHaveValue('six');
  });

  await test.step('leaving with something unsaved asks first', async () => {
    await time.fill('6h');
    await settings.getByRole('button', { name: 'Calendars', exact: true }).click();
    await settings.getByRole('button', { name: 'Stay here' }).click();
    await expect(time).toHaveValue('6h');
  });

  await test.step('before it is published it shows the difference, from when it holds and what it would change', async () => {
    await settings.getByRole('button', { name: 'Save, check and publish' }).click();
    const difference = settings.getByRole('table').filter({ hasText: 'Goal: High' });
    await expect(difference).toContainText('8h on Around the clock');
    await expect(difference).toContainText('6h on Around the clock');
    await expect(settings.getByText(/It comes into force as soon as it is published/)).toBeVisible();
    const apply = settings.getByRole('checkbox', { name: 'Apply to running timers' });
    // So many issues are not read at once unasked.
    const goOn = settings.getByRole('button', { name: 'Go on', exact: true });
    await expect(goOn).toBeVisible();
    await expect(settings.getByText(/500 open issues looked at so far: [1-9]/)).toBeVisible();
    await expect(apply).toBeDisabled();
    await expect(async () => {
      await goOn.click({ timeout: 1_000 }).catch(() => undefined);
      await expect(apply).toBeEnabled({ timeout: 3_000 });
    }).toPass();
    await expect(settings.getByText(/looked at: [1-9]/)).toBeVisible();
    await apply.check();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a server that fails publishes nothing and loses nothing', async () => {
    const reason = settings.getByRole('textbox', { name: /Reason for the change/ });
    await reason.fill('Agreed with the business');
    await jira.spoil({
      match: { what: 'invoke', name: 'publishDraft' },
      effect: { do: 'answer', status: 500 },
    });
    await settings.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(settings.getByText('It may not have been saved')).toBeVisible();
    await expect(reason).toHaveValue('Agreed with the business');
    await jira.mend();
  });

  await test.step('published, it is in force, and the history says who, why and what', async () => {
    await settings.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(settings.getByText('Service level agreement, version 2.')).toBeVisible();
    const history = settings.getByRole('listitem').filter({ hasText: 'Version 2 published' });
    await expect(history).toContainText('Sam Rivera');
    await expect(history).toContainText('Agreed with the business');
    await expect(history).toContainText('Running timers changed over to it.');
    await history.getByRole('button', { name: 'What changed from version 1' }).click();
    await expect(history.getByRole('table')).toContainText('Goal: High');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a closed issue is judged as it was', async () => {
    await jira.page.goto(issue);
    expect(withoutAge(await judged.innerText())).toBe(before);
  });
});

test('whoever wonders which rule wins asks for an issue, or makes one up', async ({ jira }) => {
  const key = await jira.openYoungest('New');
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings/rules`);
  const { settings } = jira;
  const button = (name: string) => settings.getByRole('button', { name, exact: true });

  await test.step('a key that is missing or unknown is told', async () => {
    await button('Find out').click();
    await expect(settings.getByText('Enter the key of an issue')).toBeVisible();
    await settings.getByRole('textbox', { name: 'Key of the issue' }).fill('ITSD-999999');
    await button('Find out').click();
    await expect(settings.getByText('There is no such issue in this project')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('an issue is told its agreement, goal, calendar and due', async () => {
    await settings.getByRole('textbox', { name: 'Key of the issue' }).fill(key);
    await settings.getByRole('textbox', { name: 'Key of the issue' }).press('Enter');
    const resolution = settings.getByRole('article').filter({ hasText: 'Resolution' });
    await expect(resolution).toContainText('IT service desk');
    await expect(resolution).toContainText('Goal 50 h · Moderate');
    await expect(resolution).toContainText('Office hours, London');
    await resolution.getByText('Why this goal').click();
    await expect(resolution).toContainText('priority is 1 - Critical');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a made-up one waits while its status says so', async () => {
    await settings.getByRole('combobox', { name: 'Try the rules on' }).selectOption('A made-up issue');
    await button('Find out').click();
    await expect(settings.getByText('Choose a value.')).toBeVisible();
    const rows = settings.getByRole('group', { name: 'Its fields then' });
    await rows.getByRole('combobox', { name: 'Value' }).selectOption('2 - High');
    await settings.getByLabel('Created').fill('2026-11-20T09:00');
    await button('Add a change').click();
    const changes = settings.getByRole('group', { name: 'What happens to it' });
    await changes.getByLabel('Change 1: when').fill('2026-11-20T10:00');
    await changes.getByRole('combobox', { name: 'Value' }).selectOption('Awaiting User Info');
    await button('Find out').click();
    const resolution = settings.getByRole('article').filter({ hasText: 'Resolution' });
    await expect(resolution).toContainText(/Goal \d h · High/);
    await expect(resolution).toContainText('Paused');
    expect(await jira.barriers()).toEqual([]);
  });
});

test('an agreement is suspended, reinstated, ended and archived, each with a reason', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}${section}/+`);
  const { settings } = jira;
  const button = (name: string) => settings.getByRole('button', { name, exact: true });

  await test.step('a new one needs a name', async () => {
    await button('Write the agreement').click();
    await expect(settings.getByText('The agreement needs a name.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('textbox', { name: 'Name' }).fill('Network OLA');
    await settings.getByRole('combobox', { name: 'Kind' }).selectOption('OLA');
    await button('Write the agreement').click();
    await expect(settings.getByRole('heading', { name: 'Network OLA: version 1' })).toBeVisible();
  });

  await test.step('it cannot be published without a target, and the page says so', async () => {
    await button('Save, check and publish').click();
    await expect(settings.getByText(/promises nothing yet/)).toBeVisible();
    await expect(settings.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('its draft is discarded after a question', async () => {
    await button('← The draft').click();
    await button('Discard draft').click();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('dialog').getByRole('button', { name: 'Discard draft' }).click();
    await expect(settings.getByRole('heading', { name: 'Agreements' })).toBeVisible();
    await expect(settings.getByText('Network OLA')).toHaveCount(0);
  });

  await test.step('suspension needs a reason, and is taken back', async () => {
    await button('IT service desk').click();
    await button('Suspend').click();
    const dialog = settings.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Suspend', exact: true }).click();
    await expect(dialog.getByText('Say why.', { exact: false })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Move to the new building');
    await dialog.getByRole('button', { name: 'Suspend', exact: true }).click();
    await expect(settings.getByText('Suspended', { exact: true }).first()).toBeVisible();
    await expect(settings.getByText('Reason: Move to the new building')).toBeVisible();
    await button('Reinstate').click();
    await dialog.getByRole('button', { name: 'Reinstate', exact: true }).click();
    await expect(settings.getByText('In force', { exact: true })).toBeVisible();
  });

  await test.step('ended, it goes to the archive and comes back', async () => {
    await button('End').click();
    const dialog = settings.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Replaced');
    await dialog.getByRole('button', { name: 'End', exact: true }).click();
    await button('Archive').click();
    await dialog.getByRole('button', { name: 'Archive', exact: true }).click();
    await expect(settings.getByText('Archived', { exact: true }).first()).toBeVisible();
    await button('← All agreements').click();
    await settings.getByText('1 archived agreement').click();
    await button('IT service desk').click();
    await button('Fetch back').click();
    await dialog.getByRole('button', { name: 'Fetch back', exact: true }).click();
    await expect(settings.getByText('Ended', { exact: true }).first()).toBeVisible();
  });

  await test.step('why an issue has no promise any more is told', async () => {
    await button('Which rule wins?').click();
    await settings.getByRole('combobox', { name: 'Try the rules on' }).selectOption('A made-up issue');
    await settings.getByRole('combobox', { name: 'Value' }).selectOption('2 - High');
    await settings.getByLabel('Created').fill('2030-01-07T09:00');
    await button('Find out').click();
    await expect(settings.getByText('Nothing is promised about this issue.')).toBeVisible();
    await expect(settings.getByRole('listitem').filter({ hasText: 'IT service desk' })).toContainText(
      /ended/i,
    );
  });
});

test('an agreement covers services of the catalogue, and is to be looked at when one of them changes', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  const project = '/projects/ITSD/settings/project-settings';
  const tell = async (functionKey: string, payload: object) => {
    const answer = await jira.call(project, 'project-settings', functionKey, payload);
    const { result } = (await answer.json()) as { result: { ok: boolean; value: unknown } };
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true });
  };
  const accountId = ((await jira.rest('agent', 'GET', '/rest/api/3/myself')) as { accountId: string })
    .accountId;
  const printing = {
    id: 'printing',
    name: 'Printing',
    summary: 'Paper comes out',
    kind: 'business',
    state: 'published',
    owner: accountId,
    hours: 'office-hours',
    strengthTier: 'SLS',
    mapping: { field: 'labels', in: [{ id: 'printer', name: 'printer' }] },
  };
  await tell('saveService', { doc: printing, seen: 0 });

  await jira.page.goto(`${jira.url}${section}/+`);
  const { settings } = jira;
  const button = (name: string) => settings.getByRole('button', { name, exact: true });

  await test.step('the service says which issues it is about, and its tier what is promised', async () => {
    await settings.getByRole('textbox', { name: 'Name' }).fill('Printing for Sales');
    await button('Write the agreement').click();
    await settings.getByRole('combobox', { name: 'Add a service' }).selectOption('Printing');
    await button('Add').first().click();
    await button('Fill in what its tier promises').click();
    await expect(settings.getByRole('textbox', { name: 'Time' })).toHaveValue('1h');
    await expect(settings.getByText(/printer/).first()).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('parties, roles and clauses are added where they are wanted', async () => {
    // By the keyboard: the page above it still moves while what was filled in is worked out.
    await settings.getByText('Parties and contacts').press('Enter');
    const provider = settings.getByRole('group', { name: 'Provider' });
    await provider.getByRole('textbox', { name: 'Name of the party' }).fill('IT operations');
    await provider.getByRole('textbox', { name: 'Person' }).fill('Sam');
    await provider.getByRole('button', { name: 'Sam Rivera' }).click();
    await provider.getByRole('button', { name: 'Add contact' }).click();
    await expect(provider.getByText('Contact: Sam Rivera')).toBeVisible();
    await settings.getByText('Clauses', { exact: true }).click();
    await settings.getByRole('combobox', { name: 'Add a clause' }).selectOption('Out of scope');
    const clauses = settings.getByRole('group').filter({ hasText: 'Add a clause' });
    await clauses.getByRole('button', { name: 'Add', exact: true }).click();
    await settings.getByRole('textbox', { name: 'Out of scope' }).fill('Toner and paper');
    await settings.getByText('Effort, cost and price').click();
    await settings.getByRole('textbox', { name: 'Price a year' }).fill('a lot');
    await expect(settings.getByText('Enter an amount')).toBeVisible();
    await settings.getByRole('textbox', { name: 'Price a year' }).fill('1200');
    expect(await jira.barriers()).toEqual([]);
    await button('Save, check and publish').click();
    await expect(settings.getByRole('definition').filter({ hasText: /^Printing$/ })).toBeVisible();
    await expect(settings.getByText('at least 99.9% each month')).toBeVisible();
    await expect(settings.getByText('Toner and paper')).toBeVisible();
    await expect(settings.getByText('Contact: Sam Rivera')).toBeVisible();
    await button('Publish').click();
    await expect(settings.getByText('Service level agreement, version 1.')).toBeVisible();
  });

  await test.step('a service whose tier changes puts it on the list, and what is decided is kept', async () => {
    await tell('saveService', { doc: { ...printing, strengthTier: 'ALS' }, seen: 1 });
    await jira.page.goto(`${jira.url}${project}/catalogue`);
    await expect(settings.getByText('Printing for Sales')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('button', { name: /^Keep Printing for Sales/ }).click();
    await expect(settings.getByText('Printing for Sales')).toHaveCount(0);
  });
});
