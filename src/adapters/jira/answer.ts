import { NeedsAuthenticationError, type APIResponse } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused, JiraUnavailable } from '../../app/errors';

/**
 * Reads Jira's answer to `operation` (named for the log, such as `POST issue/bulkfetch`).
 *
 * @throws JiraUnavailable when Jira does not answer, is down or asks to be left alone.
 * @throws JiraRefused when Jira refuses the request, or answers in an unknown shape: asking again would not help.
 * @throws NeedsAuthenticationError when the person must first let the app act for them; the platform asks them.
 */
export async function answerOf<Schema extends v.GenericSchema>(
  operation: string,
  request: Promise<APIResponse>,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const response = await request.catch((error: unknown) => {
    if (error instanceof NeedsAuthenticationError) throw error;
    throw new JiraUnavailable(`${operation}: no answer`, undefined);
  });
  if (response.status === 429 || response.status >= 500) {
    const retryAfter = Number(response.headers.get('Retry-After'));
    throw new JiraUnavailable(`${operation}: ${response.status}`, retryAfter > 0 ? retryAfter : undefined);
  }
  if (!response.ok) throw new JiraRefused(`${operation}: ${response.status}`);
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = v.safeParse(schema, body);
  if (!parsed.success)
    throw new JiraRefused(`${operation}: unexpected answer at ${placeOf(parsed.issues[0])}`);
  return parsed.output;
}

/** Where an answer is not as expected; never what stands there, which somebody wrote. */
export const placeOf = (issue: v.BaseIssue<unknown>): string => v.getDotPath(issue) ?? 'the whole';
