import { asUser, getAppContext, route, type APIResponse, type Route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../app/errors';
import type { Clock, ProjectId, Rights } from '../../app/ports';
import { later, minutes, type Instant } from '../../domain/time/instant';
import { answerOf } from './answer';

const permissionSchema = v.object({ havePermission: v.boolean() });
const inProjectSchema = v.object({ permissions: v.record(v.string(), permissionSchema) });
const inJiraSchema = v.object({ permissions: v.object({ ADMINISTER: permissionSchema }) });

/** Jira's limit per second is everybody's together: whoever waits for a page had rather wait a little longer. */
const LONGEST_WAIT_SECONDS = 2;

/** Whoever follows a job asks every few seconds. */
const YES_HOLDS = minutes(1);

/**
 * Asked of Jira as the person who makes the call.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 */
export function jiraRights(clock: Clock): Rights {
  /** Until when a yes holds, by site, account and what was asked: a warm process may serve several sites. */
  const yeses = new Map<string, Instant>();

  async function remembered(asked: string, ask: () => Promise<boolean>): Promise<boolean> {
    const key = `${getAppContext().installationAri.toString()} ${asked}`;
    const now = clock.now();
    if ((yeses.get(key) ?? now) > now) return true;
    yeses.delete(key);
    const isYes = await ask();
    if (isYes) yeses.set(key, later(now, YES_HOLDS));
    return isYes;
  }

  return {
    mayBrowse: (project, account) =>
      remembered(`${account} browses ${project}`, () => isPermitted(project, 'BROWSE_PROJECTS')),
    mayEdit: (project) => isPermitted(project, 'EDIT_ISSUES'),
    mayComment: (issue) =>
      isPermittedAt(
        route`/rest/api/3/mypermissions?issueId=${issue}&permissions=ADD_COMMENTS`,
        'ADD_COMMENTS',
      ),
    mayConfigure: (project) => isPermitted(project, 'ADMINISTER_PROJECTS'),

    mayAdminister: (account) =>
      remembered(`${account} administers`, async () => {
        const path = route`/rest/api/3/mypermissions?permissions=ADMINISTER`;
        const { permissions } = await answerOf('GET mypermissions', askPatiently(path), inJiraSchema);
        return permissions.ADMINISTER.havePermission;
      }),
  };
}

type ProjectPermission = 'BROWSE_PROJECTS' | 'EDIT_ISSUES' | 'ADMINISTER_PROJECTS';

const isPermitted = (project: ProjectId, permission: ProjectPermission): Promise<boolean> =>
  isPermittedAt(route`/rest/api/3/mypermissions?projectId=${project}&permissions=${permission}`, permission);

/** Of a project or an issue that somebody may not see Jira says that there is none. */
async function isPermittedAt(path: Route, permission: string): Promise<boolean> {
  try {
    const { permissions } = await answerOf('GET mypermissions', askPatiently(path), inProjectSchema);
    return permissions[permission]?.havePermission ?? false;
  } catch (error) {
    if (error instanceof JiraRefused && error.status === 404) return false;
    throw error;
  }
}

/** Once more after a burst of others is over. */
async function askPatiently(path: Route): Promise<APIResponse> {
  const response = await asUser().requestJira(path);
  const seconds = Number(response.headers.get('Retry-After'));
  if (response.status !== 429 || !(seconds > 0) || seconds > LONGEST_WAIT_SECONDS) return response;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return asUser().requestJira(path);
}
