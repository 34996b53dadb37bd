import { asUser, route } from '@forge/api';
import * as v from 'valibot';
import type { Readers } from '../../app/ports';
import { answerOf } from './answer';

const myselfSchema = v.object({ locale: v.nullish(v.string()) });

/** Functions are told nothing about the language of whoever calls them: Jira knows it. */
export const jiraReaders: Readers = {
  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get */
  async locale() {
    const response = asUser().requestJira(route`/rest/api/3/myself`);
    return (await answerOf('GET myself', response, myselfSchema)).locale ?? undefined;
  },
};
