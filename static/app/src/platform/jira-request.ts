import { requestJira } from '@forge/bridge';
import * as v from 'valibot';

/**
 * What Jira answers the person who looks at the page.
 *
 * @param body sent as a POST where there is one.
 * @throws Error when Jira does not let them see it, does not answer, or answers something else.
 */
export async function askJira<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  body?: object,
): Promise<v.InferOutput<Schema>> {
  const response = await requestJira(
    path,
    body && {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    },
  );
  if (!response.ok) throw new Error(`Jira answered ${response.status}`);
  return v.parse(schema, await response.json());
}
