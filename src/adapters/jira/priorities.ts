import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import type { Priorities } from '../../app/ports';
import { answerOf } from './answer';

export const jiraPriorities: Priorities = {
  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-put */
  async set(issue, { id }) {
    const response = asApp().requestJira(route`/rest/api/3/issue/${issue}`, {
      method: 'PUT',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({ fields: { priority: { id } } }),
    });
    await answerOf('PUT issue', response, v.unknown());
  },
};
