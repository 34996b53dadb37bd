import type { Caller } from '../seams';
import type { Issue, Permission, Project, ProjectRole } from './model';
import type { Store } from './store';

const global = (key: string, id: string, name: string): Permission => ({
  key,
  id,
  name,
  description: '',
  type: 'GLOBAL',
  category: 'other',
});

const inProjects = (
  category: Permission['category'],
  list: readonly (readonly [key: string, id: string, name: string])[],
): Permission[] =>
  list.map(([key, id, name]) => ({ key, id, name, description: '', type: 'PROJECT', category }));

/** Jira's own permissions that this site knows. */
const ownPermissions: readonly Permission[] = [
  global('ADMINISTER', '0', 'Administer Jira'),
  global('USER_PICKER', '27', 'Browse users and groups'),
  global('BULK_CHANGE', '33', 'Make bulk changes'),
  ...inProjects('projects', [
    ['ADMINISTER_PROJECTS', '23', 'Administer Projects'],
    ['BROWSE_PROJECTS', '10', 'Browse Projects'],
  ]),
  ...inProjects('issues', [
    ['CREATE_ISSUES', '11', 'Create Issues'],
    ['EDIT_ISSUES', '12', 'Edit Issues'],
    ['ASSIGN_ISSUES', '13', 'Assign Issues'],
    ['ASSIGNABLE_USER', '17', 'Assignable User'],
    ['DELETE_ISSUES', '16', 'Delete Issues'],
    ['MOVE_ISSUES', '25', 'Move Issues'],
    ['LINK_ISSUES', '21', 'Link Issues'],
    ['SET_ISSUE_SECURITY', '26', 'Set Issue Security'],
    ['TRANSITION_ISSUES', '46', 'Transition Issues'],
  ]),
  ...inProjects('voters_and_watchers', [
    ['VIEW_VOTERS_AND_WATCHERS', '31', 'View Voters and Watchers'],
    ['MANAGE_WATCHERS', '32', 'Manage Watchers'],
  ]),
  ...inProjects('comments', [
    ['ADD_COMMENTS', '15', 'Add Comments'],
    ['EDIT_ALL_COMMENTS', '34', 'Edit All Comments'],
    ['EDIT_OWN_COMMENTS', '35', 'Edit Own Comments'],
    ['DELETE_ALL_COMMENTS', '36', 'Delete All Comments'],
    ['DELETE_OWN_COMMENTS', '37', 'Delete Own Comments'],
  ]),
];

/** Global permissions of all who may use Jira. */
const everybodys = new Set(['USER_PICKER', 'BULK_CHANGE']);

const byKey = new Map(ownPermissions.map((each) => [each.key, each]));

/** Jira's own, then those of apps. */
export const permissions = (store: Store): Permission[] => [
  ...ownPermissions,
  ...store.appPermissions.values(),
];

export function permission(store: Store, key: string): Permission | undefined {
  return byKey.get(key) ?? store.appPermissions.get(key);
}

/** The account that acts; null when nobody is signed in. */
export function accountOf(store: Store, caller: Caller): string | null {
  if (caller.kind === 'anonymous') return null;
  return caller.kind === 'app' ? store.appAccountId : caller.accountId;
}

/** True when the caller may use Jira itself: portal customers and strangers may not. */
export function hasProductAccess(store: Store, caller: Caller): boolean {
  const account = accountOf(store, caller);
  return account !== null && (store.users.get(account)?.accountType ?? 'customer') !== 'customer';
}

/** Answers for a global permission without `project`, else for a permission in that project. */
export function can(store: Store, caller: Caller, key: string, project?: Project): boolean {
  const account = accountOf(store, caller);
  if (account === null || !hasProductAccess(store, caller)) return false;
  const wanted = permission(store, key);
  if (wanted === undefined) return false;
  if (wanted.type === 'GLOBAL') return everybodys.has(key) || store.administrators.has(account);
  if (project === undefined || project.state === 'trashed' || project.state === 'gone') return false;
  if (project.state === 'archived' && key !== 'BROWSE_PROJECTS') return false;
  const granted = store.grants.get(key)?.keys() ?? [];
  return [...granted].some((role) => hasRole(store, project, role, account));
}

/** People have a role themselves, or as members of a group. */
function hasRole(store: Store, { roles, roleGroups }: Project, role: ProjectRole, account: string): boolean {
  if (roles.get(role)?.has(account) === true) return true;
  return [...(roleGroups.get(role) ?? [])].some((id) => store.groups.get(id)?.members.has(account) === true);
}

/** The projects that the caller may browse and that people work in. */
export function browsable(store: Store, caller: Caller): Project[] {
  return [...store.projects.values()].filter(
    (project) => project.state === undefined && can(store, caller, 'BROWSE_PROJECTS', project),
  );
}

/** A project permission on one issue: an issue of a security level is there for the level's members only. */
export function canOnIssue(store: Store, caller: Caller, key: string, issue: Issue): boolean {
  const project = store.projectOf(issue);
  if (issue.isArchived && key !== 'BROWSE_PROJECTS') return false;
  if (!can(store, caller, 'BROWSE_PROJECTS', project) || !can(store, caller, key, project)) return false;
  if (issue.securityLevelId === null) return true;
  const level = project.securityLevels.find(({ id }) => id === issue.securityLevelId);
  const account = accountOf(store, caller);
  return account !== null && level?.members.has(account) === true;
}

export function maySee(store: Store, caller: Caller, issue: Issue): boolean {
  return canOnIssue(store, caller, 'BROWSE_PROJECTS', issue);
}

/** Searches leave out what is archived, although it can be read by its key. */
export function maySearch(store: Store, caller: Caller, issue: Issue): boolean {
  return !issue.isArchived && store.projectOf(issue).state === undefined && maySee(store, caller, issue);
}
