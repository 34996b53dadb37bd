import { NeedsAuthenticationError, type APIResponse } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused, JiraUnavailable, QuotaUsedUp } from '../../app/errors';
import { count } from '../counted';
import { objectPoints } from './points';
import { noteQuota } from './quota';

/**
 * `jira-quota-global-based` and `jira-quota-tenant-based`; the others, such as `jira-burst-based`, pass within seconds.
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (February 2026)
 */
const QUOTA = /quota/;

/**
 * Reads Jira's answer to `operation` (named for the log, such as `POST issue/bulkfetch`).
 *
 * @throws QuotaUsedUp, a JiraUnavailable, when Jira says that what it grants the app in an hour is used up.
 * @throws JiraUnavailable when Jira does not answer, is down or asks to be left alone.
 * @throws JiraRefused when Jira refuses the request, or answers in an unknown shape: asking again would not help.
 * @throws NeedsAuthenticationError when the person must first let the app act for them; the platform asks them.
 */
export async function answerOf<Schema extends v.GenericSchema>(
  operation: string,
  request: Promise<APIResponse>,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const response = await responseOf(operation, request);
  if (!response.ok) throw new JiraRefused(`${operation}: ${response.status}`, response.status);
  const body: unknown = await response.json().catch(() => undefined);
  count('points', objectPoints(operation, body));
  const parsed = v.safeParse(schema, body);
  if (!parsed.success)
    throw new JiraRefused(`${operation}: unexpected answer at ${placeOf(parsed.issues[0])}`);
  return parsed.output;
}

/** Jira's answer as it comes, be it a refusal. @throws JiraUnavailable, NeedsAuthenticationError as {@link answerOf} */
export async function responseOf(operation: string, request: Promise<APIResponse>): Promise<APIResponse> {
  const response = await request.catch((error: unknown) => {
    if (error instanceof NeedsAuthenticationError) throw error;
    throw new JiraUnavailable(`${operation}: no answer`, undefined);
  });
  noteQuota(response);
  count('requests', 1);
  // What is refused for being one too many costs no points.
  if (response.status !== 429) count('points', 1);
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('Retry-After'));
    const [message, retryAfter] = [`${operation}: ${response.status}`, seconds > 0 ? seconds : undefined];
    const reason = response.headers.get('RateLimit-Reason') ?? '';
    if (response.status === 429 && QUOTA.test(reason)) throw new QuotaUsedUp(message, retryAfter, reason);
    throw new JiraUnavailable(message, retryAfter);
  }
  return response;
}

/** Where an answer is not as expected; never what stands there, which somebody wrote. */
export const placeOf = (issue: v.BaseIssue<unknown>): string => v.getDotPath(issue) ?? 'the whole';
