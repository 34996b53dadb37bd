import type { ProjectRole } from './model';
import { permissions } from './permissions';
import type { Store } from './store';

/** One line of the permission scheme: a role that has a permission in every project. */
export interface Grant {
  readonly id: number;
  readonly permission: string;
  readonly role: ProjectRole;
}

/** The one scheme of all projects. */
export const schemeName = 'Jira Service Management Permission Scheme';

const app = 'atlassian-addons-project-access';

/** What only administrators may do, until somebody says otherwise; the rest is for the whole team. */
const administrative = new Set([
  'ADMINISTER_PROJECTS',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'DELETE_ISSUES',
  'MANAGE_WATCHERS',
  'SET_ISSUE_SECURITY',
]);

/** Gives a new site the scheme that Jira Service Management makes for its projects. */
export function addStandardGrants(store: Store): void {
  for (const { key, type } of permissions(store)) {
    if (type === 'GLOBAL') continue;
    const roles: readonly ProjectRole[] = administrative.has(key)
      ? ['Administrators', app]
      : ['Administrators', 'Service Desk Team', app];
    for (const role of roles) grant(store, key, role);
  }
}

/** All of permissions that are there: those of an app that was taken away count again when it comes back. */
export function grantsOf(store: Store): Grant[] {
  return permissions(store).flatMap(({ key }) =>
    [...(store.grants.get(key) ?? [])].map(([role, id]) => ({ id, permission: key, role })),
  );
}

/** @returns undefined when the role has the permission already. */
export function grant(store: Store, permission: string, role: ProjectRole): Grant | undefined {
  const roles = store.grants.get(permission) ?? new Map<ProjectRole, number>();
  if (roles.has(role)) return undefined;
  const id = Number(store.nextId('grant', 10_000));
  store.grants.set(permission, roles.set(role, id));
  return { id, permission, role };
}

export function revoke(store: Store, { permission, role }: Grant): void {
  store.grants.get(permission)?.delete(role);
}
