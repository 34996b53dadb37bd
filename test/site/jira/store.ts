import { customValueText } from './custom-values';
import type {
  CustomField,
  Dashboard,
  FormerField,
  Group,
  IndexedProperty,
  Issue,
  IssueComment,
  IssueLink,
  IssueType,
  LinkType,
  Mail,
  Permission,
  Portal,
  Priority,
  Project,
  ProjectRole,
  Resolution,
  Status,
  Task,
  User,
} from './model';

/** Everything the site's Jira holds, found by id. Nothing here checks rights or writes history. */
export class Store {
  readonly users = new Map<string, User>();
  readonly administrators = new Set<string>();
  readonly groups = new Map<string, Group>();
  readonly projects = new Map<string, Project>();
  readonly statuses = new Map<string, Status>();
  readonly issueTypes = new Map<string, IssueType>();
  readonly priorities = new Map<string, Priority>();
  readonly resolutions = new Map<string, Resolution>();
  readonly customFields = new Map<string, CustomField>();
  /** Those of apps that were taken away, by the ARI of their module. */
  readonly formerFields = new Map<string, FormerField>();
  indexedProperties: readonly IndexedProperty[] = [];
  /** Those that apps add to Jira's own, by key. */
  readonly appPermissions = new Map<string, Permission>();
  /** The one permission scheme of all projects: the id of each grant by the key of the permission, and the role. */
  readonly grants = new Map<string, Map<ProjectRole, number>>();
  readonly issues = new Map<string, Issue>();
  /** Keys of the app's panels that somebody added to an issue, by its id. */
  readonly issuePanels = new Map<string, Set<string>>();
  /** The languages of users who have chosen one, such as `zh-CN`, by account id. */
  readonly locales = new Map<string, string>();
  readonly dashboards = new Map<string, Dashboard>();
  readonly portals = new Map<number, Portal>();
  readonly linkTypes = new Map<string, LinkType>();
  readonly links = new Map<string, IssueLink>();
  /** Oldest first. */
  readonly mails: Mail[] = [];
  readonly tasks = new Map<string, Task>();
  private readonly issueIdsByKey = new Map<string, string>();
  private readonly counters = new Map<string, number>();
  /** No part of what the store holds, so that it can be kept as plain data. */
  readonly #listeners = new Set<(issueId: string) => void>();
  private readonly properties = new Map<string, Map<string, unknown>>();

  /** @param appAccountId The account that the installed app acts with. */
  constructor(readonly appAccountId: string) {}

  addUser(user: User): User {
    this.users.set(user.accountId, user);
    return user;
  }

  addProject(project: Project): Project {
    this.projects.set(project.id, project);
    for (const status of project.statuses) this.statuses.set(status.id, status);
    for (const type of project.issueTypes) this.issueTypes.set(type.id, type);
    return project;
  }

  addIssue(issue: Issue): Issue {
    this.issues.set(issue.id, issue);
    this.issueIdsByKey.set(issue.key, issue.id);
    this.changed(issue);
    return issue;
  }

  /** Old keys go on leading to the issue. */
  rename(issue: Issue, key: string): void {
    issue.key = key;
    this.issueIdsByKey.set(key, issue.id);
  }

  removeIssue(issue: Issue): void {
    this.issues.delete(issue.id);
    this.issueIdsByKey.delete(issue.key);
    this.changed(issue);
  }

  /** To be called by whatever changes an issue in place, comments and properties included, so that searches see it. */
  changed({ id }: Issue): void {
    for (const listener of this.#listeners) listener(id);
  }

  /** Told of each issue that is new, changed or gone. */
  onChange(listener: (issueId: string) => void): void {
    this.#listeners.add(listener);
  }

  /** The option's id, which is made when the field does not know the value yet. */
  optionId(field: CustomField, value: string): string {
    for (const [id, known] of field.options) if (known === value) return id;
    const id = this.nextId('option', 10_100);
    field.options.set(id, value);
    return id;
  }

  /** Counts up from `first`; ids of one kind are never used twice, also not after a deletion. */
  nextId(kind: string, first: number): string {
    const next = this.counters.get(kind) ?? first;
    this.counters.set(kind, next + 1);
    return String(next);
  }

  /** By id, or by key in any case, as Jira looks issues up. */
  issue(idOrKey: string): Issue | undefined {
    return this.issues.get(idOrKey) ?? this.issues.get(this.issueIdsByKey.get(idOrKey.toUpperCase()) ?? '');
  }

  comment(id: string): { readonly issue: Issue; readonly comment: IssueComment } | undefined {
    for (const issue of this.issues.values()) {
      const comment = issue.comments.find((each) => each.id === id);
      if (comment !== undefined) return { issue, comment };
    }
    return undefined;
  }

  /** Entity properties of what does not hold its own. */
  propertiesOf(kind: 'project' | 'user' | 'dashboard item', id: string): Map<string, unknown> {
    const owner = `${kind} ${id}`;
    const properties = this.properties.get(owner) ?? new Map<string, unknown>();
    this.properties.set(owner, properties);
    return properties;
  }

  /** By id, or by key, which is case sensitive for projects. */
  project(idOrKey: string): Project | undefined {
    return (
      this.projects.get(idOrKey) ??
      [...this.projects.values()].find(({ key, state }) => key === idOrKey && state !== 'gone')
    );
  }

  user(accountId: string): User {
    return found(this.users.get(accountId), 'user', accountId);
  }

  projectOf(issue: Issue): Project {
    return found(this.projects.get(issue.projectId), 'project', issue.projectId);
  }

  status(id: string): Status {
    return found(this.statuses.get(id), 'status', id);
  }

  priority(id: string): Priority {
    return found(this.priorities.get(id), 'priority', id);
  }

  resolution(id: string): Resolution {
    return found(this.resolutions.get(id), 'resolution', id);
  }

  linkType(id: string): LinkType {
    return found(this.linkTypes.get(id), 'link type', id);
  }

  issueType(id: string): IssueType {
    return found(this.issueTypes.get(id), 'issue type', id);
  }

  customField(id: string): CustomField {
    return found(this.customFields.get(id), 'custom field', id);
  }

  /** What people read in a custom field; null when it is empty. */
  customText(issue: Issue, fieldId: string): string | null {
    const value = issue.custom.get(fieldId);
    const field = this.customFields.get(fieldId);
    return value === undefined || field === undefined ? null : customValueText(this, field, value);
  }
}

function found<T>(thing: T | undefined, kind: string, id: string): T {
  if (thing === undefined) throw new Error(`The site holds no ${kind} ${id}.`);
  return thing;
}
