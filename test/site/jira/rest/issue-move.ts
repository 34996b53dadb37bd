import * as v from 'valibot';
import type { Issue, Project } from '../model';
import { moveIssue } from '../moves';
import type { Destination } from '../moves';
import { accountOf, can, canOnIssue, maySee } from '../permissions';
import { badRequest, NotModelled, ok, parseBody, requireProductAccess, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

const mostIssues = 1000;

const Sources = v.strictObject({
  issueIdsOrKeys: v.array(v.string()),
  inferStatusDefaults: v.boolean(),
  // No field of this site is mandatory, and there are no classifications and subtasks.
  inferFieldDefaults: v.boolean(),
  inferClassificationDefaults: v.boolean(),
  inferSubtaskTypeDefault: v.boolean(),
  targetStatus: v.nullish(
    v.array(v.strictObject({ statuses: v.record(v.string(), v.array(v.string())) })),
    [],
  ),
  targetMandatoryFields: v.nullish(v.array(v.unknown()), []),
  targetClassification: v.nullish(v.array(v.unknown()), []),
});
const Body = v.strictObject({
  sendBulkNotification: v.nullish(v.boolean(), true),
  targetToSourcesMapping: v.record(v.string(), Sources),
});

interface Move {
  readonly issue: Issue;
  readonly to: Destination;
}

/**
 * Moves up to 1,000 issues to other projects and types, as a task.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-bulk-operations/#api-rest-api-3-bulk-issues-move-post
 * @throws RestError 400 for a destination that is not there or in which the caller may not create.
 */
function submitMove(call: Call): Answer {
  const { store, caller, tasks } = call;
  requireProductAccess(call);
  const { targetToSourcesMapping } = parseBody(Body, call.body);
  const wanted = Object.entries(targetToSourcesMapping).flatMap(([key, sources]) => {
    const to = destination(call, key, sources);
    return sources.issueIdsOrKeys.map((idOrKey) => ({ issue: store.issue(idOrKey), to }));
  });
  if (wanted.length === 0) throw badRequest('At least one issue must be given.');
  if (wanted.length > mostIssues) throw badRequest(`No more than ${mostIssues} issues can be moved at once.`);
  const moves = wanted.filter(
    (move): move is Move => move.issue !== undefined && maySee(store, caller, move.issue),
  );
  const perform = (): Outcome => {
    const failed: Record<string, string[]> = {};
    const processed: number[] = [];
    for (const { issue, to } of moves) {
      if (!canOnIssue(store, caller, 'MOVE_ISSUES', issue)) {
        failed[issue.id] = ['You do not have permission to move this issue.'];
      } else {
        moveIssue(call, caller, issue, to);
        processed.push(Number(issue.id));
      }
    }
    return { processed, failed, total: wanted.length, invalid: wanted.length - moves.length };
  };
  const submitterId = accountOf(store, caller) ?? '';
  const issueIds = moves.map(({ issue }) => issue.id);
  const task = tasks.submit({ description: 'Move issues', submitterId, issueIds, perform });
  return { status: 201, body: { taskId: task.id } };
}

/** What a task of this resource results in. */
interface Outcome {
  readonly processed: readonly number[];
  readonly failed: Readonly<Record<string, readonly string[]>>;
  readonly total: number;
  readonly invalid: number;
}

const isOutcome = (result: unknown): result is Outcome =>
  typeof result === 'object' && result !== null && 'processed' in result;

/** `ITSD,10100`: project and type. */
function destination(call: Call, key: string, sources: v.InferOutput<typeof Sources>): Destination {
  const [projectRef = '', typeId = '', parent] = key.split(',');
  if (parent !== undefined) throw new NotModelled('A parent of issues that are moved');
  const project: Project | undefined = call.store.project(projectRef);
  if (project === undefined || !can(call.store, call.caller, 'CREATE_ISSUES', project)) {
    throw badRequest(`The project '${projectRef}' does not exist or you cannot create issues in it.`);
  }
  if (!project.issueTypes.some(({ id }) => id === typeId)) {
    throw badRequest(`The issue type '${typeId}' is not valid in the project '${projectRef}'.`);
  }
  const given = sources.targetStatus.flatMap(({ statuses }) => Object.entries(statuses));
  const statuses = new Map(given.flatMap(([to, from]) => from.map((status) => [status, to] as const)));
  const unknown = [...statuses.values()].find((id) => !project.statuses.some((status) => status.id === id));
  if (unknown !== undefined) throw badRequest(`The status '${unknown}' is not in the target's workflow.`);
  if (!sources.inferStatusDefaults)
    requireStatuses(call, sources.issueIdsOrKeys, { project, typeId, statuses });
  return { project, typeId, statuses };
}

/** @throws RestError 400 for a status that the destination does not have and that nothing is said of. */
function requireStatuses({ store }: Call, idsOrKeys: readonly string[], to: Destination): void {
  for (const idOrKey of idsOrKeys) {
    const id = store.issue(idOrKey)?.statusId;
    const isKnown =
      id === undefined || to.statuses.has(id) || to.project.statuses.some((each) => each.id === id);
    if (!isKnown) throw badRequest(`A target status is missing for the status '${id}'.`);
  }
}

/**
 * How far such a task is, for whoever submitted it and for administrators; its times are epoch milliseconds.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-bulk-operations/#api-rest-api-3-bulk-queue-taskid-get
 */
function getProgress(call: Call): Answer {
  const { store, caller, tasks, params } = call;
  requireProductAccess(call);
  const task = tasks.find(params['taskId'] ?? '');
  const isOwn = task?.submitterId === accountOf(store, caller) || can(store, caller, 'ADMINISTER');
  if (task?.description !== 'Move issues' || !isOwn) throw badRequest('The task does not exist.');
  const { result } = task;
  return ok({
    taskId: task.id,
    status: task.status,
    progressPercent: task.status === 'COMPLETE' ? 100 : 0,
    submittedBy: { accountId: task.submitterId },
    created: task.submitted,
    ...(task.started === null ? {} : { started: task.started }),
    updated: task.updated,
    ...(isOutcome(result)
      ? {
          totalIssueCount: result.total,
          processedAccessibleIssues: result.processed,
          failedAccessibleIssues: result.failed,
          invalidOrInaccessibleIssueCount: result.invalid,
        }
      : {}),
  });
}

/** These two tell what is wrong in a form of their own. */
const withOwnErrors =
  (handle: (call: Call) => Answer) =>
  (call: Call): Answer => {
    try {
      return handle(call);
    } catch (error) {
      if (!(error instanceof RestError) || error instanceof NotModelled) throw error;
      return { status: error.status, body: { errors: error.errorMessages.map((message) => ({ message })) } };
    }
  };

const path = '/rest/api/3/bulk';

export const issueMoveOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: `${path}/issues/move`,
    scopes: ['write:jira-work'],
    handle: withOwnErrors(submitMove),
  },
  {
    method: 'GET',
    path: `${path}/queue/{taskId}`,
    scopes: ['read:jira-work'],
    handle: withOwnErrors(getProgress),
  },
];
