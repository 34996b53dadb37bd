import { jiraGroups } from '../../../src/adapters/jira/groups';
import { JiraRefused, JiraUnavailable } from '../../../src/app/errors';
import { visitors } from '../../site/sample/people';
import { agent } from '../site/jira-fixture';
import { AppOnSite } from './app-on-site';

let app: AppOnSite;
beforeEach(() => {
  app = new AppOnSite();
});

const idOf = (name: string): string =>
  [...app.site.jira.store.groups.values()].find((group) => group.name === name)!.id;
const { accountId } = visitors.projectAdministrator;

describe('the groups of the site', () => {
  it('are found by name and by id, each once, and what is neither is left out', async () => {
    const desk = { id: idOf('service-desk'), name: 'service-desk' };
    const managers = { id: idOf('service-level-managers'), name: 'service-level-managers' };
    expect(
      await jiraGroups.named(['service-desk', desk.id, managers.id, 'choir', 'x'.repeat(300), '']),
    ).toEqual([desk, managers]);
  });

  it('are not asked for when none is named, and a few at a time when many are', async () => {
    expect(await jiraGroups.named([])).toEqual([]);
    expect(app.asked).toEqual([]);
    const many = Array.from({ length: 24 }, (_, number) => `Gruppe & Übung ${number}`);
    expect(await jiraGroups.named([...many, 'service-desk'])).toHaveLength(1);
    expect(app.asked).toEqual(Array.from({ length: 3 }, () => 'GET group/bulk'));
  });

  it('that an account is in are told by their ids, with what that takes of the quota', async () => {
    const groups = ['service-desk', 'service-level-managers'].map(idOf);
    expect(await jiraGroups.of(accountId)).toEqual({ groups, points: 5 });
    expect(await jiraGroups.of(visitors.customer.accountId)).toEqual({ groups: [], points: 1 });
  });

  it('that an account is in are not told of one that Jira does not know', async () => {
    expect(await jiraGroups.of('712020:nobody?&')).toEqual({ groups: null, points: 1 });
  });

  it.each([400, 403])(
    'are not told to an app that may not browse groups, which Jira refuses with %d',
    async (status) => {
      app.refuse('group', status);
      expect(await jiraGroups.of(accountId)).toEqual({ groups: null, points: 1 });
      expect(await jiraGroups.named(['service-desk'])).toEqual([]);
    },
  );

  it.each([
    [429, JiraUnavailable],
    [503, JiraUnavailable],
    [401, JiraRefused],
  ])('are not known when Jira answers %d', async (status, error) => {
    app.refuse('group', status);
    await expect(jiraGroups.of(accountId)).rejects.toThrow(error);
    await expect(jiraGroups.named(['service-desk'])).rejects.toThrow(error);
  });
});

describe('open issues with an account', () => {
  const PICKED = 'customfield_10075';

  it('are found by any of the fields that hold it, a page at a time, without those that are done', async () => {
    const { store, changes } = app.site.jira;
    store.customFields.set(PICKED, { id: PICKED, name: 'Approver', type: 'user', options: new Map() });
    const [assigned, approved, done] = [app.site.issue(), app.site.issue(), app.site.issue()];
    app.site.issue();
    for (const issue of [assigned, done]) {
      changes.change(agent, issue, { edits: { assigneeId: accountId } });
    }
    changes.change(agent, approved, { edits: { custom: new Map([[PICKED, accountId]]) } });
    const { statuses, transitions } = store.projectOf(done);
    const isDone = ({ to }: { readonly to: string }): boolean =>
      statuses.find(({ id }) => id === to)?.category === 'done';
    changes.change(agent, done, { transition: transitions.find(isDone)! });
    await app.site.pass(60_000);
    const held = {
      fields: ['assignee', PICKED],
      accounts: [accountId, visitors.jiraAdministrator.accountId],
    };
    const { issues, next } = await app.issues.openWith('10000', held, undefined);
    expect([[...issues].sort(), next]).toEqual([[assigned.id, approved.id].sort(), undefined]);
  });

  it('come a hundred at a time', async () => {
    for (let number = 0; number < 101; number++) {
      app.site.jira.changes.change(agent, app.site.issue(), { edits: { assigneeId: accountId } });
    }
    await app.site.pass(60_000);
    const held = { fields: ['assignee'], accounts: [accountId] };
    const first = await app.issues.openWith('10000', held, undefined);
    const second = await app.issues.openWith('10000', held, first.next);
    expect([first.issues.length, second.issues.length, second.next]).toEqual([100, 1, undefined]);
  });
});
