import { operations } from '../../site/jira/rest/api';
import { documentedScopes } from '../openapi/validate';
import { operationFor } from '../openapi/document';
import { admin, agent, app, customer, manager, stranger, TestJira } from './jira-fixture';
import { addLink } from '../../site/jira/links';
import { matrix } from './rest-matrix';
import type { CallerName, Row } from './rest-matrix';

const callers = { agent, manager, admin, app, customer, stranger } as const;

/** One site as all rows find it: two issues to see, one hidden, and something of everything that can be asked for. */
async function scene(): Promise<TestJira> {
  const site = new TestJira();
  const { store } = site.jira;
  const issue = site.issue();
  const second = site.issue('Second');
  const type = store.linkType('10003');
  addLink(store, site.jira.changes, agent, { type, source: issue, target: second });
  site.hide(site.issue('Hidden'));
  site.editTimes(issue, 1);
  site.commentTimes(issue, 1);
  const gadget = { moduleKey: 'counter', column: 0, configuration: null } as const;
  store.dashboards.set('1', { id: '1', name: 'Team', ownerId: 'x', gadgets: [{ id: '7', ...gadget }] });
  const ownerId = store.appAccountId;
  store.dashboards.set('2', { id: '2', name: 'App', ownerId, gadgets: [{ id: '8', ...gadget }] });
  const appField = {
    id: 'customfield_10500',
    name: 'Minutes left',
    type: 'number',
    appKey: 'ari:cloud:ecosystem::extension/app-1/env-1/static/minutes-left',
    isReadOnly: true,
  } as const;
  store.customFields.set(appField.id, { ...appField, options: new Map() });
  issue.properties.set('p', 1);
  issue.feedback = { rating: 4, comment: 'Thanks' };
  issue.comments[0]!.properties.set('p', 1);
  store.propertiesOf('project', '10000').set('p', 1);
  store.propertiesOf('user', '712020:alex-morgan').set('p', 1);
  store.propertiesOf('dashboard item', '1/7').set('p', 1);
  store.propertiesOf('dashboard item', '2/8').set('p', 1);
  const body = { filter: {}, value: 2 };
  await site.ask('PUT', 'issue/properties/task', app, body);
  const old = site.addProject('OLD');
  old.state = 'archived';
  await site.ask('POST', 'bulk/issues/move', agent, {
    targetToSourcesMapping: {
      'ITSD,10101': {
        issueIdsOrKeys: ['ITSD-2'],
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferClassificationDefaults: true,
        inferSubtaskTypeDefault: true,
      },
    },
  });
  return site;
}

function split({ request }: Row): { method: string; path: string } {
  const [method = '', path = ''] = request.split(' ');
  return { method, path };
}

function operationOf(row: Row): string {
  const { method, path } = split(row);
  const { pathname } = new URL(path, 'http://jira/rest/api/3/');
  return operationFor(method, pathname)?.name ?? row.request;
}

const cases = matrix.flatMap((row) =>
  Object.entries(row.expected).map(([caller, status]) => ({ ...row, caller: caller as CallerName, status })),
);

const statuses = new Map<string, number[]>();
for (const each of cases) {
  const name = operationOf(each);
  statuses.set(name, [...(statuses.get(name) ?? []), each.status]);
}

/** Answers everybody, with nothing when there is nothing to see: no request that Atlassian's document allows is refused. */
const neverRefused = new Set([
  'GET /rest/api/3/label',
  'GET /rest/api/3/status',
  'GET /rest/api/3/issuetype',
  'GET /rest/api/3/permissions',
  'GET /rest/api/3/field',
]);

/** Gone from Jira Cloud. */
const neverAnswered = new Set(['GET /rest/api/3/search', 'POST /rest/api/3/search']);

describe('each operation of the site', () => {
  it.each(cases)('$request by $caller is $status', async ({ caller, status, body, ...row }) => {
    const site = await scene();
    const { method, path } = split({ ...row, body });
    expect((await site.ask(method, path, callers[caller], body)).status).toBe(status);
  });

  it.each(operations)('$method $path stands in Atlassian’s document, with its scopes', (operation) => {
    expect(documentedScopes(operation.method, operation.path)).toEqual(operation.scopes);
  });

  it.each(operations)('$method $path is asked with success, and in vain', ({ method, path }) => {
    const name = `${method} ${path}`;
    const seen = statuses.get(name) ?? [];
    expect(seen.some((status) => status < 400)).toBe(!neverAnswered.has(name));
    expect(seen.some((status) => status >= 400)).toBe(!neverRefused.has(name));
  });
});
