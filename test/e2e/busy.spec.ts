import { expect, test, withoutAge, type JiraPages } from './site';

interface Found {
  readonly key: string;
  readonly fields: { readonly priority: { readonly name: string } };
  readonly changelog: {
    readonly histories: readonly {
      readonly items: readonly { field: string; fromString: string | null }[];
    }[];
  };
}

/** The Active issue with the longest history that was already reopened, with the number of its earlier cycles. */
async function busiest(jira: JiraPages) {
  const found = (await jira.rest('agent', 'POST', '/rest/api/3/search/jql', {
    jql: 'project = ITSD AND status = Active AND status changed FROM (Resolved, Closed)',
    fields: ['priority'],
    expand: 'changelog',
  })) as { issues: Found[] };
  const longest = Math.max(...found.issues.map(({ changelog }) => changelog.histories.length));
  const issue = found.issues.find(({ changelog }) => changelog.histories.length === longest);
  if (!issue) throw new Error('The site has no Active issue that was reopened');
  const reopenings = issue.changelog.histories
    .flatMap(({ items }) => items)
    .filter(({ field, fromString }) => field === 'status' && /^(Resolved|Closed)$/.test(fromString ?? ''));
  return { key: issue.key, priority: issue.fields.priority.name, longest, earlier: reopenings.length };
}

test('an incident with a long history is worked on: earlier cycles are kept, and all follows by itself', async ({
  jira,
}) => {
  const { key, priority, longest, earlier } = await busiest(jira);
  expect(longest).toBeGreaterThanOrEqual(10);
  await jira.page.goto(`${jira.url}/browse/${key}`);
  const loaded = await jira.page.evaluate(() => performance.timeOrigin);
  const [response, resolution] = [jira.timer('Response'), jira.timer('Resolution')];
  const cycles = resolution.getByRole('listitem');
  const judged = async (): Promise<string[]> => (await cycles.allInnerTexts()).map(withoutAge);

  await test.step('its timers stand as its history says: a cycle for each time that it was reopened', async () => {
    await expect(response).toContainText('Stopped');
    await expect(resolution).toContainText(`because priority is ${priority}`);
    await expect(resolution).toContainText(/Running|At risk|Breached/);
    await resolution.getByText(`${earlier} earlier cycle`).click();
    await expect(cycles).toHaveCount(earlier);
    for (const cycle of await cycles.all()) await expect(cycle).toContainText(/^(Met|Breached)Took \d.* h/);
  });

  await test.step('the customer is asked, and answers', async () => {
    await jira.moveTo('Awaiting User Info');
    await expect(resolution).toContainText('Paused by “Waiting for the customer” since today');
    await jira.moveTo('Active');
    await expect(resolution).not.toContainText('Paused');
    await expect(resolution).toContainText('due');
  });

  const before = await judged();

  await test.step('it becomes urgent: the goal changes, and the earlier cycles stay as they were judged', async () => {
    await jira.setPriority('2 - High');
    await expect(resolution).toContainText('Goal 8 h · High · because priority is 2 - High');
    expect(await judged()).toEqual(before);
  });

  await test.step('it is resolved, and reopened: one more cycle, with all of its goal ahead', async () => {
    await jira.moveTo('Resolved');
    await expect(resolution).toContainText('Stopped today');
    await jira.moveTo('Active');
    await expect(resolution).toContainText(`${earlier + 1} earlier cycles`);
    await expect(resolution).toContainText('7 h 59 m left · due today');
    expect((await judged()).slice(1)).toEqual(before);
  });

  expect(await jira.page.evaluate(() => performance.timeOrigin), 'the page was never reloaded').toBe(loaded);
});
