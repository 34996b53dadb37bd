import * as v from 'valibot';
import type { AppData } from '../seams';
import type { Installation } from './installation';
import type { Manifest } from './manifest';
import { key, text } from './page-modules';

/** Values of all `jira:entityProperty` modules together. */
const MAX_INDEXED_VALUES = 100;

/**
 * The modules by which an app adds to Jira's own data. How a field looks and is edited (`view`, `edit`), lists, validation,
 * groups and objects are not modelled.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/
 */
export const dataModules = {
  'jira:customField': v.optional(
    v.array(
      v.strictObject({
        key,
        name: text,
        description: text,
        type: v.picklist(['string', 'number', 'date', 'datetime', 'user']),
        readOnly: v.optional(v.boolean(), false),
      }),
    ),
    [],
  ),
  'jira:entityProperty': v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          key,
          entityType: v.optional(v.literal('issue'), 'issue'),
          propertyKey: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
          values: v.array(
            v.strictObject({
              path: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
              type: v.picklist(['number', 'string', 'text', 'user', 'date']),
              // The schema also lets dots through, which the documentation of the module forbids.
              searchAlias: v.optional(v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_-]{1,255}$/))),
            }),
          ),
        }),
      ),
      v.check(
        (list) => list.flatMap(({ values }) => values).length <= MAX_INDEXED_VALUES,
        `An app indexes ${MAX_INDEXED_VALUES} values of properties at most`,
      ),
    ),
    [],
  ),
  'jira:projectPermission': v.optional(
    v.array(
      v.strictObject({
        key,
        name: text,
        description: text,
        category: v.optional(
          v.picklist([
            'attachments',
            'comments',
            'issues',
            'other',
            'projects',
            'time_tracking',
            'voters_and_watchers',
          ]),
          'other',
        ),
      }),
    ),
    [],
  ),
};

export type DataModules = {
  readonly [Type in keyof typeof dataModules]: v.InferOutput<(typeof dataModules)[Type]>;
};

/** What Jira is told of them. Names are in the fallback language: Jira here has one name for all. */
export function appData({ data, translations }: Manifest, installation: Installation): AppData {
  return {
    fields: data['jira:customField'].map((field) => ({
      ari: installation.moduleAri(field.key),
      name: translations.text(field.name, ''),
      type: field.type,
      isReadOnly: field.readOnly,
    })),
    permissions: data['jira:projectPermission'].map(({ key: module, name, description, category }) => ({
      ari: installation.moduleAri(module),
      name: translations.text(name, ''),
      description: translations.text(description, ''),
      category,
    })),
    properties: data['jira:entityProperty'].flatMap(({ propertyKey, values }) =>
      values.map(({ path, type, searchAlias }) => ({
        propertyKey,
        path,
        type,
        ...(searchAlias === undefined ? {} : { alias: searchAlias }),
      })),
    ),
  };
}
