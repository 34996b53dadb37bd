import { days } from '../../src/domain/time/instant';
import type { Issue } from '../site/jira/model';
import { visitors } from '../site/sample/people';
import { AppOnSite } from './jira/app-on-site';
import { agent } from './site/jira-fixture';

const PROJECT = '10000';

let app: AppOnSite;
beforeEach(() => {
  app = new AppOnSite();
});

/** A new issue, a day after the one before. */
function nextIssue(labels: readonly string[]): Issue {
  const { changes, store } = app.site.jira;
  const [project] = store.projects.values();
  const issue = changes.create(agent, project!, {
    summary: 'Printer on fire',
    typeId: '10100',
    priorityId: '3',
    reporterId: visitors.customer.accountId,
    labels: [...labels],
  });
  app.site.now += days(1);
  return issue;
}

describe('the issues of the last days', () => {
  it('are found by when they were created, the youngest first, with what their fields hold now', async () => {
    nextIssue(['old']);
    app.site.now += days(30);
    const [first, second] = [nextIssue(['mail', 'vip']), nextIssue([])];
    const page = await app.issues.createdWithin(
      PROJECT,
      days(30),
      ['labels', 'issuetype', 'gone'],
      undefined,
    );
    expect(page).toEqual({
      issues: [
        { key: second.key, fields: { labels: [], issuetype: [second.typeId], gone: [] } },
        { key: first.key, fields: { labels: ['mail', 'vip'], issuetype: [first.typeId], gone: [] } },
      ],
      next: undefined,
    });
  });

  it('have their keys also where no field is asked about', async () => {
    const { key } = nextIssue([]);
    expect(await app.issues.createdWithin(PROJECT, days(30), [], undefined)).toEqual({
      issues: [{ key, fields: {} }],
      next: undefined,
    });
  });

  it('come page by page', async () => {
    for (let number = 0; number < 130; number++) app.site.issue();
    app.site.now += days(1);
    const first = await app.issues.createdWithin(PROJECT, days(30), ['labels'], undefined);
    const second = await app.issues.createdWithin(PROJECT, days(30), ['labels'], first.next);
    expect([first.issues.length, second.issues.length, second.next]).toEqual([100, 30, undefined]);
    const keys = [...first.issues, ...second.issues].map(({ key }) => key);
    expect(new Set(keys).size).toBe(130);
  });
});
