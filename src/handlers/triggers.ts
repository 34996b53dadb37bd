import * as v from 'valibot';
import { markIssue } from '../app/mark-issue';
import type { Ports, ProjectState } from '../app/ports';
import { instantSchema, jiraIdSchema as id } from '../contract/primitives';

/** Of an event only the issue and its project are used: payloads are hints, never facts (design §3.1). */
const issueEventSchema = v.object({
  eventType: v.string(),
  issue: v.object({ id, fields: v.object({ project: v.object({ id }) }) }),
});

export function onIssueEventOf(ports: Ports) {
  return async (event: unknown): Promise<void> => {
    const parsed = v.safeParse(issueEventSchema, event);
    if (!parsed.success) {
      ports.log.warn('event without an issue', { at: v.getDotPath(parsed.issues[0]) ?? '' });
      return;
    }
    const { eventType, issue } = parsed.output;
    if (eventType === 'avi:jira:deleted:issue') await ports.timers.forget(issue.id, ports.clock.now());
    else await markIssue(ports, issue.id, issue.fields.project.id, 'event');
  };
}

/** Of the issues in a project that is archived or deleted Jira tells nothing more. */
const stateAfter: Readonly<Record<string, ProjectState>> = {
  'avi:jira:archived:project': 'archived',
  'avi:jira:softdeleted:project': 'deleted',
  'avi:jira:deleted:project': 'deleted',
  'avi:jira:unarchived:project': 'live',
  'avi:jira:restored:project': 'live',
};

const projectEventSchema = v.object({
  eventType: v.string(),
  project: v.object({ id }),
  timestamp: v.pipe(v.unknown(), v.transform(Number), instantSchema),
});

/** What became of a project; work there stops or goes on, and the tick does what follows from it. */
export function onProjectEventOf(ports: Ports) {
  return async (event: unknown): Promise<void> => {
    const parsed = v.safeParse(projectEventSchema, event);
    const state = parsed.success && stateAfter[parsed.output.eventType];
    if (!state) {
      ports.log.warn('event without a project');
      return;
    }
    const { project, timestamp } = parsed.output;
    await ports.projects.setState(project.id, state, timestamp);
  };
}
