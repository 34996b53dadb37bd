import { asApp, route, type APIResponse } from '@forge/api';
import * as v from 'valibot';
import { JiraUnavailable } from '../../app/errors';
import type { Log, Publication, PublishedFields, Publisher, TaskId } from '../../app/ports';
import { PROPERTY_KEY, propertyOf, writtenInstant } from '../../contract/published-property';
import { answerOf, responseOf } from './answer';
import { siteFields, type OwnFields } from './site-fields';

const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };

/** What a halving of refused updates may ask at most; what is refused beyond that is left. */
const MOST_REQUESTS = 20;
/** Another task that writes properties of the same issues takes some seconds. */
const BUSY_SECONDS = 10;

export function jiraPublisher(log: Log): Publisher {
  return {
    async write(publications) {
      const { own } = await siteFields();
      const writing = new Writing();
      if (own) await writing.fields(publications, own);
      const task = await writing.properties(publications);
      for (const [status, count] of writing.refused) log.warn('not published', { status, count });
      return { task, points: writing.requests };
    },

    /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-tasks/#api-rest-api-3-task-taskid-get */
    async failed(task, issues) {
      const response = await responseOf('GET task', asApp().requestJira(route`/rest/api/3/task/${task}`));
      if (response.status === 404) return [];
      const { status, result } = await answerOf('GET task', Promise.resolve(response), taskSchema);
      if (UNDER_WAY.has(status)) throw new JiraUnavailable(`GET task: ${status}`, undefined);
      return status === 'COMPLETE' ? issues.filter((issue) => issue in (result?.errors ?? {})) : [...issues];
    },
  };
}

const UNDER_WAY: ReadonlySet<string> = new Set(['ENQUEUED', 'RUNNING', 'CANCEL_REQUESTED']);

const taskSchema = v.object({
  status: v.string(),
  /** Of any form, says the documentation; what of it names issues that could not be written. */
  result: v.fallback(v.nullish(v.object({ errors: v.nullish(v.record(v.string(), v.unknown())) })), null),
});

/** One writing of several publications: how many requests it took, and what Jira refused, by status. */
class Writing {
  requests = 0;
  readonly refused = new Map<number, number>();

  /**
   * All or none of a request's values are taken. So where one of several issues is the reason for a refusal, such as one
   * that was deleted just now, the others are found by halving.
   * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-values--apps-/#api-rest-api-3-app-field-value-post
   */
  async fields(publications: readonly Publication[], own: OwnFields): Promise<void> {
    const changed = publications.filter(({ fields }) => Object.keys(fields).length > 0);
    if (changed.length === 0) return;
    const { status, ok } = await this.ask(
      'POST app/field/value',
      asApp().requestJira(route`/rest/api/3/app/field/value?generateChangelog=false`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ updates: updatesOf(changed, own) }),
      }),
    );
    if (ok) return;
    if (status !== 400 || changed.length === 1 || this.requests >= MOST_REQUESTS) {
      return this.refuse(status, changed.length);
    }
    const half = Math.ceil(changed.length / 2);
    await this.fields(changed.slice(0, half), own);
    await this.fields(changed.slice(half), own);
  }

  /** @returns the task that will write those of several issues. */
  async properties(publications: readonly Publication[]): Promise<TaskId | undefined> {
    const values = publications.flatMap(({ issue, property }) =>
      property ? [{ issue, value: propertyOf(property) }] : [],
    );
    const [first, second] = values;
    if (!first) return undefined;
    if (!second) {
      const { ok, status } = await this.ask('PUT issue/properties', putProperty(first));
      if (!ok) this.refuse(status, 1);
      return undefined;
    }
    const response = await this.ask('POST issue/properties/multi', postProperties(values));
    if (response.status === 409) throw new JiraUnavailable('POST issue/properties/multi: 409', BUSY_SECONDS);
    if (response.status >= 400) this.refuse(response.status, values.length);
    return response.status >= 400 ? undefined : taskOf(response);
  }

  private ask(operation: string, request: Promise<APIResponse>): Promise<APIResponse> {
    this.requests += 1;
    return responseOf(operation, request);
  }

  private refuse(status: number, issues: number): void {
    this.refused.set(status, (this.refused.get(status) ?? 0) + issues);
  }
}

interface Update {
  readonly customField: string;
  readonly issueIds: number[];
  readonly value: string | null;
}

/** Issues that get the same value in the same field share an update. */
function updatesOf(publications: readonly Publication[], own: OwnFields): Update[] {
  const updates = new Map<string, Update>();
  const add = (issue: string, customField: string, value: string | null | undefined): void => {
    if (value === undefined) return;
    const key = JSON.stringify([customField, value]);
    const update = updates.get(key) ?? { customField, issueIds: [], value };
    update.issueIds.push(Number(issue));
    updates.set(key, update);
  };
  for (const { issue, fields } of publications) {
    const { due, state, agreement }: Partial<PublishedFields> = fields;
    add(issue, own.due, typeof due === 'number' ? writtenInstant(due) : due);
    add(issue, own.state, state);
    add(issue, own.agreement, agreement);
  }
  return [...updates.values()];
}

interface Property {
  readonly issue: string;
  readonly value: unknown;
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-issueidorkey-properties-propertykey-put */
function putProperty({ issue, value }: Property): Promise<APIResponse> {
  return asApp().requestJira(route`/rest/api/3/issue/${issue}/properties/${PROPERTY_KEY}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(value),
  });
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-properties-multi-post */
function postProperties(values: readonly Property[]): Promise<APIResponse> {
  const issues = values.map(({ issue, value }) => ({
    issueID: Number(issue),
    properties: { [PROPERTY_KEY]: value },
  }));
  return asApp().requestJira(route`/rest/api/3/issue/properties/multi`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ issues }),
    redirect: 'manual',
  });
}

/** From where the answer leads; or from the task itself, where somebody on the way has gone there. */
async function taskOf(response: APIResponse): Promise<TaskId | undefined> {
  const [, named] = /\/task\/(\d+)/.exec(response.headers.get('Location') ?? '') ?? [];
  if (named !== undefined) return named;
  const body: unknown = await response.json().catch(() => undefined);
  const task = v.safeParse(v.object({ id: v.string() }), body);
  return task.success ? task.output.id : undefined;
}
