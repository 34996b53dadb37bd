import * as v from 'valibot';
import type { Issue, Transition } from '../model';
import { canOnIssue } from '../permissions';
import { statusJson } from '../shapes';
import { notOnScreen } from './issue-fields-input';
import { Update } from './issue-update';
import { badRequest, expansions, NotModelled, ok, parseBody, requireIssue } from './operation';
import type { Answer, Call, Operation } from './operation';

/** What the workflow offers in the issue's status; nothing to those who may not move it. */
function available({ store, caller }: Call, issue: Issue): Transition[] {
  if (!canOnIssue(store, caller, 'TRANSITION_ISSUES', issue)) return [];
  return store.projectOf(issue).transitions.filter(({ from }) => from.includes(issue.statusId));
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-get */
function getTransitions(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  expansions(call, [], ['transitions.fields']);
  const wanted = call.query.get('transitionId');
  const transitions = available(call, issue).filter(({ id }) => wanted === null || id === wanted);
  return ok({
    expand: 'transitions',
    transitions: transitions.map(({ id, name, to }) => ({
      id,
      name,
      to: statusJson(call.reader, call.store.status(to)),
      hasScreen: false,
      isGlobal: false,
      isInitial: false,
      isAvailable: true,
      isConditional: false,
      looped: false,
    })),
  });
}

const Body = v.strictObject({
  transition: v.optional(v.looseObject({ id: v.string() })),
  fields: v.optional(v.record(v.string(), v.unknown()), {}),
  update: Update,
});

/**
 * Moves the issue. No transition of this site has a screen, so none takes fields.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-post
 * @throws RestError 400 for a transition that the status or the caller's rights do not offer.
 */
function doTransition(call: Call): Answer {
  const issue = requireIssue(call, call.params['issueIdOrKey'] ?? '');
  const { transition, fields, update } = parseBody(Body, call.body);
  if (Object.keys(update).length > 0) throw new NotModelled("'update' of a transition");
  if (transition === undefined) throw badRequest("Missing 'transition' identifier");
  const chosen = available(call, issue).find(({ id }) => id === transition.id);
  if (chosen === undefined) throw badRequest(`Transition id '${transition.id}' is not valid for this issue.`);
  const [field] = Object.keys(fields);
  if (field !== undefined) throw notOnScreen(field);
  call.changes.change(call.caller, issue, { transition: chosen });
  return { status: 204 };
}

const path = '/rest/api/3/issue/{issueIdOrKey}/transitions';

export const transitionOperations: readonly Operation[] = [
  { method: 'GET', path, scopes: ['read:jira-work'], handle: getTransitions },
  { method: 'POST', path, scopes: ['write:jira-work'], handle: doTransition },
];
