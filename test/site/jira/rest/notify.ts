import * as v from 'valibot';
import type { Group, Issue } from '../model';
import { accountOf, canOnIssue, maySee, permission } from '../permissions';
import { badRequest, parseBody, requireIssue, requireProductAccess } from './operation';
import type { Answer, Call, Operation } from './operation';

const flag = v.optional(v.boolean(), false);
const GroupNames = v.optional(
  v.array(v.object({ name: v.optional(v.string()), groupId: v.optional(v.nullable(v.string())) })),
  [],
);
const GroupIds = v.optional(v.array(v.string()), []);

const Body = v.strictObject({
  subject: v.optional(v.string()),
  textBody: v.optional(v.string()),
  htmlBody: v.optional(v.string()),
  to: v.strictObject({
    reporter: flag,
    assignee: flag,
    watchers: flag,
    // Nobody votes here.
    voters: flag,
    users: v.optional(v.array(v.object({ accountId: v.string() })), []),
    groups: GroupNames,
    groupIds: GroupIds,
  }),
  restrict: v.optional(
    v.strictObject({
      groups: GroupNames,
      groupIds: GroupIds,
      permissions: v.optional(
        v.array(v.object({ id: v.optional(v.string()), key: v.optional(v.string()) })),
        [],
      ),
    }),
    {},
  ),
});
type Body = v.InferOutput<typeof Body>;

/**
 * Sends mail about an issue. It reaches nobody who may not see the issue, nor the caller, and is not sent to nobody.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-notify-post
 * @throws RestError 400 when nobody is left, or who is named is not there.
 */
function notify(call: Call): Answer {
  const { store, caller, index } = call;
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  requireProductAccess(call);
  const { subject, textBody, htmlBody, to, restrict } = parseBody(Body, call.body);
  const senderId = accountOf(store, caller) ?? '';
  const receives = restriction(call, issue, restrict);
  const named = recipients(call, issue, to).filter((accountId) => accountId !== senderId);
  if (named.length === 0) throw badRequest('No recipients were defined for notification.');
  store.mails.push({
    at: index.now(),
    senderId,
    issueId: issue.id,
    subject: subject ?? `${issue.key}: ${issue.summary}`,
    ...(textBody === undefined ? {} : { textBody }),
    ...(htmlBody === undefined ? {} : { htmlBody }),
    to: named.filter((accountId) => maySee(store, { kind: 'user', accountId }, issue) && receives(accountId)),
  });
  return { status: 204 };
}

function recipients(call: Call, issue: Issue, to: Body['to']): string[] {
  if (to.assignee && issue.assigneeId === null) throw badRequest('The issue has no assignee to be notified.');
  const { users } = call.store;
  const unknown = to.users.find(({ accountId }) => !users.has(accountId));
  if (unknown !== undefined) throw badRequest(`The user '${unknown.accountId}' does not exist.`);
  const accountIds = [
    ...(to.reporter ? [issue.reporterId] : []),
    ...(to.assignee && issue.assigneeId !== null ? [issue.assigneeId] : []),
    ...(to.watchers ? issue.watchers : []),
    ...to.users.map(({ accountId }) => accountId),
    ...groupsOf(call, to).flatMap(({ members }) => [...members]),
  ];
  return [...new Set(accountIds)].filter((accountId) => users.get(accountId)?.active !== false);
}

/** @throws RestError 400 for a group that is not there. */
function groupsOf({ store }: Call, { groups, groupIds }: Pick<Body['to'], 'groups' | 'groupIds'>): Group[] {
  const all = [...store.groups.values()];
  return [...groups, ...groupIds.map((groupId) => ({ groupId, name: undefined }))].map(
    ({ name, groupId }) => {
      const found = all.find((group) => group.id === groupId || group.name === name);
      if (found === undefined) throw badRequest(`The group '${groupId ?? name ?? ''}' does not exist.`);
      return found;
    },
  );
}

/** Only members of all the groups who have all the permissions receive it. */
function restriction(call: Call, issue: Issue, restrict: Body['restrict']): (accountId: string) => boolean {
  const groups = groupsOf(call, restrict);
  const keys = restrict.permissions.map(({ id, key }) => {
    const found = permission(call.store, key === 'BROWSE' ? 'BROWSE_PROJECTS' : (key ?? id ?? ''));
    if (found === undefined) throw badRequest(`The permission '${key ?? id ?? ''}' does not exist.`);
    return found.key;
  });
  return (accountId) =>
    groups.every(({ members }) => members.has(accountId)) &&
    keys.every((key) => canOnIssue(call.store, { kind: 'user', accountId }, key, issue));
}

export const notifyOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/notify',
    scopes: ['write:jira-work'],
    handle: notify,
  },
];
