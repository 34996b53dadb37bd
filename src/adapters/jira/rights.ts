import { asUser, getAppContext, route, type APIResponse, type Route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../app/errors';
import type { Clock, ProjectId, Rights } from '../../app/ports';
import { hours, later, minutes, type Instant } from '../../domain/time/instant';
import { answerOf } from './answer';
import { ownModule } from './own-module';

const permissionSchema = v.object({ havePermission: v.boolean() });
const inProjectSchema = v.object({ permissions: v.record(v.string(), permissionSchema) });
const inJiraSchema = v.object({ permissions: v.object({ ADMINISTER: permissionSchema }) });

/** Jira's limit per second is everybody's together: whoever waits for a page had rather wait a little longer. */
const LONGEST_WAIT_SECONDS = 2;

/** Whoever follows a job asks every few seconds. */
const YES_HOLDS = minutes(1);

/** The key of a module in the manifest. */
const MONITOR = 'monitor-service-levels';

/** Jira gets to know a permission when a version of the app with it is installed, which is soon or not today. */
const UNKNOWN_HOLDS = hours(1);

/**
 * Asked of Jira as the person who makes the call.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 */
export function jiraRights(clock: Clock): Rights {
  /** Until when a yes holds, by site, account and what was asked: a warm process may serve several sites. */
  const yeses = new Map<string, Instant>();

  /** Until when Jira is not asked again about a permission of the app that it did not know, by that and the project. */
  const unknown = new Map<string, Instant>();

  async function mayMonitor(project: ProjectId): Promise<boolean> {
    const permission = ownModule(MONITOR);
    const key = `${getAppContext().installationAri.toString()} ${permission} in ${project}`;
    if ((unknown.get(key) ?? 0) <= clock.now()) {
      try {
        return await isPermitted(project, 'ADMINISTER_PROJECTS', permission);
      } catch (error) {
        if (!(error instanceof JiraRefused && error.status === 400)) throw error;
        unknown.set(key, later(clock.now(), UNKNOWN_HOLDS));
      }
    }
    return isPermitted(project, 'ADMINISTER_PROJECTS');
  }

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
    mayMonitor,

    mayAdminister: (account) =>
      remembered(`${account} administers`, async () => {
        const path = route`/rest/api/3/mypermissions?permissions=ADMINISTER`;
        const { permissions } = await answerOf('GET mypermissions', askPatiently(path), inJiraSchema);
        return permissions.ADMINISTER.havePermission;
      }),
  };
}

/** Whether somebody has one of these permissions of projects. */
const isPermitted = (project: ProjectId, ...anyOf: string[]): Promise<boolean> =>
  isPermittedAt(
    route`/rest/api/3/mypermissions?projectId=${project}&permissions=${anyOf.join(',')}`,
    ...anyOf,
  );

/** Of a project or an issue that somebody may not see Jira says that there is none. */
async function isPermittedAt(path: Route, ...anyOf: string[]): Promise<boolean> {
  try {
    const { permissions } = await answerOf('GET mypermissions', askPatiently(path), inProjectSchema);
    return anyOf.some((permission) => permissions[permission]?.havePermission);
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
