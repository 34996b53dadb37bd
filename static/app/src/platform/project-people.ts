import { view } from '@forge/bridge';
import * as v from 'valibot';
import { askJira } from './jira-request';

/** Whom the permission scheme of a project lets administer it, as Jira tells the person who looks. */
export type Holder =
  | {
      readonly kind: 'role';
      readonly name: string;
      /** Accounts, and groups by their names. */
      readonly people: readonly string[];
      readonly groups: readonly string[];
    }
  | { readonly kind: 'person'; readonly account: string }
  | { readonly kind: 'group'; readonly name: string }
  /** Such as `projectLead`: what Jira calls it. */
  | { readonly kind: 'other'; readonly type: string };

const contextSchema = v.object({
  siteUrl: v.string(),
  extension: v.object({ project: v.object({ id: v.string(), key: v.string() }) }),
});

const schemeSchema = v.object({
  permissions: v.array(
    v.object({
      permission: v.string(),
      holder: v.object({
        type: v.string(),
        parameter: v.optional(v.string(), ''),
        value: v.optional(v.string(), ''),
      }),
    }),
  ),
});

const roleSchema = v.object({
  name: v.string(),
  actors: v.optional(
    v.array(
      v.object({
        displayName: v.string(),
        actorUser: v.optional(v.object({ accountId: v.string() })),
      }),
    ),
    [],
  ),
});

/**
 * Who may administer the project that the page stands in.
 *
 * @throws Error when Jira does not let the reader see it, or does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-permission-schemes/#api-rest-api-3-project-projectkeyorid-permissionscheme-get
 */
export async function readAdministrators(): Promise<Holder[]> {
  const { extension } = v.parse(contextSchema, await view.getContext());
  const path = `/rest/api/3/project/${encodeURIComponent(extension.project.id)}`;
  const { permissions } = await askJira(`${path}/permissionscheme?expand=permissions`, schemeSchema);
  const holders = permissions
    .filter(({ permission }) => permission === 'ADMINISTER_PROJECTS')
    .map(({ holder }) => holder);
  return Promise.all(
    holders.map(async ({ type, parameter, value }): Promise<Holder> => {
      switch (type) {
        case 'projectRole': {
          const role = encodeURIComponent(value || parameter);
          const { name, actors } = await askJira(`${path}/role/${role}`, roleSchema);
          return {
            kind: 'role',
            name,
            people: actors.flatMap(({ actorUser }) => actorUser?.accountId ?? []),
            groups: actors.flatMap(({ actorUser, displayName }) => (actorUser ? [] : displayName)),
          };
        }
        case 'user':
          return { kind: 'person', account: value || parameter };
        case 'group':
          return { kind: 'group', name: parameter || value };
        default:
          return { kind: 'other', type };
      }
    }),
  );
}

/** Where Jira shows the people of the project, and changes who they are. */
export async function peoplePage(): Promise<string> {
  const { siteUrl, extension } = v.parse(contextSchema, await view.getContext());
  return `${siteUrl}/plugins/servlet/project-config/${encodeURIComponent(extension.project.key)}/roles`;
}
