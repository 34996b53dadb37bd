import * as v from 'valibot';
import type { ModuleOptions } from '../seams';

/**
 * The modules with a page of their own, as a manifest may write them here. What the site's pages do not look at is
 * refused by name: `render`, `pages`, `sections`, `layout: blank`, `displayConditions`, remote resolvers.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/
 */

export const text = v.union([v.string(), v.strictObject({ i18n: v.string() })]);
export type Text = v.InferOutput<typeof text>;

export const key = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_-]+$/));

const common = {
  key,
  resource: v.string(),
  resolver: v.optional(v.strictObject({ function: key })),
  title: text,
};

const page = { ...common, layout: v.optional(v.literal('native')) };

/** People without a licence whom a portal module lets in; the documentation of both portal modules allows these two. */
const portal = {
  ...common,
  unlicensedAccess: v.optional(v.array(v.picklist(['unlicensed', 'customer']))),
};

/**
 * What Jira shows beside a panel's title. One of type `icon` is not modelled.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/#status-properties
 */
export const statusShape = v.variant('type', [
  v.strictObject({
    type: v.literal('lozenge'),
    value: v.strictObject({
      label: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      type: v.optional(
        v.picklist(['default', 'inprogress', 'moved', 'new', 'removed', 'success']),
        'default',
      ),
    }),
  }),
  v.strictObject({
    type: v.literal('badge'),
    value: v.strictObject({ label: v.pipe(v.string(), v.regex(/^\d+$/)) }),
  }),
]);

const modules = <T extends v.ObjectEntries>(entries: T) => v.optional(v.array(v.strictObject(entries)), []);

export const pageModules = {
  'jira:issueContext': modules({
    ...common,
    label: text,
    status: v.optional(statusShape),
    dynamicProperties: v.optional(v.strictObject({ function: key })),
  }),
  'jira:issuePanel': modules({
    ...common,
    icon: v.string(),
    allowMultiple: v.optional(v.literal(false)),
  }),
  'jira:projectSettingsPage': modules(page),
  'jira:projectPage': modules({ ...page, icon: v.optional(v.string()) }),
  'jira:globalPage': v.pipe(modules(page), v.maxLength(1, 'An app has one global page')),
  'jira:adminPage': v.pipe(
    modules({
      ...page,
      useAsConfig: v.optional(v.boolean(), false),
      useAsGetStarted: v.optional(v.boolean(), false),
    }),
    v.check(
      (list) => new Set(list.map(adminUse)).size === list.length,
      'An app has one admin page, one of them for configuration and one to get started',
    ),
  ),
  'jira:dashboardGadget': modules({
    ...common,
    description: text,
    thumbnail: v.string(),
    edit: v.optional(v.strictObject({ resource: v.string() })),
    refreshable: v.optional(v.boolean(), true),
  }),
  'jiraServiceManagement:queuePage': modules(page),
  'jiraServiceManagement:portalRequestDetailPanel': modules(portal),
  'jiraServiceManagement:portalUserMenuAction': modules({
    ...portal,
    viewportSize: v.optional(v.picklist(['small', 'medium', 'large', 'xlarge'])),
  }),
};

/** One of them, whatever its type. */
export interface PageShape {
  readonly key: string;
  readonly resource: string;
  readonly resolver?: { readonly function: string } | undefined;
  readonly title: Text;
  readonly dynamicProperties?: { readonly function: string } | undefined;
  readonly status?: ModuleOptions['status'] | undefined;
  readonly icon?: string | undefined;
  readonly description?: Text;
  readonly edit?: { readonly resource: string } | undefined;
  readonly refreshable?: boolean;
  readonly useAsConfig?: boolean;
  readonly useAsGetStarted?: boolean;
  readonly viewportSize?: ModuleOptions['size'] | undefined;
  readonly unlicensedAccess?: ModuleOptions['unlicensedAccess'] | undefined;
}

const pageShapes = v.object(pageModules);

/** Picks the modules with a page out of all modules, by their type. */
export function pagesOf(allModules: unknown): Readonly<Record<string, readonly PageShape[]>> {
  return v.parse(pageShapes, allModules);
}

/** What an admin page is for: Jira links two kinds of them from the list of apps instead of its sidebar. */
export function adminUse({
  useAsConfig,
  useAsGetStarted,
}: Pick<PageShape, 'useAsConfig' | 'useAsGetStarted'>): ModuleOptions['use'] {
  if (useAsConfig) return 'config';
  return useAsGetStarted ? 'getStarted' : undefined;
}
