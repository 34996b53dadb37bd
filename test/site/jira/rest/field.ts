import type { CustomField, CustomFieldType } from '../model';
import type { Json } from '../shapes';
import { fieldName, systemFieldIds } from './issue-json';
import { expansions, NotModelled, ok, pageOf, queryList, requireProductAccess } from './operation';
import type { Answer, Call, Operation } from './operation';

const plugin = 'com.atlassian.jira.plugin.system.customfieldtypes';
const mostFields = 50;

/** The type of a field's values, and the kind of field by which Jira names it. */
const kinds: Readonly<Record<CustomFieldType, readonly [type: string, custom: string]>> = {
  text: ['string', 'textfield'],
  string: ['string', 'textfield'],
  select: ['option', 'select'],
  number: ['number', 'float'],
  date: ['date', 'datepicker'],
  datetime: ['datetime', 'datetime'],
  user: ['user', 'userpicker'],
};

function schemaOf({ id, type, appKey }: CustomField): Json {
  const [valueType, kind] = kinds[type];
  return { type: valueType, custom: appKey ?? `${plugin}:${kind}`, customId: customIdOf(id) };
}

const customIdOf = (id: string): number => Number(id.replace('customfield_', ''));

function customFieldJson(field: CustomField): Json {
  const { id, name, appKey } = field;
  return {
    id,
    key: appKey ?? id,
    name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${customIdOf(id)}]`, name],
    schema: schemaOf(field),
  };
}

const systemTypes: Readonly<Record<string, string>> = {
  issuetype: 'issuetype',
  project: 'project',
  status: 'status',
  priority: 'priority',
  resolution: 'resolution',
  security: 'securitylevel',
  creator: 'user',
  reporter: 'user',
  assignee: 'user',
  created: 'datetime',
  updated: 'datetime',
  resolutiondate: 'datetime',
  duedate: 'date',
  statuscategorychangedate: 'datetime',
  labels: 'array',
  issuelinks: 'array',
  watches: 'watches',
  comment: 'comments-page',
};

const itemTypes: Readonly<Record<string, string>> = { labels: 'string', issuelinks: 'issuelinks' };

function systemSchema(id: string): Json {
  return {
    type: systemTypes[id] ?? 'string',
    ...(id in itemTypes ? { items: itemTypes[id] } : {}),
    system: id,
  };
}

/**
 * All fields of the site.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
 */
function getFields({ reader }: Call): Answer {
  const system = systemFieldIds.map((id) => ({
    id,
    key: id,
    name: fieldName(reader, id),
    custom: false,
    orderable: true,
    navigable: id !== 'comment',
    searchable: true,
    clauseNames: [id],
    schema: systemSchema(id),
  }));
  return ok([...system, ...[...reader.store.customFields.values()].map(customFieldJson)]);
}

/**
 * Fields by kind, id and name, at most 50 a page.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-search-get
 */
function searchFields(call: Call): Answer {
  requireProductAccess(call);
  const { reader, query } = call;
  expansions(
    call,
    [],
    ['key', 'stableId', 'lastUsed', 'screensCount', 'contextsCount', 'isLocked', 'searcherKey'],
  );
  if (query.has('projectIds')) throw new NotModelled('The search for fields by project');
  const orderBy = /^([+-]?)name$/.exec(query.get('orderBy') ?? 'name');
  if (orderBy === null) throw new NotModelled("The order of fields by other than 'name'");
  const types = queryList(query, 'type');
  const ids = queryList(query, 'id');
  const text = query.get('query')?.toLowerCase() ?? '';
  const all = [
    ...systemFieldIds.map((id) => ({ id, name: fieldName(reader, id), schema: systemSchema(id) })),
    ...[...reader.store.customFields.values()].map((field) => ({
      id: field.id,
      name: field.name,
      schema: schemaOf(field),
    })),
  ];
  const found = all.filter(
    ({ id, name }) =>
      (types.length === 0 || types.includes(id.startsWith('customfield_') ? 'custom' : 'system')) &&
      (ids.length === 0 || ids.includes(id)) &&
      name.toLowerCase().includes(text),
  );
  found.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  if (orderBy[1] === '-') found.reverse();
  return pageOf(call, 'field/search', found, { fallback: mostFields, toJson: (field) => field });
}

const scopes = ['read:jira-work'];

export const fieldOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/field', scopes, handle: getFields },
  { method: 'GET', path: '/rest/api/3/field/search', scopes, handle: searchFields },
];
