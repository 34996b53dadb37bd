import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { DataModules } from './data-modules';
import { LONG_FUNCTION_SECONDS, SHORT_FUNCTION_SECONDS } from './limits';
import type { ModuleOptions } from '../seams';
import { readManifestShape, type ManifestShape } from './manifest-shape';
import { adminUse, type PageShape, type Text } from './page-modules';
import { readTranslations, type Translations } from './translations';

/** The manifest as the site needs it: checked, with every reference resolved. */
export interface Manifest {
  /** The UUID at the end of the app's ARI. */
  readonly appId: string;
  readonly memoryMB: number;
  readonly scopes: ReadonlySet<string>;
  readonly permissions: ManifestShape['permissions'];
  readonly functions: ReadonlyMap<string, AppFunction>;
  readonly pages: readonly PageModule[];
  readonly triggers: readonly Trigger[];
  readonly schedules: readonly Schedule[];
  /** By the name of the queue. */
  readonly consumers: ReadonlyMap<string, Consumer>;
  readonly hasSql: boolean;
  /** What the app adds to Jira's own data. */
  readonly data: DataModules;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly translations: Translations;
}

export interface AppFunction {
  readonly key: string;
  /** File in the bundle's folder without its ending, and the export in it. */
  readonly file: string;
  readonly exportName: string;
  /** Seconds of machine time; the lowest of all modules that use the function. */
  readonly limitSeconds: number;
}

/** A module with a page of its own. */
export interface PageModule {
  readonly key: string;
  readonly type: string;
  readonly title: Text;
  readonly description: Text | undefined;
  readonly options: ModuleOptions;
  readonly resolver: string | undefined;
  /** The function that says what changes, such as the status beside the title. */
  readonly dynamicProperties: string | undefined;
  /** Such as `/app/issue-timers.html`: resource key and file. */
  readonly page: string;
}

export interface Trigger {
  readonly key: string;
  readonly functionKey: string;
  readonly events: ReadonlySet<string>;
  readonly ignoreSelf: boolean;
}

export interface Schedule {
  readonly key: string;
  readonly functionKey: string;
  /** Milliseconds. */
  readonly interval: number;
}

export interface Consumer {
  readonly key: string;
  readonly queue: string;
  readonly functionKey: string;
}

export interface Resource {
  readonly key: string;
  /** Absolute path of the folder. */
  readonly folder: string;
  /** The html files that modules may open, by entry key; a resource without entries has `index.html` as ''. */
  readonly entries: ReadonlyMap<string, string>;
}

const INTERVAL_MS = { fiveMinute: 300_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 };

/**
 * Reads `<root>/manifest.yml`.
 * @throws Error that names what is wrong or what this site does not model.
 */
export function readManifest(root: string): Manifest {
  const shape = readManifestShape(parse(readFileSync(join(root, 'manifest.yml'), 'utf8')));
  const { modules } = shape;
  const resources = new Map(shape.resources.map((resource) => [resource.key, toResource(root, resource)]));
  const pages = Object.entries(shape.pages).flatMap(([type, list]) =>
    list.map((module): PageModule => ({
      key: module.key,
      type,
      title: module.title,
      description: module.description,
      resolver: module.resolver?.function,
      dynamicProperties: module.dynamicProperties?.function,
      page: pageOf(module.key, module.resource, resources),
      options: optionsOf(module, resources),
    })),
  );

  const short = new Set([
    ...pages.flatMap((page) => [page.resolver, page.dynamicProperties]),
    ...modules.trigger.map((one) => one.function),
  ]);
  const functions = new Map(modules.function.map((one) => [one.key, toFunction(one, short.has(one.key))]));
  const used = [
    ...short,
    ...modules.consumer.map((one) => one.function),
    ...modules.scheduledTrigger.map((one) => one.function),
  ];
  for (const key of used) {
    if (key !== undefined && !functions.has(key)) throw wrong(`no function has the key ${key}`);
  }

  return {
    appId: shape.app.id.slice(shape.app.id.lastIndexOf('/') + 1),
    memoryMB: shape.app.runtime.memoryMB,
    scopes: new Set(shape.permissions.scopes),
    permissions: shape.permissions,
    functions,
    pages,
    triggers: modules.trigger.map((one) => ({
      key: one.key,
      functionKey: one.function,
      events: new Set(one.events),
      ignoreSelf: one.filter.ignoreSelf,
    })),
    schedules: modules.scheduledTrigger.map((one) => ({
      key: one.key,
      functionKey: one.function,
      interval: INTERVAL_MS[one.interval],
    })),
    consumers: new Map(
      modules.consumer.map((one) => [
        one.queue,
        { key: one.key, queue: one.queue, functionKey: one.function },
      ]),
    ),
    hasSql: modules.sql.length > 0,
    data: modules,
    resources,
    translations: readTranslations(root, shape.translations),
  };
}

function toFunction(one: ManifestShape['modules']['function'][number], short: boolean): AppFunction {
  const [file, exportName, ...rest] = one.handler.split('.');
  if (!file || !exportName || rest.length > 0)
    throw wrong(`the handler ${one.handler} is not of the form file.export`);
  if (short && (one.timeoutSeconds ?? 0) > SHORT_FUNCTION_SECONDS) {
    throw wrong(
      `function ${one.key} serves a page or an event, so timeoutSeconds is at most ${SHORT_FUNCTION_SECONDS}`,
    );
  }
  const standard = short ? SHORT_FUNCTION_SECONDS : LONG_FUNCTION_SECONDS;
  return { key: one.key, file, exportName, limitSeconds: one.timeoutSeconds ?? standard };
}

function toResource(root: string, shape: ManifestShape['resources'][number]): Resource {
  const entries = shape.entry === undefined ? [['', 'index.html'] as const] : Object.entries(shape.entry);
  return { key: shape.key, folder: resolve(root, shape.path), entries: new Map(entries) };
}

function pageOf(moduleKey: string, reference: string, resources: ReadonlyMap<string, Resource>): string {
  const page = pageAt(reference, resources);
  if (page === undefined)
    throw wrong(`module ${moduleKey} names the resource ${reference}, which is not there`);
  return page;
}

/** Path of the page that a reference such as `app/issue-timers` (resource and entry) names, if it is there. */
export function pageAt(reference: string, resources: ReadonlyMap<string, Resource>): string | undefined {
  const [resourceKey = '', entryKey = ''] = reference.split('/');
  const file = resources.get(resourceKey)?.entries.get(entryKey);
  return file === undefined ? undefined : `/${resourceKey}/${file}`;
}

function optionsOf(module: PageShape, resources: ReadonlyMap<string, Resource>): ModuleOptions {
  const { edit, icon, refreshable, status, viewportSize, unlicensedAccess } = module;
  const use = adminUse(module);
  return {
    ...(icon !== undefined && { icon: iconAt(module.key, icon, resources) }),
    ...(status && { status }),
    ...(edit && { editPage: pageOf(module.key, edit.resource, resources) }),
    ...(refreshable === false && { ownRefresh: true }),
    ...(use && { use }),
    ...(viewportSize && { size: viewportSize }),
    ...(unlicensedAccess && { unlicensedAccess }),
  };
}

/** `resource:<key>;<path>`: icons from elsewhere would need a permission that the site does not model. */
function iconAt(moduleKey: string, icon: string, resources: ReadonlyMap<string, Resource>): string {
  const [, resourceKey = '', path = ''] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  if (!resources.has(resourceKey))
    throw wrong(`module ${moduleKey} has the icon ${icon}, which is no resource`);
  return `/${resourceKey}/${path}`;
}

function wrong(what: string): Error {
  return new Error(`manifest.yml: ${what}`);
}
