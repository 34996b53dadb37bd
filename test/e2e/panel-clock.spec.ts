import { expect, test } from './site';

test.use({ siteOf: 'panel-clock' });

test('the moved clock turns the panel: at risk, then breached', async ({ jira }) => {
  const key = await jira.openYoungest('New');
  await jira.setPriority('2 - High');
  await jira.moveTo('Resolved');
  await jira.moveTo('Active');
  const loaded = await jira.page.evaluate(() => performance.timeOrigin);
  const resolution = jira.timer('Resolution');

  await test.step('three quarters of eight hours later it is at risk, and not before', async () => {
    await expect(resolution).toContainText('7 h 59 m left');
    await jira.waitHours(5);
    await expect(resolution).toContainText('2 h 59 m left');
    await expect(resolution).toContainText('Running');
    await jira.waitHours(1);
    await expect(resolution).toContainText('At risk');
    await expect(resolution).toContainText('1 h 59 m left');
    await expect(resolution.getByRole('meter')).toHaveAccessibleName(
      '75% of the goal used, at risk from 75%',
    );
  });

  await test.step('after the due instant it is breached', async () => {
    await jira.waitHours(2);
    await expect(resolution).toContainText('Breached');
    await expect(resolution).toContainText('over · was due today');
    await expect(resolution).not.toContainText('At risk');
  });

  expect(await jira.page.evaluate(() => performance.timeOrigin), 'the page was never reloaded').toBe(loaded);

  await test.step('who opens it now is told beside the title', async () => {
    await jira.page.goto(`${jira.url}/browse/${key}`);
    await expect(jira.status).toHaveText('Breached');
  });
});

test('after hours, an issue that counts office hours waits until they begin, and then runs', async ({
  jira,
}) => {
  // From the opening of the site as from the end of the test before, that is a night.
  await jira.waitHours(9);
  // One of the log's own would be worked on meanwhile.
  const key = await jira.createIncident('The lights in the office stay on');
  await jira.page.goto(`${jira.url}/browse/${key}`);
  const resolution = jira.timer('Resolution');
  await expect(resolution).toContainText('Out of hours');
  const opens = resolution.getByText(/^Service hours begin again (today|tomorrow|Mon) 8:00\sAM/);
  const at = await opens.getByRole('time').getAttribute('datetime');
  await expect(jira.status).toHaveText('Out of hours');
  await jira.waitUntil(Date.parse(at ?? ''));
  await expect(resolution).toContainText('Running');
  await expect(resolution).not.toContainText('Service hours begin again');
});
