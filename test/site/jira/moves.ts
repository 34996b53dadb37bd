import type { Caller } from '../seams';
import { enterStatus } from './changes';
import type { Changes } from './changes';
import { byId } from './history-items';
import type { HistoryItem, Issue, Project } from './model';
import type { Store } from './store';

interface Moving {
  readonly store: Store;
  readonly changes: Changes;
}

export interface Destination {
  readonly project: Project;
  readonly typeId: string;
  /** Status ids of the destination by those that it does not have; its first status where none is named. */
  readonly statuses: ReadonlyMap<string, string>;
}

/**
 * Moves an issue: it keeps its id and history, and gets the next key of the other project, to which its old one leads. A status
 * that the destination does not have becomes another one; a security level is left behind. All that is one history.
 */
export function moveIssue({ store, changes }: Moving, by: Caller, issue: Issue, to: Destination): void {
  const { project, typeId } = to;
  const isElsewhere = project.id !== issue.projectId;
  const key = isElsewhere ? `${project.key}-${store.nextId(`key ${project.key}`, 1)}` : issue.key;
  const statusId = statusIn(to, issue.statusId);
  const level = (id: string): string =>
    store.projectOf(issue).securityLevels.find((each) => each.id === id)?.name ?? id;
  const items = [
    ...byId('project', issue.projectId, project.id, (id) => store.projects.get(id)?.name ?? id),
    ...(isElsewhere ? [keyItem(issue.key, key)] : []),
    ...byId('issuetype', issue.typeId, typeId, (id) => store.issueType(id).name),
    ...byId('status', issue.statusId, statusId, (id) => store.status(id).name),
    ...(isElsewhere ? byId('security', issue.securityLevelId, null, level) : []),
  ];
  if (items.length === 0) return;
  if (isElsewhere) {
    store.rename(issue, key);
    issue.securityLevelId = null;
  }
  Object.assign(issue, { projectId: project.id, typeId });
  const history = changes.note(by, issue, items);
  enterStatus(store, issue, statusId, history.created);
  store.changed(issue);
  changes.tellUpdated(by, issue, history);
}

function statusIn({ project: { statuses }, statuses: mapped }: Destination, statusId: string): string {
  if (statuses.some(({ id }) => id === statusId)) return statusId;
  return mapped.get(statusId) ?? statuses[0]?.id ?? statusId;
}

const keyItem = (fromString: string, toString: string): HistoryItem => ({
  field: 'Key',
  fieldtype: 'jira',
  from: null,
  fromString,
  to: null,
  toString,
});
