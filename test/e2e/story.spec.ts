import { expect, test } from './site';

test('an incident is worked on: its timers follow on the issue, by themselves', async ({ jira }) => {
  await jira.openYoungest('New');
  const loaded = await jira.page.evaluate(() => performance.timeOrigin);
  const [response, resolution] = [jira.timer('Response'), jira.timer('Resolution')];

  await test.step('both timers run: state, goal, due instant and a live countdown', async () => {
    for (const [timer, goal] of [
      [response, 'Goal 8 h · Moderate'],
      [resolution, 'Goal 50 h · Moderate'],
    ] as const) {
      await expect(timer).toContainText(goal);
      await expect(timer).toContainText('Running');
      await expect(timer).toContainText('left · due');
    }
  });

  await test.step('work begins: the response is met', async () => {
    await jira.moveTo('Active');
    await expect(response).toContainText('Met with');
    await expect(response).toContainText('Stopped today');
    await expect(resolution).toContainText('Running');
  });

  await test.step('the customer is asked: the resolution pauses, and says by which rule since when', async () => {
    await jira.moveTo('Awaiting User Info');
    await expect(resolution).toContainText('Paused by “Waiting for the customer” since today');
    await expect(resolution).not.toContainText('due');
  });

  await test.step('the customer has answered: it runs on', async () => {
    await jira.moveTo('Active');
    await expect(resolution).toContainText('Running');
    await expect(resolution).toContainText('left · due');
  });

  await test.step('the incident is resolved: it stops', async () => {
    await jira.moveTo('Resolved');
    await expect(resolution).toContainText('Met with');
    await expect(resolution).toContainText('Stopped today');
  });

  await test.step('it is reopened: a further cycle runs, the first is kept', async () => {
    await jira.moveTo('Active');
    await expect(resolution).toContainText('1 earlier cycle');
    await expect(resolution).toContainText('49 h 59 m left');
    await expect(response).not.toContainText('earlier');
  });

  expect(await jira.page.evaluate(() => performance.timeOrigin), 'the page was never reloaded').toBe(loaded);
});

test('an incident that becomes urgent has the goal of urgent ones, and its countdown ticks', async ({
  jira,
}) => {
  await jira.openYoungest('New');
  await jira.setPriority('1 - Critical');
  const resolution = jira.timer('Resolution');
  await expect(resolution).toContainText('Goal 4 h · Critical · because priority is 1 - Critical');
  await jira.moveTo('Resolved');
  await jira.moveTo('Active');
  await expect(resolution).toContainText('3 h 59 m left · due today');
  await jira.page.getByRole('button', { name: '+1 h' }).click();
  // All that happens on the site within the hour happens first.
  await expect(resolution).toContainText('2 h 59 m left · due today', { timeout: 60_000 });
});

test('what somebody else does shows too', async ({ jira }) => {
  const key = await jira.openYoungest('New');
  await expect(jira.timer('Resolution')).toContainText('Running');
  const { transitions } = (await (
    await jira.page.request.get(`${jira.url}/rest/api/3/issue/${key}/transitions`)
  ).json()) as { transitions: { id: string; to: { name: string } }[] };
  const wait = transitions.find(({ to }) => to.name === 'Awaiting Vendor');
  await jira.rest('projectAdministrator', 'POST', `/rest/api/3/issue/${key}/transitions`, {
    transition: { id: wait?.id },
  });
  await expect(jira.timer('Resolution')).toContainText('Paused by “Waiting for a supplier”');
});

test('the moved clock turns the panel at the due instant', async ({ jira }) => {
  await jira.openYoungest('New');
  await jira.setPriority('2 - High');
  await jira.moveTo('Resolved');
  await jira.moveTo('Active');
  const resolution = jira.timer('Resolution');
  await expect(resolution).toContainText('7 h 59 m left · due today');
  const ahead = jira.page.getByRole('button', { name: '+1 h' });
  for (const said of [
    ...['6 h', '5 h', '4 h', '3 h', '2 h'].map((left) => `Running${left}`),
    'At risk1 h',
    'At risk59 m',
  ]) {
    await ahead.click();
    await expect(resolution).toContainText(said);
  }
  await ahead.click();
  await expect(resolution).toContainText('Breached');
  await expect(resolution).toContainText(/over · was due today/);
});
