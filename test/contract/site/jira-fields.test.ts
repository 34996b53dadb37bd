import type { CustomField, CustomFieldType } from '../../site/jira/model';
import { admin, agent, app, TestJira } from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

/** How the app's field is called in an address. */
const minutesLeft = encodeURIComponent('ari:cloud:ecosystem::extension/app-1/env-1/static/minutes-left');

function field(type: CustomFieldType, appKey?: string): CustomField {
  const made = { id: 'customfield_10500', name: 'Extra', type, options: new Map<string, string>() };
  const all = { ...made, ...(appKey === undefined ? {} : { appKey, isReadOnly: true }) };
  site.jira.store.customFields.set(made.id, all);
  return all;
}

const set = (value: unknown): unknown => ({ fields: { customfield_10500: value } });

describe('a custom field', () => {
  it.each<{ type: CustomFieldType; given: unknown; shown: unknown; to: string | null; toString: string }>([
    { type: 'number', given: 4.5, shown: 4.5, to: null, toString: '4.5' },
    { type: 'date', given: '2026-11-18', shown: '2026-11-18', to: '2026-11-18', toString: '18/Nov/26' },
    {
      type: 'datetime',
      given: '2026-11-18T14:05:00.000+0200',
      shown: '2026-11-18T12:05:00.000+0000',
      to: '2026-11-18T12:05:00.000Z',
      toString: '18/Nov/26 12:05 PM',
    },
    { type: 'text', given: 'Words', shown: 'Words', to: null, toString: 'Words' },
  ])('of type $type takes a value, shows it, and has a history', async ({ type, given, shown, ...after }) => {
    const issue = site.issue();
    field(type);
    expect((await site.ask('PUT', 'issue/ITSD-1', agent, set(given))).status).toBe(204);
    const { body } = await site.ask('GET', 'issue/ITSD-1?fields=customfield_10500');
    expect(body.fields).toEqual({ customfield_10500: shown });
    const before = { from: null, fromString: null };
    const named = { field: 'Extra', fieldtype: 'custom', fieldId: 'customfield_10500' };
    expect(issue.histories[0]?.items).toEqual([{ ...named, ...before, ...after }]);
    expect((await site.ask('PUT', 'issue/ITSD-1', agent, set(null))).status).toBe(204);
    expect(issue.custom.size).toBe(0);
  });

  it('of type user takes an account', async () => {
    const issue = site.issue();
    field('user');
    await site.ask('PUT', 'issue/ITSD-1', agent, set({ accountId: '712020:sam-rivera' }));
    const { body } = await site.ask('GET', 'issue/ITSD-1?fields=customfield_10500');
    expect(body.fields).toMatchObject({ customfield_10500: { displayName: 'Sam Rivera' } });
    expect(issue.histories[0]?.items[0]).toMatchObject({ to: '712020:sam-rivera', toString: 'Sam Rivera' });
  });

  it.each<[CustomFieldType, unknown]>([
    ['number', '4'],
    ['date', '2026-02-30'],
    ['date', '18/11/2026'],
    ['datetime', '2026-11-18T14:05:00'],
    ['datetime', '2026-11-18T25:05:00+0200'],
    ['user', { accountId: 'nobody' }],
    ['text', 'x'.repeat(256)],
  ])('of type %s refuses %j', async (type, value) => {
    site.issue();
    field(type);
    const { status, body } = await site.ask('PUT', 'issue/ITSD-1', agent, set(value));
    expect([status, Object.keys(body.errors)]).toEqual([400, ['customfield_10500']]);
  });

  it('is found by name and kind', async () => {
    field('number');
    const found = await site.ask('GET', 'field/search?type=custom&query=EXTRA');
    expect(found.body).toMatchObject({
      total: 1,
      values: [{ id: 'customfield_10500', schema: { type: 'number', customId: 10500 } }],
    });
    const page = (await site.ask('GET', 'field/search?orderBy=-name&maxResults=2')).body;
    expect(page.values.map(({ name }) => name)).toEqual(['Watchers', 'Urgency']);
    expect(page.nextPage).toContain('startAt=2');
  });
});

describe('a field of the app', () => {
  const update = (value: unknown): unknown => ({ updates: [{ issueIds: [10000], value }] });

  it('is written by the app, with history and event', async () => {
    const issue = site.issue();
    field('number', decodeURIComponent(minutesLeft));
    expect((await site.ask('PUT', `app/field/${minutesLeft}/value`, app, update(3))).status).toBe(204);
    expect(issue.custom.get('customfield_10500')).toBe('3');
    expect(issue.histories).toHaveLength(1);
    expect(site.events.at(-1)).toMatchObject({ eventType: 'avi:jira:updated:issue', by: app });
  });

  it('is written without a trace when the app wants none', async () => {
    const issue = site.issue();
    field('number', decodeURIComponent(minutesLeft));
    const quiet = `app/field/${minutesLeft}/value?generateChangelog=false&generateAppEvents=false`;
    await site.ask('PUT', quiet, app, update(3));
    expect([issue.custom.get('customfield_10500'), issue.histories]).toEqual(['3', []]);
    expect(site.events).toHaveLength(1);
  });

  it('is read by all, and written by nobody else', async () => {
    site.issue();
    field('number', decodeURIComponent(minutesLeft));
    expect((await site.ask('PUT', 'issue/ITSD-1', admin, set(3))).status).toBe(400);
    expect((await site.ask('PUT', `app/field/${minutesLeft}/value`, admin, update(3))).status).toBe(403);
    expect((await site.ask('GET', 'issue/ITSD-1')).body.fields).toMatchObject({ customfield_10500: null });
  });

  it('is written to all issues of a request or to none', async () => {
    const issue = site.issue();
    field('number', decodeURIComponent(minutesLeft));
    const updates = [10000, 4711].map((id) => ({ issueIds: [id], value: 3 }));
    expect((await site.ask('PUT', `app/field/${minutesLeft}/value`, app, { updates })).status).toBe(400);
    const twice = [1, 2].map((value) => ({ issueIds: [10000], value }));
    expect((await site.ask('PUT', `app/field/${minutesLeft}/value`, app, { updates: twice })).status).toBe(
      400,
    );
    expect(issue.custom.size).toBe(0);
  });
});
