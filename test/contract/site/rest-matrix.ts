import { adfOf } from '../../site/jira/adf';

export type CallerName = 'agent' | 'manager' | 'admin' | 'app' | 'customer' | 'stranger';

/** A request, and the status that each caller gets for it. */
export interface Row {
  /** Method, path below `/rest/api/3/` or from the root, and query. */
  readonly request: string;
  readonly body?: unknown;
  readonly expected: Partial<Record<CallerName, number>>;
}

const row = (request: string, expected: Row['expected'], body?: unknown): Row => ({
  request,
  expected,
  body,
});

const all = (status: number): Row['expected'] => ({
  agent: status,
  app: status,
  customer: status,
  stranger: status,
});
/** Seen by staff; customers and strangers hear that there is no such thing. */
const hidden: Row['expected'] = { agent: 200, app: 200, customer: 404, stranger: 404 };
/** For whoever may use Jira. */
const staff: Row['expected'] = { agent: 200, app: 200, customer: 403, stranger: 401 };
/** `ITSD-1` is there to see, `ITSD-3` is behind a security level, `ITSD-9` is not there. */
const unseen: Row['expected'] = { agent: 404, app: 404 };

const body = adfOf('Well');
const user = 'accountId=712020:alex-morgan';
const fields = { project: { key: 'ITSD' }, issuetype: { id: '10100' }, summary: 'New' };
const tooLong = 'x'.repeat(32_768);

/** What one kind of property owner answers: `ok` to those who may, the numbers of `refused` to others. */
function properties(
  at: string,
  query: string,
  ok: { readonly read: CallerName; readonly write: CallerName },
  refused: { readonly read: Row['expected']; readonly write: Row['expected'] },
): readonly Row[] {
  const one = (key: string): string => `${at}/${key}${query}`;
  return [
    row(`GET ${at}${query}`, { [ok.read]: 200, ...refused.read }),
    row(`GET ${one('p')}`, { [ok.read]: 200, ...refused.read }),
    row(`GET ${one('none')}`, { [ok.read]: 404 }),
    row(`PUT ${one('new')}`, { [ok.write]: 201, ...refused.write }, { a: [1] }),
    row(`PUT ${one('p')}`, { [ok.write]: 200 }, 'text'),
    row(`PUT ${one('p')}`, { [ok.write]: 400 }, tooLong),
    row(`DELETE ${one('p')}`, { [ok.write]: 204, ...refused.write }),
    row(`DELETE ${one('none')}`, { [ok.write]: 404 }),
  ];
}

const issues: readonly Row[] = [
  row('GET issue/ITSD-1', hidden),
  row('GET issue/ITSD-3', { ...unseen, manager: 200 }),
  row('POST issue', { agent: 201, app: 201, customer: 400, stranger: 401 }, { fields }),
  row('POST issue', { agent: 400 }, { fields: { ...fields, summary: '' } }),
  row('PUT issue/ITSD-1', { agent: 204, app: 204, customer: 404 }, { fields: { labels: ['a'] } }),
  row('PUT issue/ITSD-1?returnIssue=true', { agent: 200 }, { fields: { labels: ['a'] } }),
  row('PUT issue/ITSD-1', { agent: 400 }, { fields: { labels: ['a b'] } }),
  row('DELETE issue/ITSD-2', { manager: 204, agent: 403, stranger: 404 }),
  row('PUT issue/ITSD-1/assignee', { agent: 204, stranger: 404 }, { accountId: '712020:sam-rivera' }),
  row('PUT issue/ITSD-1/assignee', { agent: 400 }, { accountId: 'nobody' }),
  row('POST issue/bulkfetch', { ...all(200) }, { issueIdsOrKeys: ['ITSD-1', 'ITSD-3'] }),
  row('POST issue/bulkfetch', { agent: 400 }, { issueIdsOrKeys: [] }),
  row('GET issue/ITSD-1/transitions', hidden),
  row('POST issue/ITSD-1/transitions', { agent: 204, stranger: 404 }, { transition: { id: '11' } }),
  row('POST issue/ITSD-1/transitions', { agent: 400 }, { transition: { id: '81' } }),
];

const histories: readonly Row[] = [
  row('GET issue/ITSD-1/changelog', hidden),
  row('POST issue/ITSD-1/changelog/list', hidden, { changelogIds: [10001, 4711] }),
  row('POST issue/ITSD-1/changelog/list', { agent: 400 }, { changelogIds: [] }),
  row('POST changelog/bulkfetch', all(200), { issueIdsOrKeys: ['ITSD-1', 'ITSD-3'] }),
  row('POST changelog/bulkfetch', { agent: 400 }, { issueIdsOrKeys: ['1'], fieldIds: ['a', 'a'] }),
];

const comments: readonly Row[] = [
  row('GET issue/ITSD-1/comment', hidden),
  row('GET issue/ITSD-1/comment?orderBy=-created&expand=properties', { app: 200 }),
  row('POST issue/ITSD-1/comment', { agent: 201, app: 201, customer: 404, stranger: 404 }, { body }),
  row('POST issue/ITSD-1/comment', { agent: 400 }, { body: 'text' }),
  row('GET issue/ITSD-1/comment/10000', hidden),
  row('GET issue/ITSD-2/comment/10000', { agent: 404 }),
  row('PUT issue/ITSD-1/comment/10000', { agent: 200, manager: 200, app: 200, customer: 404 }, { body }),
  row('PUT issue/ITSD-1/comment/10000', { agent: 400 }, { body: adfOf('').content }),
  row('DELETE issue/ITSD-1/comment/10000', { agent: 204, manager: 204, stranger: 404 }),
  row('DELETE issue/ITSD-1/comment/1', { agent: 404 }),
  row('POST comment/list', all(200), { ids: [10000, 4711] }),
  row('POST comment/list', { agent: 400 }, { ids: [] }),
];

const owners: readonly Row[] = [
  ...properties(
    'issue/ITSD-1/properties',
    '',
    { read: 'app', write: 'agent' },
    {
      read: { customer: 404, stranger: 404 },
      write: { customer: 404, stranger: 404 },
    },
  ),
  ...properties(
    'comment/10000/properties',
    '',
    { read: 'app', write: 'agent' },
    {
      read: { customer: 404, stranger: 404 },
      write: { customer: 404, stranger: 404 },
    },
  ),
  row('GET comment/first/properties', { agent: 400 }),
  ...properties(
    'project/ITSD/properties',
    '',
    { read: 'agent', write: 'app' },
    {
      read: { customer: 404, stranger: 404 },
      write: { agent: 403, stranger: 404 },
    },
  ),
  ...properties(
    'user/properties',
    `?${user}`,
    { read: 'agent', write: 'admin' },
    {
      read: { app: 403, customer: 403, stranger: 401 },
      write: { app: 403, manager: 403, stranger: 401 },
    },
  ),
  row('GET user/properties', { agent: 400 }),
  row('GET user/properties?accountId=nobody', { admin: 404 }),
  ...properties(
    'dashboard/2/items/8/properties',
    '',
    { read: 'app', write: 'app' },
    {
      read: { customer: 404, stranger: 404 },
      write: { agent: 403, stranger: 404 },
    },
  ),
  row('PUT dashboard/1/items/7/properties/p', { app: 403 }, 1),
  row('GET dashboard/1/items/8/properties', { app: 404 }),
];

const oneValue = (value: unknown): unknown => ({ updates: [{ issueIds: [10000], value }] });
const many = Array.from({ length: 11 }, (_, at) => [`p${at}`, at] as const);

const tasks: readonly Row[] = [
  row(
    'POST issue/properties',
    { manager: 400, stranger: 401 },
    { entitiesIds: [4711], properties: { q: 1 } },
  ),
  row(
    'POST issue/properties',
    { agent: 400 },
    { entitiesIds: [10000], properties: Object.fromEntries(many) },
  ),
  row('POST issue/properties', { agent: 400 }, { entitiesIds: [10002], properties: { q: 1 } }),
  row('POST issue/properties', { agent: 409 }, { entitiesIds: [10000], properties: { q: 1 } }),
  row('POST issue/properties', { manager: 303 }, { entitiesIds: [10002], properties: { q: 1 } }),
  row(
    'POST issue/properties/multi',
    { stranger: 401, agent: 409 },
    {
      issues: [{ issueID: 10000, properties: { q: 1 } }],
    },
  ),
  row('POST issue/properties/multi', { agent: 303 }, { issues: [{ issueID: 10002, properties: { q: 1 } }] }),
  row('POST issue/properties/multi', { agent: 400 }, { issues: [] }),
  row('PUT issue/properties/q', { agent: 303, customer: 403, stranger: 401 }, { value: 1 }),
  row(
    'PUT issue/properties/q',
    { agent: 400 },
    { value: 1, filter: { hasProperty: false, currentValue: 1 } },
  ),
  row('DELETE issue/properties/p', { app: 303, stranger: 401 }, { entityIds: [10000] }),
  row('DELETE issue/properties/p', { app: 400 }, { hasProperty: true }),
  row('GET task/10000', { app: 200, admin: 200, agent: 403, stranger: 401 }),
  row('GET task/1', { app: 404 }),
  row('POST task/10000/cancel', { app: 202, agent: 403, stranger: 401 }),
  row('POST task/1/cancel', { app: 404 }),
];

const people: readonly Row[] = [
  row('GET myself', staff),
  row(`GET user?${user}`, staff),
  row('GET user?accountId=nobody', { agent: 404 }),
  row(`GET user/bulk?${user}&accountId=nobody`, staff),
  row('GET user/bulk', { agent: 400 }),
  row('GET user/search?query=al', all(200)),
  row('GET user/search', { agent: 400 }),
  row('GET user/assignable/search?project=ITSD', { agent: 200, app: 200, customer: 404, stranger: 401 }),
  row('GET user/assignable/search?issueKey=ITSD-1&query=al', { agent: 200 }),
  row('GET user/assignable/search', { agent: 400 }),
  row('GET users', { agent: 200, app: 200, customer: 403, stranger: 403 }),
  row('GET users/search?maxResults=1', { agent: 200, customer: 403, stranger: 403 }),
];

const permissions: readonly Row[] = [
  row('GET permissions', all(200)),
  row('GET mypermissions?permissions=EDIT_ISSUES', all(200)),
  row('GET mypermissions', { agent: 400 }),
  row('GET mypermissions?permissions=EDIT_ISSUES&issueKey=ITSD-3', unseen),
  row('POST permissions/check', all(200), { globalPermissions: ['ADMINISTER'] }),
  row('POST permissions/check', { agent: 403, app: 200 }, { accountId: '712020:sam-rivera' }),
  row('POST permissions/project', all(200), { permissions: ['BROWSE_PROJECTS'] }),
  row('POST permissions/project', { agent: 400 }, { permissions: ['ADMINISTER'] }),
];

const alex = '712020:alex-morgan';
const desk = '00000000-0000-4000-8000-000000000003';
const link = { type: { name: 'Blocks' }, inwardIssue: { key: 'ITSD-1' }, outwardIssue: { id: '10001' } };

const alerts: readonly Row[] = [
  row(
    'POST issue/ITSD-1/notify',
    { app: 204, manager: 204, customer: 404, stranger: 404 },
    { subject: 'Soon', to: { users: [{ accountId: alex }], groupIds: [desk] } },
  ),
  row('POST issue/ITSD-1/notify', { app: 400 }, { subject: 'Soon', to: { assignee: true } }),
  row('POST issue/ITSD-1/notify', { agent: 400 }, { to: { users: [{ accountId: alex }] } }),
  row('POST issue/ITSD-1/notify', { app: 400 }, { to: { groups: [{ name: 'nobody' }] } }),
  row('GET issue/ITSD-1/watchers', hidden),
  row('POST issue/ITSD-1/watchers', { agent: 204, app: 204, customer: 404, stranger: 404 }, alex),
  row('POST issue/ITSD-1/watchers', { agent: 403, manager: 204 }, '712020:sam-rivera'),
  row('POST issue/ITSD-1/watchers', { manager: 404 }, 'qm:casey-brooks'),
  row(`DELETE issue/ITSD-1/watchers?${user}`, { agent: 204, app: 204, stranger: 404 }),
  row('DELETE issue/ITSD-1/watchers', { agent: 400 }),
  row('POST issueLink', { agent: 201, app: 201, customer: 404, stranger: 404 }, link),
  row('POST issueLink', { agent: 404 }, { ...link, type: { name: 'Loves' } }),
  row('POST issueLink', { agent: 400 }, { ...link, outwardIssue: { key: 'ITSD-1' } }),
  row('POST issueLink', { agent: 404, manager: 201 }, { ...link, outwardIssue: { key: 'ITSD-3' } }),
  row('GET issueLink/10000', hidden),
  row('GET issueLink/first', { agent: 400 }),
  row('DELETE issueLink/10000', { agent: 204, app: 204, customer: 404 }),
  row('DELETE issueLink/1', { agent: 404 }),
  row('GET issueLinkType', hidden),
];

const infer = { inferFieldDefaults: true, inferStatusDefaults: true, inferClassificationDefaults: true };
const move = (target: string): unknown => ({
  targetToSourcesMapping: {
    [target]: { issueIdsOrKeys: ['ITSD-1'], inferSubtaskTypeDefault: true, ...infer },
  },
});
const archived = { issueIdsOrKeys: ['ITSD-1', 'ITSD-9'] };

const lives: readonly Row[] = [
  row('PUT issue/ITSD-1', { agent: 204 }, { fields: { issuetype: { id: '10101' } } }),
  row('PUT issue/ITSD-1', { agent: 400 }, { fields: { issuetype: { id: '1' } } }),
  row('PUT issue/archive', { admin: 200, agent: 403, app: 403, stranger: 401 }, archived),
  row('PUT issue/archive', { admin: 400 }, { issueIdsOrKeys: ['ITSD-9'] }),
  row('PUT issue/unarchive', { admin: 200, manager: 403, stranger: 401 }, archived),
  row('POST bulk/issues/move', { agent: 201, app: 201, stranger: 401 }, move('ITSD,10101')),
  row('POST bulk/issues/move', { agent: 400 }, move('ITSD,1')),
  row('POST bulk/issues/move', { agent: 400 }, move('NONE,10101')),
  row('POST bulk/issues/move', { agent: 400 }, {}),
  row('GET bulk/queue/10001', { agent: 200, admin: 200, app: 400, stranger: 401 }),
  row('POST project/ITSD/archive', { admin: 204, manager: 403, stranger: 401 }),
  row('POST project/NONE/archive', { admin: 404 }),
  row('POST project/ITSD/restore', { admin: 400, agent: 404, stranger: 401 }),
  row('POST project/OLD/restore', { admin: 200 }),
  row('DELETE project/ITSD', { admin: 204, manager: 404, stranger: 401 }),
  row('DELETE project/OLD', { admin: 404 }),
];

const groups: readonly Row[] = [
  row('GET group/bulk', staff),
  row(`GET group/bulk?groupId=${desk}&groupName=none&maxResults=1`, staff),
  row('GET group/member?groupname=service-desk', staff),
  row('GET group/member', { agent: 400 }),
  row('GET group/member?groupId=none', { agent: 404 }),
  row(`GET user/groups?${user}`, staff),
  row('GET user/groups?accountId=nobody', { agent: 404 }),
];

const scheme = 'permissionscheme/10000/permission';
const granted = (permission: string): unknown => ({
  permission,
  holder: { type: 'projectRole', parameter: '10001' },
});

const projects: readonly Row[] = [
  row('GET project/search?query=desk&expand=lead', all(200)),
  row('GET project/search?action=fly', { agent: 400 }),
  row('GET project/ITSD', hidden),
  row('GET project/ITSD/statuses', hidden),
  row('GET project/ITSD/role', { manager: 200, app: 200, agent: 404, stranger: 404 }),
  row('GET project/ITSD/role/10001', { admin: 200, agent: 404 }),
  row('GET project/ITSD/role/1', { manager: 404 }),
  row('GET project/ITSD/permissionscheme?expand=permissions', { manager: 200, agent: 403, stranger: 404 }),
  row('GET project/ITSD/permissionscheme', { admin: 200, app: 200 }),
  row(`GET ${scheme}`, staff),
  row('GET permissionscheme/1/permission', { agent: 404 }),
  row(`GET ${scheme}/10000`, staff),
  row(`GET ${scheme}/1`, { agent: 404 }),
  row(`POST ${scheme}`, { admin: 201, manager: 403, app: 403, stranger: 401 }, granted('DELETE_ISSUES')),
  row(`POST ${scheme}`, { admin: 400 }, granted('EDIT_ISSUES')),
  row('POST permissionscheme/1/permission', { admin: 400 }, granted('DELETE_ISSUES')),
  row(`DELETE ${scheme}/10000`, { admin: 204, manager: 403, app: 403, stranger: 401 }),
  row(`DELETE ${scheme}/1`, { admin: 400 }),
];

const configuration: readonly Row[] = [
  row('GET label', all(200)),
  row('GET field', all(200)),
  row('GET field/search?type=custom&query=group', staff),
  row('PUT app/field/customfield_10500/value', { app: 204, agent: 403, stranger: 403 }, oneValue(7)),
  row('PUT app/field/customfield_10500/value', { app: 400 }, oneValue('seven')),
  row('PUT app/field/customfield_10058/value', { app: 403 }, oneValue('x')),
  row('PUT app/field/customfield_1/value', { app: 404 }, oneValue(7)),
  row(
    'POST app/field/value?generateChangelog=false',
    { app: 204, admin: 403 },
    {
      updates: [{ customField: 'customfield_10500', issueIds: [10000, 10001], value: 3 }],
    },
  ),
  row('POST app/field/value', { app: 400 }, { updates: [] }),
  row('GET status', all(200)),
  row('GET status/Active', hidden),
  row('GET statuscategory', staff),
  row('GET statuses?id=6&id=5', { manager: 200, app: 200, agent: 401, stranger: 401 }),
  row('GET statuses', { manager: 400 }),
  row('GET statuses/search?statusCategory=DONE', { manager: 200, agent: 401 }),
  row('GET statuses/search?projectId=1', { manager: 400 }),
  row('GET issuetype', all(200)),
  row('GET issuetype/10100', hidden),
  row('GET issuetype/first', { agent: 400 }),
  row('GET issuetype/project?projectId=10000', hidden),
  row('GET priority', staff),
  row('GET priority/1', staff),
  row('GET priority/9', { agent: 404 }),
  row('GET priority/search', staff),
  row('GET resolution', staff),
  row('GET resolution/search?id=10000', staff),
];

/** Strangers find nothing; portal customers see no project that a query could name. */
const found: Row['expected'] = { agent: 200, app: 200, customer: 400, stranger: 200 };
const jql = 'project = ITSD';
const searches: readonly Row[] = [
  row('GET search/jql?jql=project=ITSD', found),
  row('GET search/jql', { agent: 400, stranger: 400 }),
  row('POST search/jql', found, { jql }),
  row('POST search/jql', { agent: 400 }, { jql, maxResults: 5001 }),
  row('POST search/approximate-count', found, { jql }),
  row('POST search/approximate-count', { agent: 400 }, { jql: 'order by key' }),
  row('POST jql/match', all(200), { issueIds: [10000], jqls: [jql] }),
  row('POST jql/match', { agent: 400 }, { issueIds: ['x'], jqls: [jql] }),
  row('POST jql/parse?validation=strict', all(200), { queries: [jql] }),
  row('POST jql/parse?validation=strict', { agent: 400 }, { queries: [] }),
  row('GET search', { agent: 410 }),
  row('POST search', { agent: 410 }, { jql }),
];

const requests: readonly Row[] = [
  row('GET /rest/servicedeskapi/request/ITSD-1/feedback', {
    agent: 200,
    app: 200,
    customer: 200,
    stranger: 401,
  }),
  row('GET /rest/servicedeskapi/request/ITSD-2/feedback', { agent: 404, app: 404, customer: 404 }),
  row('GET /rest/servicedeskapi/request/ITSD-3/feedback', unseen),
];

/** At least a success and a refusal for each operation; `rest-matrix.test.ts` says where one is missing. */
export const matrix: readonly Row[] = [
  ...searches,
  ...issues,
  ...histories,
  ...comments,
  ...owners,
  ...tasks,
  ...people,
  ...alerts,
  ...groups,
  ...lives,
  ...permissions,
  ...projects,
  ...configuration,
  ...requests,
];
