import type { Caller, ProductEvent } from '../seams';
import type { History, Issue, IssueComment, IssueLink, Project } from './model';
import { accountOf } from './permissions';
import { commentJson, issueTypeJson, projectJson, statusJson, timestamp } from './shapes';
import type { Json, Reader } from './shapes';

/**
 * What Forge tells an app about a change. An event holds few of the issue's fields and never the custom ones.
 * @see https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
export class EventWriter {
  constructor(
    private readonly reader: Reader,
    private readonly by: Caller,
  ) {}

  created(issue: Issue): ProductEvent {
    return this.event('avi:jira:created:issue', { ...this.issue(issue), ...this.people(issue) });
  }

  deleted(issue: Issue): ProductEvent {
    return this.event('avi:jira:deleted:issue', { ...this.issue(issue), ...this.people(issue) });
  }

  commented(issue: Issue, comment: IssueComment): ProductEvent {
    return this.aboutComment('avi:jira:commented:issue', issue, comment);
  }

  commentDeleted(issue: Issue, comment: IssueComment): ProductEvent {
    return this.aboutComment('avi:jira:deleted:comment', issue, comment);
  }

  /** Nothing is told of the issues in it. */
  aboutProject(
    what: 'softdeleted' | 'deleted' | 'archived' | 'unarchived' | 'restored',
    project: Project,
  ): ProductEvent {
    return this.event(`avi:jira:${what}:project`, { project: projectJson(this.reader, project) });
  }

  linkCreated(link: IssueLink): ProductEvent {
    return this.aboutLink('avi:jira:created:issuelink', link);
  }

  linkDeleted(link: IssueLink): ProductEvent {
    return this.aboutLink('avi:jira:deleted:issuelink', link);
  }

  /** One event for any edit or transition, and a second one when the assignee is among what changed. */
  updated(issue: Issue, history: History): ProductEvent[] {
    const status = history.items.find(({ fieldId }) => fieldId === 'status');
    const payload = {
      ...this.issue(issue),
      ...this.people(issue),
      changelog: { items: history.items.map((item) => ({ ...item })) },
      jiraEventTypeName: this.typeName(history),
      ...(status === undefined ? {} : { associatedStatuses: this.statuses(status.from, status.to) }),
    };
    const updated = this.event('avi:jira:updated:issue', payload);
    if (!history.items.some(({ fieldId }) => fieldId === 'assignee')) return [updated];
    return [updated, this.event('avi:jira:assigned:issue', payload)];
  }

  private aboutComment(eventType: string, issue: Issue, comment: IssueComment): ProductEvent {
    return this.event(eventType, {
      ...this.issue(issue),
      ...this.people(issue),
      comment: commentJson(this.reader, issue.id, comment),
    });
  }

  private aboutLink(eventType: string, { id, typeId, sourceId, targetId }: IssueLink): ProductEvent {
    const { store } = this.reader;
    const projectOf = (issueId: string): string | undefined => store.issues.get(issueId)?.projectId;
    return this.event(eventType, {
      id,
      sourceIssueId: sourceId,
      destinationIssueId: targetId,
      sourceProjectId: projectOf(sourceId),
      destinationProjectId: projectOf(targetId),
      issueLinkType: { ...store.linkType(typeId) },
    });
  }

  private event(eventType: string, payload: Json): ProductEvent {
    return { eventType, by: this.by, payload };
  }

  private issue(issue: Issue): Json {
    const { store } = this.reader;
    const fields = {
      summary: issue.summary,
      issuetype: issueTypeJson(this.reader, store.issueType(issue.typeId)),
      creator: { accountId: issue.creatorId },
      created: timestamp(this.reader, issue.created),
      project: projectJson(this.reader, store.projectOf(issue)),
      reporter: { accountId: issue.reporterId },
      assignee: issue.assigneeId === null ? null : { accountId: issue.assigneeId },
      updated: timestamp(this.reader, issue.updated),
      status: statusJson(this.reader, store.status(issue.statusId)),
    };
    return { issue: { id: issue.id, key: issue.key, fields } };
  }

  private people(issue: Issue): Json {
    const ids = [issue.creatorId, issue.reporterId, ...(issue.assigneeId === null ? [] : [issue.assigneeId])];
    const atlassianId = accountOf(this.reader.store, this.by);
    return {
      ...(atlassianId === null ? {} : { atlassianId }),
      associatedUsers: [...new Set(ids)].map((accountId) => ({ accountId })),
    };
  }

  private statuses(...ids: (string | null)[]): Json[] {
    return ids.flatMap((id) => (id === null ? [] : [statusJson(this.reader, this.reader.store.status(id))]));
  }

  private typeName(history: History): string {
    const changed = new Map(history.items.map((item) => [item.fieldId, item]));
    if (history.items.some(({ field }) => field === 'Key')) return 'issue_moved';
    const resolution = changed.get('resolution');
    if (resolution !== undefined) return resolution.to === null ? 'issue_reopened' : 'issue_resolved';
    if (changed.has('status')) return 'issue_generic';
    return changed.has('assignee') && changed.size === 1 ? 'issue_assigned' : 'issue_updated';
  }
}
