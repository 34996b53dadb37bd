import { asUser, route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../app/errors';
import {
  dispensable,
  type Dispensable,
  type IssueMade,
  type IssueWanted,
  type NewIssues,
} from '../../app/ports';
import { jiraIdSchema } from '../../contract/primitives';
import { placeOf, responseOf } from './answer';
import { paragraphs } from './paragraphs';
import { refusalIn, refusalText, type Refusal } from './refusal';

const madeSchema = v.object({ id: jiraIdSchema, key: v.string() });

export const jiraNewIssues: NewIssues = {
  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post */
  async create(wanted) {
    const first = await attempt(wanted, []);
    const leftOut = 'refusal' in first ? notTaken(first.refusal) : [];
    // A screen without a due date is no reason to have no issue.
    const made = leftOut.length > 0 ? await attempt(wanted, leftOut) : first;
    if (!('refusal' in made)) return { ...made, leftOut };
    return { refused: refusalText(made.refusal) };
  },
};

/** What Jira would do without, where it has nothing else against the issue. */
function notTaken({ errorMessages, errors }: Refusal): readonly Dispensable[] {
  const named = dispensable.filter((field) => field in errors);
  return errorMessages.length === 0 && named.length === Object.keys(errors).length ? named : [];
}

async function attempt(
  { project, issueType, summary, description, assignee, due }: IssueWanted,
  leftOut: readonly Dispensable[],
): Promise<Omit<Extract<IssueMade, { id: string }>, 'leftOut'> | { readonly refusal: Refusal }> {
  const optional = {
    ...(description && { description: paragraphs(description) }),
    assignee: { accountId: assignee },
    duedate: due,
  };
  const taken = Object.entries(optional).filter(([field]) => !(leftOut as readonly string[]).includes(field));
  const fields = {
    project: { id: project },
    issuetype: { id: issueType },
    summary,
    ...Object.fromEntries(taken),
  };
  const request = asUser().requestJira(route`/rest/api/3/issue`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ fields }),
  });
  const response = await responseOf('POST issue', request);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const refusal = refusalIn(body);
    if (!refusal) throw new JiraRefused(`POST issue: ${response.status}`, response.status);
    return { refusal };
  }
  const made = v.safeParse(madeSchema, body);
  if (!made.success) throw new JiraRefused(`POST issue: unexpected answer at ${placeOf(made.issues[0])}`);
  return made.output;
}
