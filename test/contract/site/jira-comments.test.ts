import { adfOf } from '../../site/jira/adf';
import { agent, customer, fieldRefusal, manager, refusal, TestJira } from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

describe('comments', () => {
  const body = adfOf('We are on it.');

  it('are public unless the property says internal', async () => {
    site.issue();
    const internal = [{ key: 'sd.public.comment', value: { internal: true } }];
    const first = await site.ask('POST', 'issue/ITSD-1/comment', agent, { body });
    const second = await site.ask('POST', 'issue/ITSD-1/comment', agent, { body, properties: internal });
    expect(first).toMatchObject({
      status: 201,
      body: { jsdPublic: true, body, author: { accountType: 'atlassian' } },
    });
    expect(second.body.jsdPublic).toBe(false);
    const all = (await site.ask('GET', 'issue/ITSD-1/comment?expand=properties&orderBy=-created')).body;
    expect(all).toMatchObject({ startAt: 0, maxResults: 100, total: 2 });
    expect(all.comments[0]!.properties).toEqual(internal);
    const one = await site.ask('GET', `issue/ITSD-1/comment/${first.body.id}`);
    expect(one.body.created).toBe('2026-11-18T10:30:00.000+0000');
  });

  it('bump updated and stand in no history', async () => {
    const issue = site.issue();
    site.commentTimes(issue, 1);
    expect(issue.updated).toBe(site.now);
    expect(issue.histories).toEqual([]);
  });

  it('refuses text, empty documents, bad orders and unknown comments', async () => {
    site.issue();
    const wrong = { status: 400, body: fieldRefusal({ comment: 'Comment body is not valid!' }) };
    expect(await site.ask('POST', 'issue/ITSD-1/comment', agent, { body: 'text' })).toEqual(wrong);
    expect(
      (
        await site.ask('POST', 'issue/ITSD-1/comment', agent, {
          body: { type: 'doc', version: 1, content: [] },
        })
      ).status,
    ).toBe(400);
    expect((await site.ask('GET', 'issue/ITSD-1/comment?orderBy=author')).status).toBe(400);
    expect((await site.ask('GET', 'issue/ITSD-1/comment/1')).status).toBe(404);
    expect((await site.ask('POST', 'issue/ITSD-1/comment', customer, { body })).status).toBe(404);
  });

  it('keep author and time of writing when they are edited, and tell of it as of new ones', async () => {
    const issue = site.issue();
    site.commentTimes(issue, 1);
    site.now += 60_000;
    const written = (await site.ask('GET', 'issue/ITSD-1/comment/10000')).body;
    const edited = await site.ask('PUT', 'issue/ITSD-1/comment/10000', manager, { body: adfOf('Done.') });
    const { author, created } = written;
    expect(edited.body).toMatchObject({
      author,
      created,
      body: adfOf('Done.'),
      updated: '2026-11-18T10:32:00.000+0000',
      updateAuthor: { displayName: 'Sam Rivera' },
    });
    expect([issue.updated, issue.histories]).toEqual([site.now, []]);
    expect(site.events.at(-1)).toMatchObject({ eventType: 'avi:jira:commented:issue', by: manager });
  });

  it('turn internal and public again by their property', async () => {
    const issue = site.issue();
    site.commentTimes(issue, 1);
    const property = 'comment/10000/properties/sd.public.comment';
    expect((await site.ask('PUT', property, agent, { internal: true })).status).toBe(201);
    expect((await site.ask('GET', 'issue/ITSD-1/comment/10000')).body.jsdPublic).toBe(false);
    await site.ask('DELETE', property);
    expect((await site.ask('GET', 'issue/ITSD-1/comment/10000')).body.jsdPublic).toBe(true);
  });

  it('of others are edited and deleted by administrators only', async () => {
    const issue = site.issue();
    site.commentTimes(issue, 1);
    await site.ask('POST', 'issue/ITSD-1/comment', manager, { body });
    const own = await site.ask('PUT', 'issue/ITSD-1/comment/10001', agent, { body });
    expect(own).toEqual({
      status: 400,
      body: refusal('You do not have the permission to edit this comment.'),
    });
    expect((await site.ask('DELETE', 'issue/ITSD-1/comment/10001')).status).toBe(400);
    expect((await site.ask('PUT', 'comment/10001/properties/a', agent, 1)).status).toBe(403);
    expect((await site.ask('DELETE', 'issue/ITSD-1/comment/10000', manager)).status).toBe(204);
    expect(issue.comments.map(({ id }) => id)).toEqual(['10001']);
    expect(site.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:deleted:comment',
      payload: { issue: { key: 'ITSD-1' }, comment: { id: '10000' } },
    });
  });

  it('are listed by id over issues, without those that may not be seen', async () => {
    const issues = [site.issue(), site.issue()];
    for (const issue of issues) site.commentTimes(issue, 1);
    site.hide(issues[1]!);
    const { body: page } = await site.ask('POST', 'comment/list', agent, { ids: [10001, 10000, 9] });
    expect(page).toMatchObject({ total: 1, isLast: true, values: [{ id: '10000' }] });
    const ids = Array.from({ length: 1001 }, (_, at) => at);
    expect((await site.ask('POST', 'comment/list', agent, { ids })).status).toBe(400);
    expect((await site.ask('POST', 'comment/list', agent, { ids: ids.slice(1) })).status).toBe(200);
  });

  it.each(['visibility', 'jsdPublic'])('are refused by name when they carry %s', async (name) => {
    site.issue();
    const { status } = await site.ask('POST', 'issue/ITSD-1/comment', agent, { body, [name]: null });
    expect(status).toBe(501);
    expect(site.jira.unmodelled).toEqual([`'${name}' of a comment`]);
  });
});
