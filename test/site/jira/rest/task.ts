import type { Task } from '../model';
import { accountOf, can } from '../permissions';
import { isOver } from '../tasks';
import { ok, RestError, requireProductAccess } from './operation';
import type { Answer, Call, Operation } from './operation';

/** The answer to what Jira does later: it leads to the task. */
export function taskAnswer({ reader }: Call, task: Task): Answer {
  return { status: 303, location: `${reader.base}/rest/api/3/task/${task.id}` };
}

/** @throws RestError 404 for a task that is not there, 403 for one of somebody else. */
function requireTask(call: Call): Task {
  requireProductAccess(call);
  const { tasks, store, caller, params } = call;
  const task = tasks.find(params['taskId'] ?? '');
  if (task === undefined) throw new RestError(404, ['The task could not be found.']);
  if (task.submitterId !== accountOf(store, caller) && !can(store, caller, 'ADMINISTER')) {
    throw new RestError(403, ['You do not have permission to see this task.']);
  }
  return task;
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-tasks/#api-rest-api-3-task-taskid-get */
function getTask(call: Call): Answer {
  const task = requireTask(call);
  const { id, description, status, submitted, started, finished, updated, submitterId, result } = task;
  return ok({
    self: `${call.reader.base}/rest/api/3/task/${id}`,
    id,
    description,
    status,
    ...(result === undefined ? {} : { result }),
    // Jira gives a number that it has for the account and shows nowhere else.
    submittedBy: 10_000 + [...call.store.users.keys()].indexOf(submitterId),
    progress: isOver(task) ? 100 : 0,
    elapsedRuntime: call.tasks.runtime(task),
    submitted,
    ...(started === null ? {} : { started }),
    ...(finished === null ? {} : { finished }),
    lastUpdate: updated,
  });
}

/**
 * Answers 202 and ends the task at its next step. Refusals here are a bare list of messages.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-tasks/#api-rest-api-3-task-taskid-cancel-post
 */
function cancelTask(call: Call): Answer {
  try {
    const task = requireTask(call);
    if (!call.tasks.cancel(task)) throw new RestError(400, ['The task is over and cannot be cancelled.']);
    return { status: 202 };
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return { status: error.status, body: error.errorMessages };
  }
}

const path = '/rest/api/3/task/{taskId}';

export const taskOperations: readonly Operation[] = [
  { method: 'GET', path, scopes: ['read:jira-work'], handle: getTask },
  { method: 'POST', path: `${path}/cancel`, scopes: ['write:jira-work'], handle: cancelTask },
];
