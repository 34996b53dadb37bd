/** What the site's Jira is made of. Instants are epoch milliseconds, ids are strings as in Jira's REST answers. */

export type AccountType = 'atlassian' | 'customer' | 'app';

export interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly accountType: AccountType;
  /** IANA name: Jira writes every timestamp that this user reads with this zone's offset. */
  readonly timeZone: string;
  /** Shown for Atlassian accounts only. */
  readonly emailAddress?: string;
  /** False for an account that was deactivated; absent for all others. */
  readonly active?: boolean;
}

export type StatusCategoryKey = 'new' | 'indeterminate' | 'done';

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategoryKey;
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly statusColor: string;
  readonly isDefault: boolean;
}

export interface Resolution {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** `text` is found by its words, `string` as a whole: so are the texts that apps keep. */
export type CustomFieldType = 'text' | 'string' | 'select' | 'number' | 'date' | 'datetime' | 'user';

export interface CustomField {
  /** Such as `customfield_10050`. */
  readonly id: string;
  readonly name: string;
  readonly type: CustomFieldType;
  /** Options of a select by their id; empty for the others. */
  readonly options: Map<string, string>;
  /** The ARI of the module of the installed app that the field was made for. */
  readonly appKey?: string;
  /** Only its app writes it. */
  readonly isReadOnly?: boolean;
}

/** A path of an issue property that the installed app wants searched by its type. */
export interface IndexedProperty {
  readonly propertyKey: string;
  /** Names joined by dots. */
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  /** What it is called in JQL besides. */
  readonly alias?: string;
}

/** A custom field whose app is gone: it comes back with its values when the app does, for some days. */
export interface FormerField {
  readonly field: CustomField;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** A move that the workflow offers in each of the statuses `from`. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
}

export interface SecurityLevel {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Account ids that see issues of this level; nobody else does, not even administrators or apps. */
  readonly members: Set<string>;
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly typeKey: 'service_desk';
  readonly leadId: string;
  readonly issueTypes: readonly IssueType[];
  /** In the order of the workflow; the first is where new issues start. */
  readonly statuses: readonly Status[];
  readonly transitions: readonly Transition[];
  readonly securityLevels: SecurityLevel[];
  /** Absent while people work in it. What is in the trash can be restored, what is gone cannot. */
  state?: 'archived' | 'trashed' | 'gone';
  /** Account ids by project role. */
  readonly roles: ReadonlyMap<ProjectRole, Set<string>>;
  /** Ids of groups by the role that their members have through them. */
  readonly roleGroups: ReadonlyMap<ProjectRole, Set<string>>;
}

/** The same in all projects. */
export const projectRoles = [
  'Administrators',
  'Service Desk Team',
  'Service Desk Customers',
  'atlassian-addons-project-access',
  'Service Level Managers',
] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** Under which heading Jira lists a permission of projects; by the names that Forge's manifest has for them. */
export const permissionCategories = [
  'projects',
  'issues',
  'voters_and_watchers',
  'comments',
  'attachments',
  'time_tracking',
  'other',
] as const;

export interface Permission {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Global permissions belong to Jira administrators, but for those that everybody has who may use Jira. */
  readonly type: 'GLOBAL' | 'PROJECT';
  readonly category: (typeof permissionCategories)[number];
}

/** One field's change. `from` and `to` are ids where the field has ids, else null; the strings are for people. */
export interface HistoryItem {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  /** Absent for what is no field, such as links and keys. */
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface History {
  readonly id: string;
  readonly authorId: string;
  readonly created: number;
  readonly items: readonly HistoryItem[];
}

/** A document in Atlassian Document Format. */
export interface Adf {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

export interface EntityProperty {
  readonly key: string;
  readonly value: unknown;
}

export interface IssueComment {
  readonly id: string;
  readonly authorId: string;
  readonly created: number;
  body: Adf;
  updateAuthorId: string;
  updated: number;
  /** False for an internal note, which customers do not see; always what the property `sd.public.comment` says. */
  isPublic: boolean;
  readonly properties: Map<string, unknown>;
}

/** What Jira does later, as `/task` shows it. */
export interface Task {
  readonly id: string;
  readonly description: string;
  readonly submitterId: string;
  readonly issueIds: readonly string[];
  status: 'ENQUEUED' | 'RUNNING' | 'COMPLETE' | 'CANCEL_REQUESTED' | 'CANCELLED';
  readonly submitted: number;
  started: number | null;
  finished: number | null;
  updated: number;
  /** Any JSON; undefined until the task is complete. */
  result: unknown;
}

export interface Issue {
  readonly id: string;
  key: string;
  projectId: string;
  typeId: string;
  readonly creatorId: string;
  readonly created: number;
  reporterId: string;
  summary: string;
  description: Adf | null;
  statusId: string;
  statusCategoryChanged: number;
  priorityId: string;
  resolutionId: string | null;
  resolved: number | null;
  assigneeId: string | null;
  securityLevelId: string | null;
  labels: readonly string[];
  /** `2026-11-18`. */
  dueDate: string | null;
  updated: number;
  /**
   * Custom field id → text, the id of the option, the number in digits, `2026-11-18`, an instant as `toISOString` has
   * it, or the account id, by the field's type. Absent when empty.
   */
  readonly custom: Map<string, string>;
  /** Oldest first. */
  readonly histories: History[];
  /** Oldest first. */
  readonly comments: IssueComment[];
  readonly properties: Map<string, unknown>;
  /** Archived issues are no longer found, and nobody changes them. */
  isArchived: boolean;
  /** Account ids; nobody is among them who was not put there. */
  readonly watchers: Set<string>;
  /** Oldest first; the other issue has them too. */
  readonly links: IssueLink[];
  /** How its customer rated the request; absent while nobody did. */
  feedback?: Feedback;
}

export interface Feedback {
  /** From 1 to 5 stars. */
  readonly rating: number;
  readonly comment: string;
}

export interface LinkType {
  readonly id: string;
  readonly name: string;
  /** What the source is to the target: `blocks`. */
  readonly outward: string;
  /** What the target is to the source: `is blocked by`. */
  readonly inward: string;
}

export interface IssueLink {
  readonly id: string;
  readonly typeId: string;
  readonly sourceId: string;
  readonly targetId: string;
}

export interface Group {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  /** Account ids. */
  readonly members: Set<string>;
}

/** What `notify` has sent. */
export interface Mail {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly senderId: string;
  readonly issueId: string;
  readonly subject: string;
  readonly textBody?: string;
  readonly htmlBody?: string;
  /** Account ids. */
  readonly to: readonly string[];
}

/** A dashboard, which everybody with a licence sees and its owner changes. */
export interface Dashboard {
  readonly id: string;
  readonly ownerId: string;
  name: string;
  /** In the order in which each column shows its own. */
  readonly gadgets: Gadget[];
}

export interface Gadget {
  readonly id: string;
  /** The module of the app that draws it. */
  readonly moduleKey: string;
  column: 0 | 1;
  /** What its edit page submitted last; null before that. */
  configuration: Readonly<Record<string, unknown>> | null;
}

/** Where customers raise and follow requests of one project. */
export interface Portal {
  readonly id: number;
  readonly projectId: string;
  readonly name: string;
  readonly introduction: string;
  readonly requestTypes: readonly RequestType[];
}

/** What customers choose among; each makes issues of one type. */
export interface RequestType {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly issueTypeId: string;
}
