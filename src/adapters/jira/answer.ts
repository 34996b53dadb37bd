import type { APIResponse } from '@forge/api';
import * as v from 'valibot';
import { JiraUnavailable } from '../../app/errors';

/**
 * Reads Jira's answer to `operation` (named for the log, such as `POST issue/bulkfetch`).
 *
 * @throws JiraUnavailable when Jira is down, asks to be left alone, refuses the app, or answers in an unknown shape.
 */
export async function answerOf<Schema extends v.GenericSchema>(
  operation: string,
  response: APIResponse,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('Retry-After'));
    throw new JiraUnavailable(`${operation}: ${response.status}`, retryAfter > 0 ? retryAfter : undefined);
  }
  const body: unknown = await response.json();
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const at = v.getDotPath(issue) ?? 'the whole';
    throw new JiraUnavailable(
      `${operation}: unexpected answer, ${at}: ${issue.expected ?? issue.type}`,
      undefined,
    );
  }
  return parsed.output;
}
