import type { Caller, ProductEvent } from '../seams';
import { EventWriter } from './events';
import { fieldItems, statusItems } from './history-items';
import { removeLink } from './links';
import type { FieldEdits } from './history-items';
import type {
  Adf,
  EntityProperty,
  History,
  HistoryItem,
  Issue,
  IssueComment,
  Project,
  Transition,
} from './model';
import { accountOf } from './permissions';
import type { Reader } from './shapes';
import type { Store } from './store';

export interface IssueDraft {
  readonly summary: string;
  readonly typeId: string;
  readonly priorityId: string;
  readonly reporterId: string;
  readonly description?: Adf | null;
  readonly assigneeId?: string | null;
  readonly securityLevelId?: string | null;
  readonly labels?: readonly string[];
  readonly dueDate?: string | null;
  /** Custom field id → value as `Issue.custom` holds it. */
  readonly custom?: ReadonlyMap<string, string>;
}

export interface CommentDraft {
  readonly body: Adf;
  readonly isPublic: boolean;
  readonly properties: readonly EntityProperty[];
}

/** The comment's property that makes it an internal note. */
const visibilityProperty = 'sd.public.comment';

/** New values of a comment; what is absent stays. */
export interface CommentEdit {
  readonly body?: Adf;
  readonly properties?: readonly EntityProperty[];
}

export interface IssueChange {
  readonly edits?: FieldEdits;
  readonly transition?: Transition;
  /** What a transition into a done status sets; the site's first resolution when absent. */
  readonly resolutionId?: string;
  /** What of it Jira keeps and tells; all when absent. Only apps that write their own fields may have it otherwise. */
  readonly tell?: { readonly changelog: boolean; readonly events: boolean };
}

/**
 * Every way to change an issue. Each stamps with the site's clock, writes the history that Jira would write and tells
 * what Forge would tell. Rights are the caller's matter: these do as they are told.
 */
export class Changes {
  constructor(
    private readonly store: Store,
    private readonly now: () => number,
    private readonly emit: (event: ProductEvent) => void,
    /** How events are written. */
    private readonly reader: Reader,
  ) {}

  /** A new issue starts in the project's first status; what it starts with is in no history. */
  create(by: Caller, project: Project, draft: IssueDraft): Issue {
    const first = project.statuses[0];
    if (first === undefined) throw new Error(`Project ${project.key} has no status to start in.`);
    const now = this.now();
    const issue = this.store.addIssue({
      id: this.store.nextId('issue', 10_000),
      key: `${project.key}-${this.store.nextId(`key ${project.key}`, 1)}`,
      projectId: project.id,
      typeId: draft.typeId,
      creatorId: this.account(by),
      created: now,
      reporterId: draft.reporterId,
      summary: draft.summary,
      description: draft.description ?? null,
      statusId: first.id,
      statusCategoryChanged: now,
      priorityId: draft.priorityId,
      resolutionId: null,
      resolved: null,
      assigneeId: draft.assigneeId ?? null,
      securityLevelId: draft.securityLevelId ?? null,
      labels: draft.labels ?? [],
      dueDate: draft.dueDate ?? null,
      updated: now,
      custom: new Map(draft.custom ?? []),
      histories: [],
      comments: [],
      properties: new Map(),
      isArchived: false,
      watchers: new Set(),
      links: [],
    });
    this.emit(this.events(by).created(issue));
    return issue;
  }

  /** Edits and a transition made together are one history. Nothing happens when all is as it was. */
  change(by: Caller, issue: Issue, change: IssueChange): void {
    const now = this.now();
    const moved =
      change.transition === undefined
        ? []
        : statusItems(
            this.store,
            issue,
            change.transition.to,
            change.resolutionId ?? this.defaultResolution(),
          );
    const items = [...fieldItems(this.store, issue, change.edits ?? {}), ...moved];
    if (items.length === 0) return;
    this.apply(issue, change, items, now);
    const { changelog = true, events = true } = change.tell ?? {};
    const history = this.note(by, issue, items, changelog);
    if (events) this.tellUpdated(by, issue, history);
  }

  tellUpdated(by: Caller, issue: Issue, history: History): void {
    for (const event of this.events(by).updated(issue, history)) this.emit(event);
  }

  /** Puts into the history what has happened to the issue, and tells nobody. */
  note(by: Caller, issue: Issue, items: readonly HistoryItem[], isKept = true): History {
    const created = this.now();
    const id = this.store.nextId('history', 10_000);
    const history: History = { id, authorId: this.account(by), created, items };
    if (isKept) issue.histories.push(history);
    issue.updated = created;
    this.store.changed(issue);
    return history;
  }

  /** Tells what Forge would tell, without any change. */
  tell(by: Caller, write: (events: EventWriter) => ProductEvent): void {
    this.emit(write(this.events(by)));
  }

  /** A comment is in no history, but the issue counts as updated. */
  comment(by: Caller, issue: Issue, { body, isPublic, properties }: CommentDraft): IssueComment {
    const now = this.now();
    const authorId = this.account(by);
    const comment: IssueComment = {
      id: this.store.nextId('comment', 10_000),
      authorId,
      created: now,
      body,
      updateAuthorId: authorId,
      updated: now,
      isPublic: true,
      properties: new Map(),
    };
    if (!isPublic) this.setCommentProperty(comment, visibilityProperty, { internal: true });
    for (const { key, value } of properties) this.setCommentProperty(comment, key, value);
    issue.comments.push(comment);
    issue.updated = now;
    this.store.changed(issue);
    this.emit(this.events(by).commented(issue, comment));
    return comment;
  }

  /** Forge tells of an edit as of a new comment; what the comment said before is nowhere. */
  editComment(by: Caller, issue: Issue, comment: IssueComment, edit: CommentEdit): void {
    const now = this.now();
    if (edit.body !== undefined) comment.body = edit.body;
    for (const { key, value } of edit.properties ?? []) this.setCommentProperty(comment, key, value);
    comment.updateAuthorId = this.account(by);
    comment.updated = now;
    issue.updated = now;
    this.store.changed(issue);
    this.emit(this.events(by).commented(issue, comment));
  }

  /** Sets a property, or deletes it when the value is undefined. Nothing tells of it. */
  setCommentProperty(comment: IssueComment, key: string, value: unknown): void {
    if (value === undefined) comment.properties.delete(key);
    else comment.properties.set(key, value);
    if (key === visibilityProperty) comment.isPublic = !saysInternal(value);
  }

  deleteComment(by: Caller, issue: Issue, comment: IssueComment): void {
    issue.comments.splice(issue.comments.indexOf(comment), 1);
    issue.updated = this.now();
    this.store.changed(issue);
    this.emit(this.events(by).commentDeleted(issue, comment));
  }

  /** Forge tells of the issue only, not of the comments and links that go with it. */
  delete(by: Caller, issue: Issue): void {
    for (const link of [...issue.links]) removeLink(this.store, this, by, link);
    this.store.removeIssue(issue);
    this.emit(this.events(by).deleted(issue));
  }

  private apply(issue: Issue, { edits = {} }: IssueChange, items: readonly HistoryItem[], now: number): void {
    const { custom, ...fields } = edits;
    Object.assign(issue, fields);
    for (const [fieldId, value] of custom ?? []) {
      if (value === null) issue.custom.delete(fieldId);
      else issue.custom.set(fieldId, value);
    }
    for (const { fieldId, to } of items) {
      if (fieldId === 'status' && to !== null) enterStatus(this.store, issue, to, now);
      if (fieldId !== 'resolution') continue;
      issue.resolutionId = to;
      issue.resolved = to === null ? null : now;
    }
  }

  private defaultResolution(): string {
    const [first] = this.store.resolutions.keys();
    if (first === undefined) throw new Error('The site has no resolution.');
    return first;
  }

  private account(by: Caller): string {
    const account = accountOf(this.store, by);
    if (account === null) throw new Error('Somebody who is not signed in changes nothing.');
    return account;
  }

  private events(by: Caller): EventWriter {
    return new EventWriter(this.reader, by);
  }
}

export function enterStatus(store: Store, issue: Issue, statusId: string, now: number): void {
  const before = store.status(issue.statusId).category;
  if (store.status(statusId).category !== before) issue.statusCategoryChanged = now;
  issue.statusId = statusId;
}

function saysInternal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'internal' in value && value.internal === true;
}
