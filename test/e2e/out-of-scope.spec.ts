import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './site';

// Changes the definitions.
test.use({ entry: 'test/e2e/small-site.ts', siteOf: 'out-of-scope' });

const settingsPage = '/projects/ITSD/settings/project-settings';
const sample = readFileSync(path.resolve(__dirname, '../site/sample/definitions.json'), 'utf8');

interface Sample {
  readonly agreements: readonly object[];
}
interface Comments {
  readonly comments: readonly { readonly jsdPublic: boolean; readonly author: { displayName: string } }[];
}

test('an issue that no agreement covers: the customer is told once, and somebody else approves that it is served', async ({
  jira,
}) => {
  const { page, panel, settings } = jira;
  const app = page.frameLocator('iframe[data-module-key="project-page"]');
  const register = `${jira.url}/projects/ITSD/apps/project-page/out-of-scope`;
  let key = '';

  await test.step('a manager writes the text of the project, and mistakes are said at the fields', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(`${jira.url}${settingsPage}/out-of-scope`);
    await expect(settings.getByLabel('Text', { exact: true })).toHaveValue(/Hello \{reporter\}/);
    await settings.getByLabel('Text', { exact: true }).fill('Dear {customer}, {issue} is not covered.');
    await settings.getByRole('button', { name: 'Save the text' }).press('Enter');
    await expect(settings.getByText('“customer” in braces isn’t known.', { exact: false })).toBeVisible();
    await settings
      .getByLabel('Text', { exact: true })
      .fill('Dear {reporter}, {issue} is not covered. Take {offer}?');
    await settings.getByLabel('What you may offer instead (optional)').fill('a quote');
    await expect(settings.getByText('Dear Kim Chen, ITSD-123 is not covered. Take a quote?')).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
    await settings.getByRole('button', { name: 'Save the text' }).press('Enter');
    await expect(settings.getByText('The project has no text of its own yet.', { exact: false })).toHaveCount(
      0,
    );
  });

  await test.step('an agent tells the customer, with the text filled in', async () => {
    const definitions = JSON.parse(sample) as Sample;
    const covers = { field: 'priority', in: ['1 - Critical'] };
    const agreements = definitions.agreements.map((agreement) => ({ ...agreement, covers }));
    const file = JSON.stringify({ ...definitions, agreements });
    const answer = await jira.call(settingsPage, 'project-settings', 'importDefinitions', { file });
    expect(await answer.json()).toMatchObject({ result: { ok: true } });
    await jira.become({ who: 'agent' });
    key = await jira.createIncident('The coffee machine is out of beans');
    // The drain has seen it then.
    await jira.waitHours(1);
    await page.goto(`${jira.url}/browse/${key}`);
    await expect(panel.getByText('Customer not told')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Approve…' })).toHaveCount(0);
    await panel.getByRole('button', { name: 'Tell the customer…' }).press('Enter');
    const dialog = panel.getByRole('dialog');
    await expect(dialog.getByLabel('Text to the customer')).toHaveValue(
      `Dear Alex Morgan, ${key} is not covered. Take a quote?`,
    );
    expect(await jira.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Send to the customer' }).press('Enter');
    await expect(panel.getByText('Alex Morgan told the customer')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Tell the customer…' })).toHaveCount(0);
    const { comments } = (await jira.rest('agent', 'GET', `/rest/api/3/issue/${key}/comment`)) as Comments;
    expect(comments).toMatchObject([{ jsdPublic: true, author: { displayName: 'Alex Morgan' } }]);
  });

  await test.step('and asks to serve it anyway, which is not theirs to approve', async () => {
    await panel.getByRole('button', { name: 'Ask to serve it anyway…' }).press('Enter');
    const dialog = panel.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
    await expect(dialog.getByText('Say why the issue should be served anyway.')).toBeVisible();
    await dialog.getByLabel('Why it should be served').fill('They renew in a week');
    await dialog.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
    await expect(panel.getByText('Somebody else decides', { exact: false })).toBeVisible();
    expect(await jira.barriers()).toEqual([]);
  });

  await test.step('the register shows it to the manager, who approves it there', async () => {
    await jira.become({ who: 'projectAdministrator' });
    await page.goto(register);
    await app.getByRole('button', { name: 'Waiting for approval: 1' }).press('Enter');
    await expect(page).toHaveURL(/out-of-scope\/open=yes\/serving=asked$/);
    const row = app.getByRole('row').filter({ hasText: key });
    await expect(row).toContainText('Alex Morgan');
    expect(await jira.barriers()).toEqual([]);
    await row.getByRole('button', { name: `Approve… ${key}` }).press('Enter');
    const dialog = app.getByRole('dialog');
    await expect(dialog.getByText('They renew in a week')).toBeVisible();
    await dialog.getByRole('button', { name: 'Approve', exact: true }).press('Enter');
    await expect(app.getByText('No issue fits these filters.')).toBeVisible();
    await page.goto(`${register}/serving=approved`);
    await expect(row).toContainText('Nothing');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      app.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain(`${key},The coffee machine is out of beans`);
    expect(text).toContain('They renew in a week');
  });

  await test.step('Jira finds it by its state', async () => {
    const body = { jql: `key = ${key} AND slaState = "out-of-scope"`, fields: ['summary'] };
    const found = (await jira.rest('agent', 'POST', '/rest/api/3/search/jql', body)) as { issues: object[] };
    expect(found.issues).toHaveLength(1);
  });
});
