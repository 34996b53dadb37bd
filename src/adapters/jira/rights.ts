import { asUser, route } from '@forge/api';
import * as v from 'valibot';
import type { Rights } from '../../app/ports';
import { answerOf } from './answer';

const permissionsSchema = v.object({
  permissions: v.object({ ADMINISTER_PROJECTS: v.object({ havePermission: v.boolean() }) }),
});

/** Asked of Jira as the person who makes the call. */
export const jiraRights: Rights = {
  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get */
  async mayConfigure(project) {
    const response = asUser().requestJira(
      route`/rest/api/3/mypermissions?projectId=${project}&permissions=ADMINISTER_PROJECTS`,
    );
    const { permissions } = await answerOf('GET mypermissions', response, permissionsSchema);
    return permissions.ADMINISTER_PROJECTS.havePermission;
  },
};
