import * as v from 'valibot';
import { DEFAULT_MEMORY_MB, MAX_FUNCTION_SECONDS } from './limits';
import { dataModules } from './data-modules';
import { key, pageModules, pagesOf, type PageShape } from './page-modules';

/**
 * What a manifest may hold on this site. Whether it is right for Forge is checked by Atlassian's own validator; here
 * everything that the site does not model is refused by name, so that nothing is silently left out.
 */

const modules = v.strictObject({
  ...pageModules,
  ...dataModules,
  trigger: v.optional(
    v.array(
      v.strictObject({
        key,
        function: key,
        events: v.pipe(v.array(v.pipe(v.string(), v.startsWith('avi:'))), v.minLength(1)),
        filter: v.optional(v.strictObject({ ignoreSelf: v.optional(v.boolean(), false) }), {}),
      }),
    ),
    [],
  ),
  scheduledTrigger: v.optional(
    v.array(
      v.strictObject({ key, function: key, interval: v.picklist(['fiveMinute', 'hour', 'day', 'week']) }),
    ),
    [],
  ),
  consumer: v.optional(v.array(v.strictObject({ key, queue: key, function: key })), []),
  function: v.optional(
    v.array(
      v.strictObject({
        key,
        handler: v.string(),
        timeoutSeconds: v.optional(
          v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_FUNCTION_SECONDS)),
        ),
      }),
    ),
    [],
  ),
  sql: v.optional(v.array(v.strictObject({ key, engine: v.literal('mysql') })), []),
});

const manifest = v.strictObject({
  modules,
  resources: v.optional(
    v.array(
      v.strictObject({
        key,
        path: v.string(),
        entry: v.optional(v.record(key, v.pipe(v.string(), v.regex(/^[\w-]+\.html$/)))),
      }),
    ),
    [],
  ),
  translations: v.optional(
    v.strictObject({
      resources: v.array(v.strictObject({ key: v.string(), path: v.string() })),
      fallback: v.strictObject({ default: v.string() }),
    }),
  ),
  permissions: v.optional(
    v.strictObject({
      scopes: v.optional(v.array(v.string()), []),
      content: v.optional(v.strictObject({ styles: v.optional(v.array(v.literal('unsafe-inline'))) })),
    }),
    {},
  ),
  app: v.strictObject({
    id: v.pipe(v.string(), v.startsWith('ari:cloud:ecosystem::app/')),
    runtime: v.strictObject({
      name: v.picklist(['nodejs22.x', 'nodejs24.x']),
      memoryMB: v.optional(v.pipe(v.number(), v.minValue(128), v.maxValue(1024)), DEFAULT_MEMORY_MB),
    }),
  }),
});

export type TranslationsShape = v.InferOutput<typeof manifest>['translations'];

export interface ManifestShape extends v.InferOutput<typeof manifest> {
  /** The modules with a page, by their type. */
  readonly pages: Readonly<Record<string, readonly PageShape[]>>;
}

/** @throws Error that lists every place which is wrong or not modelled. */
export function readManifestShape(input: unknown): ManifestShape {
  const result = v.safeParse(manifest, input);
  if (!result.success) {
    const places = result.issues.map((issue) => {
      const path = v.getDotPath(issue) ?? 'the whole';
      const unknown = issue.type === 'strict_object' && issue.expected === 'never';
      return unknown ? `${path} is not modelled by the site` : `${path}: ${issue.message}`;
    });
    throw new Error(`manifest.yml: ${places.join('; ')}`);
  }
  return { ...result.output, pages: pagesOf(result.output.modules) };
}
