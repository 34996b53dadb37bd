import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { markIssue, markIssues } from '../app/mark-issue';
import type { Ports, ProjectState } from '../app/ports';
import { instantSchema, jiraIdSchema as id } from '../contract/primitives';
import { describe } from './failure';
import { tryAgain } from './try-again';

/** Of an event only the issue and its project are used: payloads are hints, never facts (design §3.1). */
const issueEventSchema = v.object({
  eventType: v.string(),
  issue: v.object({ id, fields: v.object({ project: v.object({ id }) }) }),
});

export function onIssueEventOf(ports: Ports) {
  return trigger(ports, 'event without an issue', issueEventSchema, async ({ eventType, issue }, tries) => {
    const mark = { issue: issue.id, project: issue.fields.project.id };
    if (eventType === 'avi:jira:deleted:issue') await ports.timers.forget(issue.id, ports.clock.now());
    // The mark of a try before may stand there without anybody having been woken.
    else if (tries > 0) await markIssues(ports, [mark]);
    else await markIssue(ports, mark.issue, mark.project, 'event');
  });
}

/** Of the issues in a project that is archived or deleted Jira tells nothing more. */
const stateAfter = {
  'avi:jira:archived:project': 'archived',
  'avi:jira:softdeleted:project': 'deleted',
  'avi:jira:deleted:project': 'deleted',
  'avi:jira:unarchived:project': 'live',
  'avi:jira:restored:project': 'live',
} as const satisfies Readonly<Record<string, ProjectState>>;

const projectEventSchema = v.object({
  eventType: v.picklist(Object.keys(stateAfter) as (keyof typeof stateAfter)[]),
  project: v.object({ id }),
  timestamp: v.pipe(v.unknown(), v.transform(Number), instantSchema),
});

/** What became of a project; work there stops or goes on, and the tick does what follows from it. */
export function onProjectEventOf(ports: Ports) {
  return trigger(ports, 'event without a project', projectEventSchema, ({ eventType, project, timestamp }) =>
    ports.projects.setState(project.id, stateAfter[eventType], timestamp),
  );
}

/** How long an event waits that has failed so many times before: Forge lets it come again four times at most. */
const retryAfterSeconds = (tries: number): number => 10 * 5 ** tries;

const triedSchema = v.object({ retryContext: v.object({ retryCount: v.number() }) });

/** Has an event come again that could not be taken in: most of them nobody else would ever tell about. */
function trigger<Schema extends v.GenericSchema>(
  ports: Ports,
  otherwise: string,
  schema: Schema,
  run: (event: v.InferOutput<Schema>, tries: number) => Promise<void>,
) {
  return async (event: unknown): Promise<InvocationError | undefined> => {
    const parsed = v.safeParse(schema, event);
    if (!parsed.success) {
      ports.log.warn(otherwise, { at: v.getDotPath(parsed.issues[0]) ?? '' });
      return undefined;
    }
    const tried = v.safeParse(triedSchema, event);
    const tries = tried.success ? tried.output.retryContext.retryCount : 0;
    const ended = ports.usage.runs();
    try {
      await run(parsed.output, tries);
      return undefined;
    } catch (error) {
      ports.log.warn('event not taken in', { tries, error: describe(error) });
      return tryAgain(retryAfterSeconds(tries), 'failure');
    } finally {
      ended();
    }
  };
}
