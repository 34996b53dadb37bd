import type { CustomField, Issue } from '../model';
import type { Json, Reader } from '../shapes';
import { fieldName, systemFieldIds } from './issue-json';
import { ok, reference, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

const plugin = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** A custom field's value as issues show it: a string, an option, or null. */
export function customFieldValue({ store, base }: Reader, issue: Issue, fieldId: string): unknown {
  const field = store.customField(fieldId);
  const value = issue.custom.get(fieldId);
  if (value === undefined) return null;
  if (field.type === 'text') return value;
  return {
    self: `${base}/rest/api/3/customFieldOption/${value}`,
    value: field.options.get(value) ?? '',
    id: value,
  };
}

/**
 * What a request sets a custom field to: text, or an option by `value` or `id`.
 * @returns the text or the option's id; null empties the field.
 * @throws RestError 400 for a value that the field cannot take.
 */
export function parseCustomField(field: CustomField, value: unknown): string | null {
  if (value === null) return null;
  if (field.type === 'text') {
    if (typeof value !== 'string')
      throw new RestError(400, [], { [field.id]: 'Operation value must be a string' });
    return value === '' ? null : value;
  }
  const wanted = reference(value, ['id', 'value']);
  for (const [id, name] of field.options) if (id === wanted || name === wanted) return id;
  const message =
    wanted === undefined
      ? `Specify a valid 'id' or 'name' for ${field.name}`
      : `Option value '${wanted}' is not valid`;
  throw new RestError(400, [], { [field.id]: message });
}

function customFieldJson(field: CustomField): Json {
  const customId = Number(field.id.replace('customfield_', ''));
  const type = field.type === 'select' ? 'option' : 'string';
  const custom = `${plugin}:${field.type === 'select' ? 'select' : 'textfield'}`;
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${customId}]`, field.name],
    schema: { type, custom, customId },
  };
}

const systemTypes: Readonly<Record<string, string>> = {
  issuetype: 'issuetype',
  project: 'project',
  status: 'status',
  priority: 'priority',
  resolution: 'resolution',
  security: 'securitylevel',
  creator: 'user',
  reporter: 'user',
  assignee: 'user',
  created: 'datetime',
  updated: 'datetime',
  resolutiondate: 'datetime',
  statuscategorychangedate: 'datetime',
  labels: 'array',
  comment: 'comments-page',
};

/**
 * All fields of the site.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
 */
function getFields({ reader }: Call): Answer {
  const system = systemFieldIds.map((id) => ({
    id,
    key: id,
    name: fieldName(reader, id),
    custom: false,
    orderable: true,
    navigable: id !== 'comment',
    searchable: true,
    clauseNames: [id],
    schema: {
      type: systemTypes[id] ?? 'string',
      ...(id === 'labels' ? { items: 'string' } : {}),
      system: id,
    },
  }));
  return ok([...system, ...[...reader.store.customFields.values()].map(customFieldJson)]);
}

export const fieldOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/field', scopes: ['read:jira-work'], handle: getFields },
];
