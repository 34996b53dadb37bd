import { asApp, route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../app/errors';
import type { Ratings } from '../../app/ports';
import { MOST_STARS } from '../../domain/satisfaction/ratings';
import { answerOf } from './answer';

/** Of other kinds of feedback than stars nothing is told. */
const feedbackSchema = v.object({
  rating: v.fallback(v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_STARS))), null),
});

/** Nobody rated it, it is no request, or it is not for the app to see: Jira does not promise which answer means which. */
const NONE = [400, 403, 404];

export const jiraRatings: Ratings = {
  /** @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/#api-rest-servicedeskapi-request-requestidorkey-feedback-get */
  async of(issue) {
    const request = asApp().requestJira(route`/rest/servicedeskapi/request/${issue}/feedback`);
    try {
      return (await answerOf('GET request/feedback', request, feedbackSchema)).rating ?? undefined;
    } catch (error) {
      if (error instanceof JiraRefused && NONE.includes(error.status ?? 0)) return undefined;
      throw error;
    }
  },
};
