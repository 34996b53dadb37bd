import { expect, test } from './site';

test.use({ siteOf: 'catalogue', entry: 'test/e2e/small-site.ts' });

const settingsPage = '/projects/ITSD/settings/project-settings';

test('a service level manager writes a catalogue, ties issues to it, and sees what became of each service', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.createIncident('The mailbox is full');
  await jira.page.goto(jira.url + settingsPage);
  const { settings } = jira;
  const save = settings.getByRole('button', { name: 'Save', exact: true });
  const name = settings.getByRole('textbox', { name: 'Name', exact: true });
  const open = (group: string) => settings.getByText(group, { exact: true }).click();
  const rowOf = (service: string) => settings.getByRole('row', { name: new RegExp(`^(What .*)?${service}`) });

  await test.step('an empty catalogue says what it is for, and makes its first service in one step', async () => {
    await settings.getByRole('button', { name: 'Catalogue', exact: true }).press('Enter');
    await expect(settings.getByRole('heading', { name: 'No services yet' })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(settings.getByText('Give it a name.')).toBeVisible();
    await settings.getByRole('textbox', { name: 'Name of the first service' }).fill('E-mail');
    await settings.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(jira.page).toHaveURL(/catalogue\/e-mail$/);
    await expect(name).toHaveValue('E-mail');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('what a published service lacks stands at its fields, and nothing typed is lost', async () => {
    await settings.getByRole('combobox', { name: 'State' }).selectOption('Published');
    await save.click();
    await expect(settings.getByText('A published service needs this.')).toHaveCount(3);
    await expect(settings.getByRole('textbox', { name: 'Summary' })).toBeFocused();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('textbox', { name: 'Summary' }).fill('Send and receive mail, everywhere.');
    await settings.getByRole('textbox', { name: 'Owner' }).fill('Sam');
    await settings.getByRole('button', { name: 'Sam Rivera' }).click();
    await settings.getByRole('combobox', { name: 'Service hours' }).selectOption('Office hours, London');
    await settings.getByRole('combobox', { name: 'Tier by strength' }).selectOption({ value: 'SLS' });
    await save.click();
    await expect(settings.getByText('Saved as revision 2.')).toBeVisible();
  });

  await test.step('what it rests on is written beside it, and shows beneath it in the tree', async () => {
    for (const [service, kind] of [
      ['Exchange', 'Application'],
      ['Office network', 'Network'],
    ] as const) {
      await settings.getByRole('button', { name: '← The catalogue' }).click();
      await settings.getByRole('button', { name: 'Create service' }).click();
      await name.fill(service);
      await settings.getByRole('combobox', { name: 'Kind' }).selectOption(kind);
      await save.click();
      await expect(settings.getByText('Saved as revision 1.')).toBeVisible();
    }
    const restOn = async (service: string, ...others: string[]) => {
      await settings.getByRole('button', { name: '← The catalogue' }).click();
      await settings.getByRole('searchbox', { name: 'Search services' }).fill(service);
      await settings.getByRole('button', { name: service, exact: true }).first().click();
      await open('What it rests on');
      for (const other of others)
        await settings.getByRole('combobox', { name: 'Add a service' }).selectOption({ label: other });
    };
    await restOn('E-mail', 'Exchange (Application)', 'Office network (Network)');
    await save.click();
    await expect(settings.getByText('Saved as revision 3.')).toBeVisible();
    await restOn('Exchange', 'Office network (Network)');
    await expect(settings.getByText('Rest on it: E-mail')).toBeVisible();
    await save.click();
    await expect(settings.getByText('Saved as revision 2.')).toBeVisible();
    await restOn('Office network', 'E-mail (Business service)');
    await expect(settings.getByText('in a circle: Office network → E-mail → Office network')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await save.click();
    await expect(settings.getByRole('combobox', { name: 'Add a service' })).toBeFocused();
    await settings.getByRole('button', { name: 'Remove E-mail' }).click();
  });

  await test.step('each is found in the tree, a shared one under all that it carries', async () => {
    await settings.getByRole('button', { name: '← The catalogue' }).click();
    await expect(settings.getByRole('row')).toHaveCount(2);
    await settings.getByRole('button', { name: 'What E-mail rests on' }).press('Enter');
    await settings.getByRole('button', { name: 'What Exchange rests on' }).click();
    await expect(settings.getByRole('button', { name: 'Office network', exact: true })).toHaveCount(2);
    await expect(settings.getByText('Carries 2 services')).toHaveCount(2);
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('searchbox', { name: 'Search services' }).fill('exch');
    await expect(settings.getByRole('row')).toHaveCount(3);
    await settings.getByRole('searchbox', { name: 'Search services' }).fill('printer');
    await expect(settings.getByText(/^No service matches/)).toBeVisible();
    await settings.getByRole('searchbox', { name: 'Search services' }).fill('');
  });

  await test.step('issues are tied to it by a mapping that reads as a sentence', async () => {
    await settings.getByRole('button', { name: 'E-mail', exact: true }).click();
    await open('Which issues belong to it');
    await settings.getByRole('button', { name: 'Add condition' }).click();
    await save.click();
    await expect(settings.getByText('Add a value or remove the condition.')).toBeVisible();
    const first = settings.getByRole('group', { name: 'Row 1' });
    await first.getByRole('combobox', { name: 'Field' }).selectOption('issue type');
    await first.getByRole('combobox', { name: 'Value' }).selectOption('Incident');
    await settings.getByRole('button', { name: 'Add “or”' }).click();
    const second = settings.getByRole('group', { name: 'Group 2' });
    await second.getByRole('combobox', { name: 'Field' }).selectOption('Labels');
    await second.getByRole('textbox', { name: 'Type a value' }).fill('mail');
    await second.getByRole('textbox', { name: 'Type a value' }).press('Enter');
    await expect(
      settings.getByText('Issues belong to it if issue type is Incident or Labels is mail.'),
    ).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await save.click();
    await expect(settings.getByText('Saved as revision 4.')).toBeVisible();
  });

  await test.step('its history says who changed what', async () => {
    const history = settings.getByRole('region', { name: 'History' });
    await expect(history.getByRole('row', { name: /^4 / })).toContainText('Sam Rivera');
    await expect(history.getByRole('row', { name: /^4 / })).toContainText(
      'Issues that belong to it: None → issue type is Incident or Labels is mail',
    );
    await expect(history.getByRole('row', { name: /^2 / })).toContainText('State: Draft → Published');
    await expect(history.getByRole('row', { name: /^2 / })).toContainText(
      'Service hours: None → Office hours, London',
    );
    await expect(history.getByRole('row', { name: /^1 / })).toContainText('Created');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('the issues of the last days are counted by service, and those of none are named', async () => {
    await settings.getByRole('button', { name: '← The catalogue' }).click();
    await settings.getByRole('button', { name: 'Count issues' }).click();
    await expect(
      settings.getByText(/issues? (was|were) created\. Every issue belongs to a service/),
    ).toBeVisible();
    await expect(rowOf('E-mail').getByRole('cell').last()).toHaveText(/^[1-9]\d*$/);
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('a count that fails says so, and goes on where it was', async () => {
    await jira.spoil({
      match: { what: 'invoke', name: 'countCaught' },
      effect: { do: 'answer', status: 500 },
    });
    await settings.getByRole('button', { name: 'Count again' }).click();
    await expect(settings.getByText('The count is not complete')).toBeVisible();
    await jira.mend();
    await settings.getByRole('button', { name: 'Try again' }).click();
    await expect(settings.getByText(/Every issue belongs to a service/)).toBeVisible();
  });

  await test.step('it is retired only after a question, and leaves the list of those in use', async () => {
    await settings.getByRole('button', { name: 'E-mail', exact: true }).click();
    await settings.getByRole('combobox', { name: 'State' }).selectOption('Retired');
    await save.click();
    const dialog = settings.getByRole('dialog', { name: 'Retire “E-mail”?' });
    await expect(dialog).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Retire' }).click();
    await expect(settings.getByText('Saved as revision 5.')).toBeVisible();
    await settings.getByRole('button', { name: '← The catalogue' }).click();
    await expect(settings.getByRole('button', { name: 'E-mail', exact: true })).toHaveCount(0);
    await expect(settings.getByRole('button', { name: 'Exchange', exact: true })).toHaveCount(1);
  });
});

test('two people edit one service: the second is told, and can see what the first has saved', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  const doc = { id: 'telephone', name: 'Telephone', kind: 'business', state: 'draft' };
  const saveAs = async (summary: string, seen: number) => {
    const payload = { doc: { ...doc, summary }, seen };
    const saved = await jira.call(settingsPage, 'project-settings', 'saveService', payload);
    expect(await saved.json()).toMatchObject({ result: { ok: true } });
  };
  await saveAs('To talk', 0);
  await jira.page.goto(`${jira.url}${settingsPage}/catalogue/telephone`);
  const { settings } = jira;
  const summary = settings.getByRole('textbox', { name: 'Summary' });
  await expect(summary).toHaveValue('To talk');
  await saveAs('By the first', 1);
  await summary.fill('By the second');
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(settings.getByText(/Somebody has saved a newer version/)).toBeVisible();
  await expect(summary).toHaveValue('By the second');
  await settings.getByRole('button', { name: 'Show the newer version' }).click();
  await expect(summary).toHaveValue('By the first');
});

test('a catalogue that cannot be shown says why, and is shown by another try', async ({ jira }) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.spoil({
    match: { what: 'invoke', name: 'viewCatalogue' },
    effect: { do: 'answer', status: 500 },
  });
  await jira.page.goto(`${jira.url}${settingsPage}/catalogue`);
  const { settings } = jira;
  await expect(settings.getByText('The catalogue can’t be shown')).toBeVisible();
  await jira.mend();
  await settings.getByRole('button', { name: 'Try again' }).click();
  await expect(settings.getByRole('heading', { name: 'Service catalogue' })).toBeVisible();
});
