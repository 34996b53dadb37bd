import type { Issue } from '../model';
import { accountOf } from '../permissions';
import {
  commentJson,
  historyJson,
  issueTypeJson,
  priorityJson,
  projectJson,
  resolutionJson,
  securityLevelJson,
  statusJson,
  timestamp,
  userJson,
} from '../shapes';
import type { Json, Reader } from '../shapes';
import { customFieldValue } from './field-value';
import { issueLinksJson } from './issue-link';

/** What of an issue a request wants to see. */
export interface IssueSelection {
  /** Field ids, `*all`, `*navigable`, and any of them with `-` in front to leave it out. Empty means `*all`. */
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  /** Keys of issue properties, or `*all`. */
  readonly properties: readonly string[];
  /** How many of the newest histories `expand: changelog` gives. */
  readonly mostHistories: number;
  /** How many comments the `comment` field gives. */
  readonly mostComments: number;
}

/** Fields of the issue itself by id; custom ones are added by what the site has. */
const systemFields: Readonly<Record<string, (reader: Reader, issue: Issue) => unknown>> = {
  summary: (_reader, issue) => issue.summary,
  description: (_reader, issue) => issue.description,
  labels: (_reader, issue) => issue.labels,
  duedate: (_reader, issue) => issue.dueDate,
  issuelinks: issueLinksJson,
  watches: (reader, issue) => ({
    self: `${reader.base}/rest/api/3/issue/${issue.id}/watchers`,
    watchCount: issue.watchers.size,
    isWatching: issue.watchers.has(accountOf(reader.store, reader.caller) ?? ''),
  }),
  issuetype: (reader, issue) => issueTypeJson(reader, reader.store.issueType(issue.typeId)),
  project: (reader, issue) => projectJson(reader, reader.store.projectOf(issue)),
  status: (reader, issue) => statusJson(reader, reader.store.status(issue.statusId)),
  statuscategorychangedate: (reader, issue) => timestamp(reader, issue.statusCategoryChanged),
  priority: (reader, issue) => priorityJson(reader, reader.store.priority(issue.priorityId)),
  resolution: (reader, issue) =>
    issue.resolutionId === null ? null : resolutionJson(reader, reader.store.resolution(issue.resolutionId)),
  resolutiondate: (reader, issue) => (issue.resolved === null ? null : timestamp(reader, issue.resolved)),
  created: (reader, issue) => timestamp(reader, issue.created),
  updated: (reader, issue) => timestamp(reader, issue.updated),
  creator: (reader, issue) => userJson(reader, reader.store.user(issue.creatorId)),
  reporter: (reader, issue) => userJson(reader, reader.store.user(issue.reporterId)),
  assignee: (reader, issue) =>
    issue.assigneeId === null ? null : userJson(reader, reader.store.user(issue.assigneeId)),
  security: (reader, issue) => {
    const level = reader.store.projectOf(issue).securityLevels.find(({ id }) => id === issue.securityLevelId);
    return level === undefined ? null : securityLevelJson(reader, level);
  },
};

/** Fields that lists of fields by `*navigable` leave out. */
const notNavigable = new Set(['comment']);

/** The issue as `GET /issue`, `bulkfetch` and searches give it. */
export function issueJson(reader: Reader, issue: Issue, selection: IssueSelection): Json {
  const ids = selectedFields(reader, selection.fields);
  const fields = Object.fromEntries(ids.map((id) => [id, fieldValue(reader, issue, id, selection)]));
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${reader.base}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(selection.properties.length === 0
      ? {}
      : { properties: selectedProperties(issue, selection.properties) }),
    ...(selection.expand.includes('names') ? { names: fieldNames(reader, selection.fields) } : {}),
    ...(selection.expand.includes('changelog') ? { changelog: changelog(reader, issue, selection) } : {}),
    fields,
  };
}

function selectedFields(reader: Reader, wanted: readonly string[]): string[] {
  const all = [...Object.keys(systemFields), 'comment', ...reader.store.customFields.keys()];
  const plus = wanted.filter((id) => !id.startsWith('-'));
  const minus = new Set(wanted.filter((id) => id.startsWith('-')).map((id) => id.slice(1)));
  const named = new Set(plus);
  const everything = plus.length === 0 || named.has('*all');
  const included = (id: string): boolean =>
    everything || named.has(id) || (named.has('*navigable') && !notNavigable.has(id));
  return all.filter((id) => included(id) && !minus.has(id));
}

function fieldValue(reader: Reader, issue: Issue, id: string, { mostComments }: IssueSelection): unknown {
  const system = systemFields[id];
  if (system !== undefined) return system(reader, issue);
  if (id === 'comment') return comments(reader, issue, mostComments);
  return customFieldValue(reader, issue, id);
}

/** `total` counts all comments; when there are more than fit, the newest are given, oldest of them first. */
function comments(reader: Reader, issue: Issue, most: number): Json {
  const from = Math.max(0, issue.comments.length - most);
  const given = issue.comments.slice(from);
  return {
    comments: given.map((comment) => commentJson(reader, issue.id, comment)),
    self: `${reader.base}/rest/api/3/issue/${issue.id}/comment`,
    maxResults: given.length,
    total: issue.comments.length,
    startAt: from,
  };
}

/** Newest first; `total` counts all. */
function changelog(reader: Reader, issue: Issue, { mostHistories }: IssueSelection): Json {
  const newest = issue.histories.slice(-mostHistories).reverse();
  return {
    startAt: 0,
    maxResults: newest.length,
    total: issue.histories.length,
    histories: newest.map((history) => historyJson(reader, history)),
  };
}

function selectedProperties(issue: Issue, keys: readonly string[]): Json {
  const all = keys.includes('*all');
  return Object.fromEntries([...issue.properties].filter(([key]) => all || keys.includes(key)));
}

const systemNames: Readonly<Record<string, string>> = {
  issuetype: 'Issue Type',
  issuelinks: 'Linked work items',
  watches: 'Watchers',
  duedate: 'Due date',
  statuscategorychangedate: 'Status Category Changed',
  resolutiondate: 'Resolved',
  security: 'Security Level',
};

export function fieldName(reader: Reader, id: string): string {
  const custom = reader.store.customFields.get(id);
  return custom?.name ?? systemNames[id] ?? id.charAt(0).toUpperCase() + id.slice(1);
}

/** The names of the selected fields by id. */
export function fieldNames(reader: Reader, wanted: readonly string[]): Json {
  return Object.fromEntries(selectedFields(reader, wanted).map((id) => [id, fieldName(reader, id)]));
}

export const systemFieldIds: readonly string[] = [...Object.keys(systemFields), 'comment'];
