import type { Caller } from '../seams';
import type { Issue, Project, ProjectRole } from './model';
import type { Store } from './store';

export interface Permission {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
  /**
   * Roles that the permission scheme grants it to; empty for global permissions, which belong to Jira administrators
   * but for those in `everybodys`.
   */
  readonly roles: readonly ProjectRole[];
}

const staff: readonly ProjectRole[] = [
  'Administrators',
  'Service Desk Team',
  'atlassian-addons-project-access',
];
const administrators: readonly ProjectRole[] = ['Administrators', 'atlassian-addons-project-access'];

const project = (key: string, id: string, name: string, roles: readonly ProjectRole[]): Permission => ({
  key,
  id,
  name,
  type: 'PROJECT',
  roles,
});

/** The permissions that this site knows, with one permission scheme for all its projects. */
export const permissions: readonly Permission[] = [
  { key: 'ADMINISTER', id: '0', name: 'Administer Jira', type: 'GLOBAL', roles: [] },
  { key: 'USER_PICKER', id: '27', name: 'Browse users and groups', type: 'GLOBAL', roles: [] },
  { key: 'BULK_CHANGE', id: '33', name: 'Make bulk changes', type: 'GLOBAL', roles: [] },
  project('ADMINISTER_PROJECTS', '23', 'Administer Projects', administrators),
  project('BROWSE_PROJECTS', '10', 'Browse Projects', staff),
  project('CREATE_ISSUES', '11', 'Create Issues', staff),
  project('EDIT_ISSUES', '12', 'Edit Issues', staff),
  project('ASSIGN_ISSUES', '13', 'Assign Issues', staff),
  project('ASSIGNABLE_USER', '17', 'Assignable User', staff),
  project('ADD_COMMENTS', '15', 'Add Comments', staff),
  project('EDIT_ALL_COMMENTS', '34', 'Edit All Comments', administrators),
  project('EDIT_OWN_COMMENTS', '35', 'Edit Own Comments', staff),
  project('DELETE_ALL_COMMENTS', '36', 'Delete All Comments', administrators),
  project('DELETE_OWN_COMMENTS', '37', 'Delete Own Comments', staff),
  project('DELETE_ISSUES', '16', 'Delete Issues', administrators),
  project('MOVE_ISSUES', '25', 'Move Issues', staff),
  project('LINK_ISSUES', '21', 'Link Issues', staff),
  project('VIEW_VOTERS_AND_WATCHERS', '31', 'View Voters and Watchers', staff),
  project('MANAGE_WATCHERS', '32', 'Manage Watchers', administrators),
  project('SET_ISSUE_SECURITY', '26', 'Set Issue Security', administrators),
  project('TRANSITION_ISSUES', '46', 'Transition Issues', staff),
];

/** Global permissions of all who may use Jira. */
const everybodys = new Set(['USER_PICKER', 'BULK_CHANGE']);

const byKey = new Map(permissions.map((permission) => [permission.key, permission]));

export function permission(key: string): Permission | undefined {
  return byKey.get(key);
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
  const wanted = byKey.get(key);
  if (wanted === undefined) return false;
  if (wanted.type === 'GLOBAL') return everybodys.has(key) || store.administrators.has(account);
  if (project === undefined || project.state === 'trashed' || project.state === 'gone') return false;
  if (project.state === 'archived' && key !== 'BROWSE_PROJECTS') return false;
  return wanted.roles.some((role) => hasRole(store, project, role, account));
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
