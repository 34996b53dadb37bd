import { expect, test } from './site';

// Publishes versions.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'cases' });

const settingsOf = '/projects/ITSD/settings/project-settings';

test('a case is kept, says that a stricter draft changes it, and holds it back until that is taken as right', async ({
  jira,
}) => {
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}${settingsOf}/rules`);
  const { settings } = jira;
  const button = (name: string) => settings.getByRole('button', { name, exact: true });
  const name = settings.getByRole('textbox', { name: 'Name' });

  await test.step('what came out of a made-up issue is kept, and can be set right before', async () => {
    await settings.getByRole('combobox', { name: 'Try the rules on' }).selectOption('A made-up issue');
    const fields = settings.getByRole('group', { name: 'Its fields then' });
    await fields.getByRole('combobox', { name: 'Value' }).selectOption('2 - High');
    await settings.getByLabel('Created').fill('2026-11-13T16:55');
    await button('Find out').click();
    await button('Keep as a case').press('Enter');
    await expect(name).toBeFocused();
    const resolution = settings.getByRole('group', { name: 'Resolution' });
    await expect(resolution.getByRole('combobox')).toHaveValue('due');
    await expect(resolution.getByLabel('When')).toHaveValue('2026-11-14T00:55');
    await button('Save').click();
    await expect(settings.getByText(/The case needs a name/)).toBeVisible();
    await resolution.getByLabel('When').fill('');
    await button('Save').click();
    await expect(settings.getByText('Enter a date and a time.')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await resolution.getByLabel('When').fill('2026-11-14T00:50');
    await name.fill('High on Friday');
    await jira.spoil({ match: { what: 'invoke', name: 'saveCase' }, effect: { do: 'answer', status: 500 } });
    await button('Save').click();
    await expect(settings.getByText('It may not have been saved')).toBeVisible();
    await expect(name).toHaveValue('High on Friday');
    await jira.mend();
    await name.press('Enter');
    await expect(settings.getByText('The case is kept with IT service desk.')).toBeVisible();
  });

  const row = settings.getByRole('row', { name: /High on Friday/ });
  await test.step('the agreement lists it, and where it comes out otherwise', async () => {
    await button('Show its cases').click();
    await expect(row).toContainText('Resolution: due Sat, Nov 14, 2026, 12:50 AM');
    await expect(row).toContainText('Differs');
    await expect(row).toContainText('Resolution: due Sat, Nov 14, 2026, 12:55 AM');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('opened again, it is put right', async () => {
    await button('Open High on Friday').click();
    await expect(settings.getByLabel('Created')).toHaveValue('2026-11-13T16:55');
    await expect(settings.getByRole('listitem').filter({ hasText: '2 - High' })).toBeVisible();
    await button('Find out').click();
    await button('Save as the case “High on Friday”').press('Enter');
    await button('Save').click();
    await button('Show its cases').click();
    await expect(row).toContainText('As expected');
  });

  await test.step('it is renamed, thrown away, and that is taken back', async () => {
    await button('Rename High on Friday').click();
    const dialog = settings.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('High, Friday at 16:55');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await button('Throw away High, Friday at 16:55').click();
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Throw away', exact: true }).click();
    await expect(settings.getByRole('row', { name: /High, Friday/ })).toHaveCount(0);
    await button('Undo').click();
    await expect(settings.getByRole('row', { name: /High, Friday/ })).toContainText('As expected');
  });

  await test.step('a stricter draft shows that it comes out otherwise', async () => {
    await button('Write next version').click();
    await settings
      .getByRole('group', { name: /2 - High/ })
      .last()
      .getByRole('textbox', { name: 'Time' })
      .fill('6h');
    await button('Save, check and publish').click();
    await expect(settings.getByText('0 of 1 case as expected.')).toBeVisible();
    const found = settings.getByRole('row', { name: /High, Friday/ });
    await expect(found).toContainText('due Sat, Nov 14, 2026, 12:55 AM');
    await expect(found).toContainText('due Fri, Nov 13, 2026, 10:55 PM');
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('the page and the server refuse it until that is taken as right', async () => {
    await button('Publish').click();
    await expect(settings.getByText('Tick this to publish, or change the draft.')).toBeVisible();
    const answer = await jira.call(settingsOf, 'project-settings', 'publishDraft', {
      agreement: 'it-service-desk',
      seen: 1,
      appliesToRunning: false,
      reason: '',
    });
    expect(await answer.json()).toMatchObject({
      result: { ok: false, problems: [{ code: 'case.differ', details: { count: '1' } }] },
    });
    const accept = settings.getByRole('checkbox', { name: 'Take the new results as expected' });
    await accept.press('Space');
    await button('Publish').click();
    await expect(settings.getByText('Service level agreement, version 2.')).toBeVisible();
    const kept = settings.getByRole('row', { name: /High, Friday/ });
    await expect(kept).toContainText('Resolution: due Fri, Nov 13, 2026, 10:55 PM');
    await expect(kept).toContainText('As expected');
  });
});
