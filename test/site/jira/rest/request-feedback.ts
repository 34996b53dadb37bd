import { maySeeRequest } from '../portal';
import { ok, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

/** @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/#api-rest-servicedeskapi-request-requestidorkey-feedback-get */
function getFeedback({ store, caller, params }: Call): Answer {
  if (caller.kind === 'anonymous') {
    throw new RestError(401, ['Client must be authenticated to access this resource.']);
  }
  const issue = store.issue(params['requestIdOrKey'] ?? '');
  if (issue === undefined || !maySeeRequest(store, caller, issue)) {
    throw new RestError(404, ['The request does not exist or you do not have permission to see it.']);
  }
  if (issue.feedback === undefined) throw new RestError(404, ['The request has no feedback.']);
  const { rating, comment } = issue.feedback;
  return ok({ type: 'csat', rating, comment: { body: comment } });
}

export const requestFeedbackOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/rest/servicedeskapi/request/{requestIdOrKey}/feedback',
    scopes: ['read:servicedesk-request'],
    handle: getFeedback,
  },
];
