import * as v from 'valibot';
import { markIssue } from '../app/mark-issue';
import type { Ports } from '../app/ports';
import { jiraIdSchema as id } from '../contract/primitives';

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
    if (eventType === 'avi:jira:deleted:issue') await ports.timers.forget(issue.id);
    else await markIssue(ports, issue.id, issue.fields.project.id, 'event');
  };
}
