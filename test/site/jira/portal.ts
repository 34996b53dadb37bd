import type { Caller } from '../seams';
import { adfOf } from './adf';
import type { Changes } from './changes';
import type { Feedback, Issue, Portal, RequestType } from './model';
import { accountOf, maySee } from './permissions';
import type { Store } from './store';

/**
 * Whether the caller may see an issue on the portal: customers those that they reported, staff those that they may see
 * in Jira. A security level hides an issue from its reporter too, unless he is a member.
 */
export function maySeeRequest(store: Store, caller: Caller, issue: Issue): boolean {
  if (portalOf(store, issue) === undefined) return false;
  if (maySee(store, caller, issue)) return true;
  const account = accountOf(store, caller);
  if (account === null || account !== issue.reporterId) return false;
  const levels = store.projectOf(issue).securityLevels;
  const level = levels.find(({ id }) => id === issue.securityLevelId);
  return issue.securityLevelId === null || level?.members.has(account) === true;
}

/** What the caller has asked for himself, youngest first. */
export function requestsOf(store: Store, caller: Caller): readonly Issue[] {
  const account = accountOf(store, caller);
  return [...store.issues.values()]
    .filter((issue) => issue.reporterId === account && maySeeRequest(store, caller, issue))
    .sort((a, b) => b.created - a.created || Number(b.id) - Number(a.id));
}

export function portalOf(store: Store, issue: Issue): Portal | undefined {
  return [...store.portals.values()].find(({ projectId }) => projectId === issue.projectId);
}

/** Issues hold no request type here: it is the one that makes issues of their type, else the portal's first. */
export function requestTypeOf(portal: Portal, issue: Issue): RequestType | undefined {
  const { requestTypes } = portal;
  return requestTypes.find(({ issueTypeId }) => issueTypeId === issue.typeId) ?? requestTypes[0];
}

/** Whoever reported a request rates it once it is resolved, and may think better of it. */
export function mayRate(store: Store, caller: Caller, issue: Issue): boolean {
  return issue.resolutionId !== null && issue.reporterId === accountOf(store, caller);
}

/** Nothing tells of it, and the issue does not count as updated. */
export function rate(store: Store, issue: Issue, feedback: Feedback): void {
  issue.feedback = feedback;
  store.changed(issue);
}

export interface RequestDraft {
  readonly summary: string;
  readonly description: string;
}

/** A customer needs no permission of Jira's to raise a request. It starts with the site's default priority. */
export function raiseRequest(
  { store, changes }: { readonly store: Store; readonly changes: Changes },
  caller: Caller & { readonly kind: 'user' },
  [portal, type]: readonly [Portal, RequestType],
  draft: RequestDraft,
): Issue {
  const project = store.project(portal.projectId);
  const priority = [...store.priorities.values()].find(({ isDefault }) => isDefault);
  if (project === undefined || priority === undefined) throw new Error(`Portal ${portal.id} is not set up.`);
  return changes.create(caller, project, {
    summary: draft.summary,
    description: draft.description === '' ? null : adfOf(draft.description),
    typeId: type.issueTypeId,
    priorityId: priority.id,
    reporterId: caller.accountId,
  });
}
