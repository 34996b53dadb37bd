import { asUser, getAppContext, route } from '@forge/api';
import * as v from 'valibot';
import type { Clock, Rights } from '../../app/ports';
import { later, minutes, type Instant } from '../../domain/time/instant';
import { answerOf } from './answer';

const permissionSchema = v.object({ havePermission: v.boolean() });
const inProjectSchema = v.object({ permissions: v.object({ ADMINISTER_PROJECTS: permissionSchema }) });
const inJiraSchema = v.object({ permissions: v.object({ ADMINISTER: permissionSchema }) });

/** Whoever follows a job asks every few seconds. */
const YES_HOLDS = minutes(1);

/**
 * Asked of Jira as the person who makes the call.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 */
export function jiraRights(clock: Clock): Rights {
  /** Until when a yes holds, by site and account: a warm process may serve several sites. */
  const administrators = new Map<string, Instant>();
  return {
    async mayConfigure(project) {
      const response = asUser().requestJira(
        route`/rest/api/3/mypermissions?projectId=${project}&permissions=ADMINISTER_PROJECTS`,
      );
      const { permissions } = await answerOf('GET mypermissions', response, inProjectSchema);
      return permissions.ADMINISTER_PROJECTS.havePermission;
    },

    async mayAdminister(account) {
      const key = `${getAppContext().installationAri.toString()} ${account}`;
      const now = clock.now();
      if ((administrators.get(key) ?? now) > now) return true;
      administrators.delete(key);
      const response = asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
      const { permissions } = await answerOf('GET mypermissions', response, inJiraSchema);
      const { havePermission } = permissions.ADMINISTER;
      if (havePermission) administrators.set(key, later(now, YES_HOLDS));
      return havePermission;
    },
  };
}
