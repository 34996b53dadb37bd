import { dashboardFor } from '../dashboards';
import type { Dashboard, Issue, IssueComment } from '../model';
import { accountOf, can, maySee } from '../permissions';
import { mayChange } from './comment';
import { plainOwner, propertyOperations } from './entity-properties';
import type { PropertyOwner } from './entity-properties';
import {
  badRequest,
  requireIssue,
  requirePermission,
  requireProductAccess,
  requireProject,
  RestError,
} from './operation';
import type { Call, Operation } from './operation';

const work = { read: ['read:jira-work'], write: ['write:jira-work'] };

/**
 * Properties of an issue are in no history and leave `updated` alone; whoever may edit the issue may write them.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/
 */
const ofIssues = propertyOperations(
  '/rest/api/3/issue/{issueIdOrKey}/properties',
  {
    read: (call) => issueOwner(call, requireIssue(call, call.params['issueIdOrKey'] ?? '')),
    write(call) {
      const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
      const refusal = new RestError(403, ['You do not have permission to edit this issue.']);
      requirePermission(call, 'EDIT_ISSUES', issue, refusal);
      return issueOwner(call, issue);
    },
  },
  work,
);

function issueOwner({ reader, store }: Call, issue: Issue): PropertyOwner {
  return {
    properties: issue.properties,
    self: `${reader.base}/rest/api/3/issue/${issue.id}/properties`,
    set(key, value) {
      issue.properties.set(key, value);
      store.changed(issue);
    },
    delete(key) {
      issue.properties.delete(key);
      store.changed(issue);
    },
  };
}

/**
 * `sd.public.comment` decides who sees the comment; the others are the apps' own.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comment-properties/
 */
const ofComments = propertyOperations(
  '/rest/api/3/comment/{commentId}/properties',
  {
    read: (call) => commentOwner(call, requireComment(call)),
    write(call) {
      const found = requireComment(call);
      const { issue, comment } = found;
      if (!mayChange(call, issue, comment, 'EDIT')) {
        throw new RestError(403, ['You do not have permission to edit this comment.']);
      }
      return commentOwner(call, found);
    },
  },
  work,
);

interface FoundComment {
  readonly issue: Issue;
  readonly comment: IssueComment;
}

function requireComment({ store, caller, params }: Call): FoundComment {
  const id = params['commentId'] ?? '';
  if (!/^\d+$/.test(id)) throw badRequest(`'${id}' is not a valid comment ID.`);
  const found = store.comment(id);
  if (found === undefined || !maySee(store, caller, found.issue)) {
    throw new RestError(404, [`Can not find a comment for the id: ${id}.`]);
  }
  return found;
}

function commentOwner({ reader, changes, store }: Call, { issue, comment }: FoundComment): PropertyOwner {
  const set = (key: string, value: unknown): void => {
    changes.setCommentProperty(comment, key, value);
    store.changed(issue);
  };
  return {
    properties: comment.properties,
    self: `${reader.base}/rest/api/3/comment/${comment.id}/properties`,
    set,
    delete: (key) => set(key, undefined),
  };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-properties/ */
const ofProjects = propertyOperations(
  '/rest/api/3/project/{projectIdOrKey}/properties',
  {
    read: projectOwner,
    write(call) {
      const owner = projectOwner(call);
      const project = requireProject(call, call.params['projectIdOrKey'] ?? '');
      const { store, caller } = call;
      if (!can(store, caller, 'ADMINISTER_PROJECTS', project) && !can(store, caller, 'ADMINISTER')) {
        throw new RestError(403, ['You do not have permission to administer this project.']);
      }
      return owner;
    },
  },
  { read: ['read:jira-work'], write: ['manage:jira-project'] },
);

function projectOwner(call: Call): PropertyOwner {
  const { id } = requireProject(call, call.params['projectIdOrKey'] ?? '');
  const self = `${call.reader.base}/rest/api/3/project/${id}/properties`;
  return plainOwner(call.store.propertiesOf('project', id), self);
}

/**
 * Of oneself, or of anybody for Jira administrators.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-properties/
 */
const ofUsers = propertyOperations(
  '/rest/api/3/user/properties',
  { read: userOwner, write: userOwner },
  { read: ['read:jira-user'], write: ['write:jira-work'] },
);

function userOwner(call: Call): PropertyOwner {
  requireProductAccess(call);
  const { store, caller, query, reader } = call;
  const accountId = query.get('accountId');
  if (accountId === null) throw badRequest("The query parameter 'accountId' is required.");
  if (accountId !== accountOf(store, caller) && !can(store, caller, 'ADMINISTER')) {
    throw new RestError(403, ['You can only access your own user properties.']);
  }
  if (!store.users.has(accountId)) throw new RestError(404, ['The user does not exist.']);
  const self = `${reader.base}/rest/api/3/user/properties?accountId=${encodeURIComponent(accountId)}`;
  return plainOwner(store.propertiesOf('user', accountId), self);
}

/**
 * Of a gadget on a dashboard: read by whoever sees the dashboard, written by its owner.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-dashboards/
 */
const ofDashboardItems = propertyOperations(
  '/rest/api/3/dashboard/{dashboardId}/items/{itemId}/properties',
  {
    read: (call) => itemOwner(call, requireItem(call)),
    write(call) {
      const dashboard = requireItem(call);
      if (accountOf(call.store, call.caller) !== dashboard.ownerId) {
        throw new RestError(403, ['You are not the owner of this dashboard.']);
      }
      return itemOwner(call, dashboard);
    },
  },
  work,
);

function requireItem({ store, caller, params }: Call): Dashboard {
  const dashboard = dashboardFor(store, caller, params['dashboardId'] ?? '');
  if (!dashboard?.gadgets.some(({ id }) => id === params['itemId'])) {
    throw new RestError(404, ['The dashboard item could not be found.']);
  }
  return dashboard;
}

function itemOwner({ store, reader, params }: Call, { id }: Dashboard): PropertyOwner {
  const itemId = params['itemId'] ?? '';
  const self = `${reader.base}/rest/api/3/dashboard/${id}/items/${itemId}/properties`;
  return plainOwner(store.propertiesOf('dashboard item', `${id}/${itemId}`), self);
}

export const propertyOwnerOperations: readonly Operation[] = [
  ...ofIssues,
  ...ofComments,
  ...ofProjects,
  ...ofUsers,
  ...ofDashboardItems,
];
