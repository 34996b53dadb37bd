import type { Caller } from '../seams';
import type {
  Group,
  History,
  IssueComment,
  IssueType,
  LinkType,
  Priority,
  Project,
  Resolution,
  SecurityLevel,
  Status,
  StatusCategoryKey,
  User,
} from './model';
import type { Store } from './store';
import { jiraTimestamp } from './timestamps';

/** For whom an answer is written. */
export interface Reader {
  readonly store: Store;
  readonly caller: Caller;
  /** What `self` links start with. Apps get `https://api.atlassian.com/ex/jira/<cloudId>`, browsers the site's own URL. */
  readonly base: string;
  /** The reader's own zone, whose offset every timestamp carries. */
  readonly timeZone: string;
}

export type Json = Record<string, unknown>;

const api = (reader: Reader, path: string): string => `${reader.base}/rest/api/3/${path}`;

export const categories = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

const sizes = { '16x16': 'xsmall', '24x24': 'small', '32x32': 'medium', '48x48': 'large' } as const;

function avatarUrls(reader: Reader, path: string): Json {
  return Object.fromEntries(
    Object.entries(sizes).map(([pixels, size]) => [pixels, `${reader.base}/${path}&size=${size}`]),
  );
}

export function timestamp(reader: Reader, instant: number): string {
  return jiraTimestamp(instant, reader.timeZone);
}

export function userJson(reader: Reader, user: User): Json {
  return {
    self: api(reader, `user?accountId=${encodeURIComponent(user.accountId)}`),
    accountId: user.accountId,
    ...(user.accountType === 'atlassian' && user.emailAddress !== undefined
      ? { emailAddress: user.emailAddress }
      : {}),
    avatarUrls: avatarUrls(reader, `secure/useravatar?ownerId=${encodeURIComponent(user.accountId)}`),
    displayName: user.displayName,
    active: user.active ?? true,
    timeZone: user.timeZone,
    accountType: user.accountType,
  };
}

export function statusCategoryJson(reader: Reader, key: StatusCategoryKey): Json {
  return { self: api(reader, `statuscategory/${categories[key].id}`), ...categories[key] };
}

export function statusJson(reader: Reader, status: Status): Json {
  return {
    self: api(reader, `status/${status.id}`),
    description: '',
    iconUrl: `${reader.base}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: statusCategoryJson(reader, status.category),
  };
}

export function issueTypeJson(reader: Reader, type: IssueType): Json {
  return {
    self: api(reader, `issuetype/${type.id}`),
    id: type.id,
    description: type.description,
    iconUrl: `${reader.base}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10549?size=medium`,
    name: type.name,
    subtask: false,
    avatarId: 10549,
    hierarchyLevel: 0,
  };
}

/** As fields of issues have it: without the colour and description that the list of priorities adds. */
export function priorityJson(reader: Reader, priority: Priority): Json {
  return {
    self: api(reader, `priority/${priority.id}`),
    iconUrl: `${reader.base}/images/icons/priorities/medium_new.svg`,
    name: priority.name,
    id: priority.id,
  };
}

export function priorityDetailsJson(reader: Reader, priority: Priority): Json {
  const { statusColor, description, isDefault } = priority;
  return { ...priorityJson(reader, priority), statusColor, description, isDefault };
}

export function resolutionJson(reader: Reader, resolution: Resolution): Json {
  return { self: api(reader, `resolution/${resolution.id}`), ...resolution };
}

export function securityLevelJson(reader: Reader, level: SecurityLevel): Json {
  const { id, name, description } = level;
  return { self: api(reader, `securitylevel/${id}`), id, description, name };
}

export function linkTypeJson(reader: Reader, type: LinkType): Json {
  return { self: api(reader, `issueLinkType/${type.id}`), ...type };
}

export function groupJson(reader: Reader, { id, name }: Group): Json {
  return { name, groupId: id, self: api(reader, `group?groupId=${id}`) };
}

export function projectJson(reader: Reader, project: Project): Json {
  return {
    self: api(reader, `project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.typeKey,
    simplified: false,
    avatarUrls: avatarUrls(
      reader,
      `rest/api/3/universal_avatar/view/type/project/avatar/10400?id=${project.id}`,
    ),
  };
}

/** A history as every operation but the bulk fetch of changelogs has it. */
export function historyJson(reader: Reader, history: History): Json {
  return {
    id: history.id,
    author: userJson(reader, reader.store.user(history.authorId)),
    created: timestamp(reader, history.created),
    items: history.items,
  };
}

export function commentJson(
  reader: Reader,
  issueId: string,
  comment: IssueComment,
  withProperties = false,
): Json {
  const user = (accountId: string): Json => userJson(reader, reader.store.user(accountId));
  return {
    self: api(reader, `issue/${issueId}/comment/${comment.id}`),
    id: comment.id,
    author: user(comment.authorId),
    body: comment.body,
    updateAuthor: user(comment.updateAuthorId),
    created: timestamp(reader, comment.created),
    updated: timestamp(reader, comment.updated),
    jsdPublic: comment.isPublic,
    ...(withProperties
      ? { properties: [...comment.properties].map(([key, value]) => ({ key, value })) }
      : {}),
  };
}
