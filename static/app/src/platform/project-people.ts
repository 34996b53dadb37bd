import { view } from '@forge/bridge';
import * as v from 'valibot';
import { askJira } from './jira-request';

/** Who has a permission by the permission scheme of a project, as Jira tells the person who looks. */
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

export interface Held {
  readonly holders: readonly Holder[];
  /** Where Jira shows who that is, and changes it. */
  readonly page: string;
}

/** Who may administer the project, and who has the app's own permission to monitor it. */
export type Holders = Readonly<Record<'configure' | 'monitor', Held>>;

/** The key of a module in the manifest, by which Jira knows the permission in each environment of the app. */
const MONITOR = 'monitor-service-levels';

const contextSchema = v.object({
  siteUrl: v.string(),
  environmentId: v.string(),
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
 * Of the project that the page stands in.
 *
 * @throws Error when Jira does not let the reader see it, or does not answer.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-permission-schemes/#api-rest-api-3-project-projectkeyorid-permissionscheme-get
 */
export async function readHolders(): Promise<Holders> {
  const { siteUrl, environmentId, extension } = v.parse(contextSchema, await view.getContext());
  const path = `/rest/api/3/project/${encodeURIComponent(extension.project.id)}`;
  const { permissions } = await askJira(`${path}/permissionscheme?expand=permissions`, schemeSchema);
  const holdersWhere = (isMeant: (permission: string) => boolean): Promise<Holder[]> =>
    Promise.all(
      permissions
        .filter(({ permission }) => isMeant(permission))
        .map(({ holder }) => readHolder(path, holder)),
    );
  const config = `${siteUrl}/plugins/servlet/project-config/${encodeURIComponent(extension.project.key)}`;
  const isMonitor = (permission: string): boolean =>
    permission.endsWith(`/${environmentId}/static/${MONITOR}`);
  return {
    configure: {
      holders: await holdersWhere((permission) => permission === 'ADMINISTER_PROJECTS'),
      page: `${config}/roles`,
    },
    monitor: { holders: await holdersWhere(isMonitor), page: `${config}/permissions` },
  };
}

type SchemeHolder = v.InferOutput<typeof schemeSchema>['permissions'][number]['holder'];

/** @param path of the project in Jira's REST API. */
async function readHolder(path: string, { type, parameter, value }: SchemeHolder): Promise<Holder> {
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
}
