import * as v from 'valibot';
import type { CustomField, Issue } from '../model';
import { maySearch } from '../permissions';
import { parseCustomField } from './field-value';
import { badRequest, parseBody, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

const IssueIds = v.array(v.pipe(v.number(), v.integer()));

interface Update {
  readonly field: CustomField;
  readonly issue: Issue;
  readonly value: string | null;
}

/** @throws RestError 404 for a field that is not there, 403 for one that is not the caller's own. */
function requireOwnField({ store, caller }: Call, idOrKey: string): CustomField {
  const field = store.customFields.get(idOrKey) ?? byKey([...store.customFields.values()], idOrKey);
  if (field === undefined) throw new RestError(404, [`The custom field '${idOrKey}' could not be found.`]);
  if (caller.kind !== 'app' || field.appKey === undefined) {
    throw new RestError(403, ['Only the app that provides the field can update its values.']);
  }
  return field;
}

function byKey(fields: readonly CustomField[], key: string): CustomField | undefined {
  return fields.find(({ appKey }) => appKey === key);
}

function requireIssues({ store, caller }: Call, ids: readonly number[]): Issue[] {
  if (ids.length === 0) throw badRequest('At least one issue ID must be provided.');
  return ids.map((id) => {
    const issue = store.issues.get(String(id));
    if (issue !== undefined && maySearch(store, caller, issue)) return issue;
    throw badRequest(`Issue ${id} does not exist or you do not have permission to see it.`);
  });
}

/** Every update is checked before the first one is made. */
function apply(call: Call, updates: readonly Update[]): Answer {
  const pairs = new Set(updates.map(({ field, issue }) => `${field.id} ${issue.id}`));
  if (pairs.size < updates.length) throw badRequest('Each field of an issue can be updated once only.');
  const says = (name: string): boolean => call.query.get(name) !== 'false';
  const tell = { changelog: says('generateChangelog'), events: says('generateAppEvents') };
  for (const { field, issue, value } of updates) {
    call.changes.change(call.caller, issue, { edits: { custom: new Map([[field.id, value]]) }, tell });
  }
  return { status: 204 };
}

const OneBody = v.strictObject({
  updates: v.array(v.strictObject({ issueIds: IssueIds, value: v.unknown() })),
});

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-values--apps-/#api-rest-api-3-app-field-fieldidorkey-value-put */
function setField(call: Call): Answer {
  const field = requireOwnField(call, call.params['fieldIdOrKey'] ?? '');
  const { updates } = parseBody(OneBody, call.body);
  return apply(
    call,
    updates.flatMap(({ issueIds, value }) => {
      const parsed = parseCustomField(call.store, field, value);
      return requireIssues(call, issueIds).map((issue) => ({ field, issue, value: parsed }));
    }),
  );
}

const ManyBody = v.strictObject({
  updates: v.array(v.strictObject({ customField: v.string(), issueIds: IssueIds, value: v.unknown() })),
});

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-values--apps-/#api-rest-api-3-app-field-value-post */
function setFields(call: Call): Answer {
  const { updates } = parseBody(ManyBody, call.body);
  if (updates.length === 0) throw badRequest('At least one update must be provided.');
  return apply(
    call,
    updates.flatMap(({ customField, issueIds, value }) => {
      const field = requireOwnField(call, customField);
      const parsed = parseCustomField(call.store, field, value);
      return requireIssues(call, issueIds).map((issue) => ({ field, issue, value: parsed }));
    }),
  );
}

const path = '/rest/api/3/app/field';

/** Values of fields that the installed app provides. No limit on updates per request is published. */
export const appFieldOperations: readonly Operation[] = [
  // The granular scope is optional so far, and there is no classic one.
  { method: 'POST', path: `${path}/value`, scopes: [], handle: setFields },
  { method: 'PUT', path: `${path}/{fieldIdOrKey}/value`, scopes: [], handle: setField },
];
