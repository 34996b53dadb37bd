import { JiraUnavailable } from '../../../src/app/errors';
import { presentAt } from '../../../src/domain/timer/unmet';
import { HORIZON } from '../../../src/domain/time/instant';
import type { Issue } from '../../site/jira/model';
import { agent } from '../site/jira-fixture';
import { AppOnSite, commentsOf, factsOf } from './app-on-site';

let app: AppOnSite;

beforeEach(() => {
  app = new AppOnSite();
});

describe('issues', () => {
  it('whose histories Jira keeps back have a gap', async () => {
    const issue = app.site.issue();
    const { id } = issue;
    app.site.editTimes(issue, 41);
    app.amend('changelog/bulkfetch', () => ({ issueChangeLogs: [] }));
    const [reading] = await app.issues.read([id], []);
    expect(reading?.history.gap).toBe('changelog');
  });

  it('of which one history cannot be understood have a gap, and keep no other waiting', async () => {
    const [good, bad] = [app.site.issue(), app.site.issue()];
    for (const issue of [good, bad]) app.site.editTimes(issue, 41);
    app.amend<{ issueChangeLogs: { issueId: string; changeHistories: { items: unknown }[] }[] }>(
      'changelog/bulkfetch',
      ({ issueChangeLogs }) => {
        const first = issueChangeLogs.find(({ issueId }) => issueId === bad.id)?.changeHistories[0];
        if (first) first.items = 'none';
        return undefined;
      },
    );
    const readings = await app.issues.read([good.id, bad.id], []);
    expect(readings.map(({ history }) => history.gap)).toEqual([undefined, 'changelog']);
  });

  it('that change while they are read stay as they were when their fields were read', async () => {
    const issue = app.site.issue();
    app.site.editTimes(issue, 45);
    const before = app.answer;
    app.answer = async (request, caller) => {
      if (request.url.includes('changelog/bulkfetch')) {
        app.site.now += 60_000;
        app.site.jira.changes.change(agent, issue, { edits: { priorityId: '1', summary: 'Later' } });
      }
      return before(request, caller);
    };
    const [reading] = await app.issues.read([issue.id], ['priority', 'summary']);
    expect(reading?.history.gap).toBeUndefined();
    expect(factsOf(reading)).toHaveLength(46);
    expect(presentAt({ facts: factsOf(reading) }, HORIZON).fields).toMatchObject({
      priority: ['3'],
      summary: ['Edit 45'],
    });
  });

  it('with a break in what a condition asks about have a gap that names the field', async () => {
    const issue = app.site.issue();
    app.site.jira.changes.change(agent, issue, { edits: { priorityId: '2' } });
    app.amend<{ issues: { fields: Record<string, unknown> }[] }>('issue/bulkfetch', ({ issues: [first] }) => {
      if (first) first.fields['priority'] = { id: '4', name: '4 - Low' };
      return undefined;
    });
    const [asking] = await app.issues.read([issue.id], ['priority']);
    const [other] = await app.issues.read([issue.id], ['status']);
    expect([asking?.history.gap, other?.history.gap]).toEqual([{ field: 'priority' }, undefined]);
  });

  it('that Jira could not give at first are asked for once more, by themselves', async () => {
    const [good, late] = [app.site.issue(), app.site.issue()];
    let times = 0;
    app.amend<{ issues: { id: string }[]; issueErrors: object[] }>('issue/bulkfetch', (body) => {
      times += 1;
      return times > 1
        ? body
        : {
            issues: body.issues.filter(({ id }) => id === good.id),
            issueErrors: [{ id: late.id, errorMessage: 'Request timed out.' }],
          };
    });
    const readings = await app.issues.read([good.id, late.id], []);
    expect([readings.map(({ id }) => id), times, app.warnings]).toEqual([[good.id, late.id], 2, []]);
  });

  it('that Jira cannot give at all are left out and logged', async () => {
    const [good, late] = [app.site.issue(), app.site.issue()];
    app.amend<{ issues: { id: string }[]; issueErrors: object[] }>('issue/bulkfetch', ({ issues }) => ({
      issues: issues.filter(({ id }) => id === good.id),
      issueErrors: [{ id: late.id, errorMessage: 'Response too large.' }],
    }));
    const readings = await app.issues.read([good.id, late.id], []);
    expect([readings.map(({ id }) => id), app.warnings]).toEqual([[good.id], ['issues not given by Jira']]);
  });

  it('that cannot be understood are left out and logged, and keep no other waiting', async () => {
    const [good, bad] = [app.site.issue(), app.site.issue()];
    app.amend<{ issues: { id: string; changelog?: unknown }[] }>('issue/bulkfetch', (body) => {
      for (const issue of body.issues) if (issue.id === bad.id) delete issue.changelog;
      return undefined;
    });
    const readings = await app.issues.read([good.id, bad.id], []);
    expect([readings.map(({ id }) => id), app.warnings]).toEqual([[good.id], ['issue not understood']]);
  });

  describe('with more comments than they bring', () => {
    interface Page {
      readonly total: number;
      readonly comments: { id: string }[];
    }
    let issue: Issue;

    beforeEach(() => {
      issue = app.site.issue();
      app.site.commentTimes(issue, 25);
    });

    /** Has Jira give at most `size` comments a page, whatever is asked for. */
    function pagesOf(size: number): void {
      app.amend<Page>('/comment?', (page) => ({ ...page, comments: page.comments.slice(0, size) }));
    }

    it('bring them all page by page, however short Jira makes the pages', async () => {
      pagesOf(10);
      const [reading] = await app.issues.read([issue.id], []);
      expect([commentsOf(reading).length, reading?.history.gap]).toEqual([25, undefined]);
      expect(app.asked.filter((request) => request.endsWith('/comment'))).toHaveLength(3);
    });

    it('are read again when comments come or go between two pages', async () => {
      pagesOf(10);
      let pages = 0;
      app.amend<Page>('/comment?', (page) => {
        pages += 1;
        return pages === 2 ? { ...page, total: 24 } : page;
      });
      const [reading] = await app.issues.read([issue.id], []);
      expect([commentsOf(reading).length, reading?.history.gap, pages]).toEqual([25, undefined, 5]);
    });

    it.each<[string, (page: Page) => object]>([
      ['gives fewer than it says', (page) => ({ ...page, total: 26 })],
      ['does not say how many there are', ({ comments }) => ({ comments })],
    ])('have a gap when Jira %s', async (_name, change) => {
      app.amend<Page>('/comment?', (page) => change(page) as Page);
      const [reading] = await app.issues.read([issue.id], []);
      expect(reading?.history.gap).toBe('comments');
    });

    it.each([403, 404])('have a gap when Jira answers %d, and keep no other waiting', async (status) => {
      const other = app.site.issue();
      app.refuse('/comment?', status);
      const readings = await app.issues.read([issue.id, other.id], []);
      expect(readings.map(({ history }) => history.gap)).toEqual(['comments', undefined]);
    });

    it('are not read when Jira is down', async () => {
      app.refuse('/comment?', 503);
      await expect(app.issues.read([issue.id], [])).rejects.toThrow(JiraUnavailable);
    });
  });
});
