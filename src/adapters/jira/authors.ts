import type { Author, FieldValue } from '../../domain/timer/history';
import type { Instant } from '../../domain/time/instant';
import { valueAt, type FieldTrace } from './field-trace';
import type { Comment } from './schemas';

/** Who plays which part on an issue. */
export interface People {
  readonly reporter: FieldTrace;
  readonly assignee: FieldTrace;
  /** Undefined where the site has no request participants. */
  readonly participants: FieldTrace | undefined;
  /** The request's participants now. */
  readonly participantsNow: FieldValue;
}

/**
 * Who wrote each comment. An agent is somebody with an Atlassian account who at that instant is neither the reporter nor a
 * participant of the request (engine rule 9): Jira Service Management itself treats such people as customers.
 *
 * Nobody has published how Jira writes changes of participants into the changelog. Where its entries lead to the
 * participants of now, they are followed; where they do not, the participants of now count for all time.
 *
 * Accounts of apps, Automation for Jira among them, are automation. Of accounts that Jira no longer knows the type of
 * (deleted, or lost in an import) those are taken for staff who were once assigned the issue or wrote an internal note,
 * which no customer can; so a reply stays a reply when its author's account is erased. All others, and those who
 * comment without an account, are customers: what is not known to be an agent's reply is none.
 */
export function authorsOf(people: People, comments: readonly Comment[]): (comment: Comment) => Author {
  const { reporter, assignee, participants, participantsNow } = people;
  const staff = new Set([
    ...assignee.atCreation,
    ...assignee.changes.flatMap(({ change }) => change.to),
    ...comments.filter(({ jsdPublic }) => jsdPublic === false).map(({ author }) => author?.accountId),
  ]);
  const isCustomerAt = (accountId: string, at: Instant): boolean =>
    valueAt(reporter, at).includes(accountId) ||
    (participants?.closes ? valueAt(participants, at) : participantsNow).includes(accountId);

  return ({ author, created }) => {
    const { accountId, accountType } = author ?? {};
    if (accountType === 'app') return 'automation';
    if (!accountId || accountType === 'customer') return 'customer';
    if (accountType !== 'atlassian' && !staff.has(accountId)) return 'customer';
    return isCustomerAt(accountId, created) ? 'customer' : 'agent';
  };
}

/**
 * Whether the customer can see a comment: not an internal note, and not one that is kept to a role or a group, which no
 * customer is in.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/ `jsdPublic`, `visibility`
 */
export function isPublic({ jsdPublic, properties, visibility }: Comment): boolean {
  if (visibility !== null && visibility !== undefined) return false;
  if (typeof jsdPublic === 'boolean') return jsdPublic;
  const mark = properties?.find(({ key }) => key === 'sd.public.comment')?.value;
  return !(typeof mark === 'object' && mark !== null && 'internal' in mark && mark.internal === true);
}
