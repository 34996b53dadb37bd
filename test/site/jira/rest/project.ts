import { issueTypeJson, projectJson, statusJson, userJson } from '../shapes';
import { ok, requireProject } from './operation';
import type { Answer, Call, Operation } from './operation';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-get */
function getProject(call: Call): Answer {
  const { reader, store } = call;
  const project = requireProject(call, call.params['projectIdOrKey'] ?? '');
  return ok({
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectJson(reader, project),
    description: '',
    lead: userJson(reader, store.user(project.leadId)),
    components: [],
    issueTypes: project.issueTypes.map((type) => issueTypeJson(reader, type)),
    assigneeType: 'UNASSIGNED',
    versions: [],
    roles: Object.fromEntries(
      [...project.roles.keys()].map((role, at) => [
        role,
        `${reader.base}/rest/api/3/project/${project.id}/role/${10_000 + at}`,
      ]),
    ),
    style: 'classic',
    isPrivate: false,
    properties: {},
  });
}

/**
 * The statuses of each issue type; here all types share one workflow.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-statuses-get
 */
function getProjectStatuses(call: Call): Answer {
  const { reader } = call;
  const project = requireProject(call, call.params['projectIdOrKey'] ?? '');
  const statuses = project.statuses.map((status) => statusJson(reader, status));
  return ok(
    project.issueTypes.map(({ id, name }) => ({
      self: `${reader.base}/rest/api/3/issuetype/${id}`,
      id,
      name,
      subtask: false,
      statuses,
    })),
  );
}

const path = '/rest/api/3/project/{projectIdOrKey}';

export const projectOperations: readonly Operation[] = [
  { method: 'GET', path, scopes: ['read:jira-work'], handle: getProject },
  { method: 'GET', path: `${path}/statuses`, scopes: ['read:jira-work'], handle: getProjectStatuses },
];
