import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { Issue } from '../model';
import { accountOf, canOnIssue, maySee } from '../permissions';
import { requireProperty } from './entity-properties';
import { badRequest, NotModelled, parseBody, requireProductAccess, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';
import { taskAnswer } from './task';

const mostIssuesOfOneSet = 10_000;
const mostIssuesOfMany = 100;
const mostProperties = 10;

const Id = v.pipe(v.number(), v.integer());
const Properties = v.record(v.string(), v.unknown());

/** The account that the task will belong to. */
function submitter(call: Call): string {
  requireProductAccess(call);
  return accountOf(call.store, call.caller) ?? '';
}

const mayEdit = ({ store, caller }: Call, issue: Issue): boolean =>
  canOnIssue(store, caller, 'EDIT_ISSUES', issue);

/** @throws RestError 400 for none, more than 10, or one that is too long. */
function requireProperties(properties: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries(properties);
  if (entries.length === 0) throw badRequest('At least one property must be provided.');
  if (entries.length > mostProperties)
    throw badRequest(`No more than ${mostProperties} properties can be set.`);
  for (const [key, value] of entries) requireProperty(key, value);
}

function requireIdle({ tasks }: Call, issueIds: readonly string[]): void {
  if (!tasks.isBusy(issueIds)) return;
  throw new RestError(409, ['Another bulk update of the same issues is in progress. Retry later.']);
}

function setAll({ store }: Call, issue: Issue, properties: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(properties)) issue.properties.set(key, value);
  store.changed(issue);
}

const ListBody = v.strictObject({ entitiesIds: v.array(Id), properties: Properties });

/**
 * The same properties, at most 10, on up to 10,000 issues: on all or on none.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-properties-post
 * @throws RestError 400 also when one of the issues is not there or may not be edited.
 */
function setOnList(call: Call): Answer {
  const submitterId = submitter(call);
  const { entitiesIds, properties } = parseBody(ListBody, call.body);
  if (entitiesIds.length === 0) throw badRequest('At least one issue ID must be provided.');
  if (entitiesIds.length > mostIssuesOfOneSet) {
    throw badRequest(`No more than ${mostIssuesOfOneSet} issues can be updated at once.`);
  }
  requireProperties(properties);
  const issues = [...new Set(entitiesIds)].map((id) => {
    const issue = call.store.issues.get(String(id));
    if (issue !== undefined && mayEdit(call, issue)) return issue;
    throw badRequest(`Issue ${id} does not exist or you do not have permission to edit it.`);
  });
  const issueIds = issues.map(({ id }) => id);
  requireIdle(call, issueIds);
  const perform = (): unknown => {
    for (const issue of issues) setAll(call, issue, properties);
    return { updatedIssues: issueIds.map(Number) };
  };
  const description = 'Set issue properties';
  return taskAnswer(call, call.tasks.submit({ description, submitterId, issueIds, perform }));
}

const MultiBody = v.strictObject({
  issues: v.array(v.strictObject({ issueID: Id, properties: Properties })),
});

/**
 * Up to 100 issues with properties of their own. What cannot be done is told in the task's result and keeps nothing
 * else from being done.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-properties-multi-post
 */
function setOnEach(call: Call): Answer {
  const submitterId = submitter(call);
  const { issues } = parseBody(MultiBody, call.body);
  if (issues.length === 0) throw badRequest('At least one issue must be provided.');
  if (issues.length > mostIssuesOfMany) {
    throw badRequest(`No more than ${mostIssuesOfMany} issues can be updated at once.`);
  }
  for (const { properties } of issues) requireProperties(properties);
  const issueIds = issues.map(({ issueID }) => String(issueID));
  requireIdle(call, issueIds);
  const perform = (): unknown => {
    const errors: Record<string, string[]> = {};
    const updatedIssues: number[] = [];
    for (const { issueID, properties } of issues) {
      const issue = call.store.issues.get(String(issueID));
      if (issue === undefined || !mayEdit(call, issue)) {
        errors[issueID] = ['Issue does not exist or you do not have permission to edit it.'];
      } else {
        setAll(call, issue, properties);
        updatedIssues.push(issueID);
      }
    }
    return { updatedIssues, errors };
  };
  const description = 'Set issue properties by issue';
  return taskAnswer(call, call.tasks.submit({ description, submitterId, issueIds, perform }));
}

const SetFilter = v.strictObject({
  entityIds: v.optional(v.array(Id)),
  currentValue: v.optional(v.unknown()),
  hasProperty: v.optional(v.boolean()),
});
type Filter = v.InferOutput<typeof SetFilter>;

/** Issues that the caller may edit and that meet all of the criteria. */
function eligible(call: Call, key: string, { entityIds, currentValue, hasProperty }: Filter): Issue[] {
  const { store, caller } = call;
  const named =
    entityIds === undefined
      ? [...store.issues.values()]
      : entityIds.flatMap((id) => store.issues.get(String(id)) ?? []);
  return named.filter(
    (issue) =>
      maySee(store, caller, issue) &&
      mayEdit(call, issue) &&
      (hasProperty === undefined || issue.properties.has(key) === hasProperty) &&
      (currentValue === undefined || isDeepStrictEqual(issue.properties.get(key), currentValue)),
  );
}

const SetBody = v.strictObject({
  value: v.optional(v.unknown()),
  expression: v.optional(v.string()),
  filter: v.optional(SetFilter, {}),
});

/**
 * One property on the issues that a filter finds; without one on all that the caller may edit.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-properties-propertykey-put
 */
function setByFilter(call: Call): Answer {
  const submitterId = submitter(call);
  const key = call.params['propertyKey'] ?? '';
  const { value, expression, filter } = parseBody(SetBody, call.body);
  if (expression !== undefined) throw new NotModelled('An expression for the value of issue properties');
  if (filter.hasProperty === false && filter.currentValue !== undefined) {
    throw badRequest('An issue without the property cannot have a current value of it.');
  }
  requireProperty(key, value);
  const issues = eligible(call, key, filter);
  const issueIds = issues.map(({ id }) => id);
  const perform = (): unknown => {
    for (const issue of issues) setAll(call, issue, { [key]: value });
    return { updatedIssues: issueIds.map(Number) };
  };
  const description = `Set issue property ${key}`;
  return taskAnswer(call, call.tasks.submit({ description, submitterId, issueIds, perform }));
}

const DeleteBody = v.omit(SetFilter, ['hasProperty']);

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-properties-propertykey-delete */
function deleteByFilter(call: Call): Answer {
  const submitterId = submitter(call);
  const key = call.params['propertyKey'] ?? '';
  const filter = parseBody(DeleteBody, call.body);
  const issues = eligible(call, key, { ...filter, hasProperty: true });
  const issueIds = issues.map(({ id }) => id);
  const perform = (): unknown => {
    for (const issue of issues) {
      issue.properties.delete(key);
      call.store.changed(issue);
    }
    return { updatedIssues: issueIds.map(Number) };
  };
  const description = `Delete issue property ${key}`;
  return taskAnswer(call, call.tasks.submit({ description, submitterId, issueIds, perform }));
}

const path = '/rest/api/3/issue/properties';
const scopes = ['write:jira-work'];

export const issuePropertyBulkOperations: readonly Operation[] = [
  { method: 'POST', path, scopes, handle: setOnList },
  { method: 'POST', path: `${path}/multi`, scopes, handle: setOnEach },
  { method: 'PUT', path: `${path}/{propertyKey}`, scopes, handle: setByFilter },
  { method: 'DELETE', path: `${path}/{propertyKey}`, scopes, handle: deleteByFilter },
];
