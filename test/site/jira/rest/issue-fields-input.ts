import { isAdf } from '../adf';
import type { FieldEdits } from '../history-items';
import type { Project } from '../model';
import { can } from '../permissions';
import { parseCustomField, parseDate } from './field-value';
import { badField, reference, RestError } from './operation';
import type { Call } from './operation';

type Edits = { -readonly [K in keyof FieldEdits]: FieldEdits[K] };

/**
 * The `fields` object of a create or edit request as edits.
 * @throws RestError 400 naming each field that does not exist, cannot be set here, or cannot take its value.
 */
export function parseFields(
  call: Call,
  project: Project,
  fields: Readonly<Record<string, unknown>>,
): FieldEdits {
  const edits: Edits = {};
  const custom = new Map<string, string | null>();
  const errors: Record<string, string> = {};
  for (const [id, value] of Object.entries(fields)) {
    const field = call.store.customFields.get(id);
    try {
      if (field?.isReadOnly === true) throw notOnScreen(id);
      if (field !== undefined) custom.set(id, parseCustomField(call.store, field, value));
      else Object.assign(edits, parseSystemField(call, project, id, value));
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      Object.assign(errors, error.errors);
    }
  }
  if (Object.keys(errors).length > 0) throw new RestError(400, [], errors);
  return custom.size === 0 ? edits : { ...edits, custom };
}

function parseSystemField(call: Call, project: Project, id: string, value: unknown): FieldEdits {
  switch (id) {
    case 'summary':
      return { summary: parseSummary(value) };
    case 'description':
      if (value !== null && !isAdf(value))
        throw badField(
          id,
          'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
        );
      return { description: value };
    case 'duedate':
      return { dueDate: value === null ? null : parseDate(id, value) };
    case 'labels':
      return { labels: parseLabels(value) };
    case 'issuetype':
      return { typeId: parseType(project, value) };
    case 'priority':
      return { priorityId: parsePriority(call, value) };
    case 'assignee':
      return { assigneeId: parseAssignee(call, project, value) };
    case 'security':
      return { securityLevelId: parseLevel(call, project, value) };
    default:
      throw notOnScreen(id);
  }
}

export function notOnScreen(id: string): RestError {
  return badField(id, `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`);
}

function parseSummary(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw badField('summary', 'You must specify a summary of the issue.');
  if (/[\r\n]/.test(value)) {
    throw badField('summary', 'The summary is invalid because it contains newline characters.');
  }
  if (value.length > 255) throw badField('summary', 'Summary must be less than 255 characters.');
  return value;
}

function parseLabels(value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((label) => typeof label === 'string')) {
    throw badField('labels', 'data was not an array');
  }
  const spaced = value.find((label) => /\s/.test(label));
  if (spaced !== undefined)
    throw badField('labels', `The label '${spaced}' contains spaces which is invalid.`);
  return [...new Set(value)];
}

function parseType({ issueTypes }: Project, value: unknown): string {
  const wanted = reference(value, ['id', 'name']);
  const type = issueTypes.find(({ id, name }) => id === wanted || name === wanted);
  if (type === undefined) throw badField('issuetype', 'The issue type selected is invalid.');
  return type.id;
}

function parsePriority({ store }: Call, value: unknown): string {
  const wanted = reference(value, ['id', 'name']);
  for (const { id, name } of store.priorities.values()) if (id === wanted || name === wanted) return id;
  throw badField('priority', `The priority selected is invalid.`);
}

function parseAssignee(call: Call, project: Project, value: unknown): string | null {
  if (!can(call.store, call.caller, 'ASSIGN_ISSUES', project)) throw notOnScreen('assignee');
  const accountId = reference(value, ['accountId', 'id']);
  if (value === null || (accountId === undefined && hasNullId(value))) return null;
  if (accountId === undefined)
    throw badField('assignee', 'expected Object containing a `accountId` property');
  const assignable = can(call.store, { kind: 'user', accountId }, 'ASSIGNABLE_USER', project);
  if (!assignable) throw badField('assignee', `User '${accountId}' cannot be assigned issues.`);
  return accountId;
}

function hasNullId(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).includes(null);
}

function parseLevel(call: Call, project: Project, value: unknown): string | null {
  if (!can(call.store, call.caller, 'SET_ISSUE_SECURITY', project)) throw notOnScreen('security');
  if (value === null) return null;
  const wanted = reference(value, ['id', 'name']);
  const level = project.securityLevels.find(({ id, name }) => id === wanted || name === wanted);
  if (level === undefined) throw badField('security', 'The selected issue security level is invalid.');
  return level.id;
}
