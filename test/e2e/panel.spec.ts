import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './site';

test('an issue that the app may not read says so, and what to do', async ({ jira }) => {
  const key = await jira.openYoungest('New', '4 - Low');
  await expect(jira.timer('Resolution')).toBeVisible();
  await jira.rest('projectAdministrator', 'PUT', `/rest/api/3/issue/${key}`, {
    fields: { security: { name: 'Management only' } },
  });
  await jira.become({ who: 'projectAdministrator' });
  await jira.page.goto(`${jira.url}/browse/${key}`);
  await expect(jira.panel.getByText('The app can’t read this issue')).toBeVisible();
});

for (const { locale, theme, width, heading } of [
  { locale: 'en-US', theme: 'light', width: 1280, heading: 'Resolution' },
  { locale: 'en-US', theme: 'dark', width: 360, heading: 'Resolution' },
  { locale: 'zh-CN', theme: 'light', width: 360, heading: '解决' },
  { locale: 'zh-CN', theme: 'dark', width: 1280, heading: '解决' },
] as const) {
  test(`the panel in ${locale}, ${theme}, ${width} px wide, is accessible and fits`, async ({ jira }) => {
    await jira.page.setViewportSize({ width, height: 900 });
    await jira.become({ locale, theme });
    await jira.openYoungest('Awaiting User Info');
    await expect(jira.timer(heading)).toBeVisible();
    const { violations } = await new AxeBuilder({ page: jira.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    const overflow = await jira.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

test('the settings page is accessible in both languages', async ({ jira }) => {
  for (const locale of ['en-US', 'zh-CN'] as const) {
    await jira.become({ who: 'projectAdministrator', locale });
    await jira.page.goto(`${jira.url}/projects/ITSD/settings/project-settings`);
    await expect(jira.settings.getByRole('heading', { name: 'IT service desk' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page: jira.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }
});
