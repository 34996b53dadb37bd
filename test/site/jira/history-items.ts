import { adfText } from './adf';
import { customValueId, customValueText } from './custom-values';
import type { Adf, HistoryItem, Issue } from './model';
import type { Store } from './store';

/** New values of an issue's fields; a field that is absent stays. */
export interface FieldEdits {
  readonly summary?: string;
  readonly description?: Adf | null;
  readonly typeId?: string;
  readonly priorityId?: string;
  readonly assigneeId?: string | null;
  readonly reporterId?: string;
  readonly securityLevelId?: string | null;
  readonly labels?: readonly string[];
  readonly dueDate?: string | null;
  /** Custom field id → value as `Issue.custom` holds it; null empties the field. */
  readonly custom?: ReadonlyMap<string, string | null>;
}

type Named = (id: string) => string;

/** The items of a history for these edits, without those that change nothing, ordered by the field's name. */
export function fieldItems(store: Store, issue: Issue, edits: FieldEdits): HistoryItem[] {
  const project = store.projectOf(issue);
  const user: Named = (id) => store.user(id).displayName;
  const level: Named = (id) => project.securityLevels.find((each) => each.id === id)?.name ?? id;
  const priority: Named = (id) => store.priority(id).name;
  const items = [
    ...custom(store, issue, edits.custom ?? new Map()),
    ...byId('assignee', issue.assigneeId, edits.assigneeId, user),
    ...text('description', adfText(issue.description), edits.description && adfText(edits.description)),
    ...byId('duedate', issue.dueDate, edits.dueDate, (date) => `${date} 00:00:00.0`),
    ...byId('issuetype', issue.typeId, edits.typeId, (id) => store.issueType(id).name),
    ...text('labels', issue.labels.join(' '), edits.labels?.join(' ')),
    ...byId('priority', issue.priorityId, edits.priorityId, priority),
    ...byId('reporter', issue.reporterId, edits.reporterId, user),
    ...byId('security', issue.securityLevelId, edits.securityLevelId, level),
    ...text('summary', issue.summary, edits.summary),
  ];
  return items;
}

/**
 * The items of a move to `statusId`: entering the done category sets a resolution, leaving it clears the resolution,
 * and both stand in the same history as the status.
 */
export function statusItems(
  store: Store,
  issue: Issue,
  statusId: string,
  resolutionId: string,
): HistoryItem[] {
  if (statusId === issue.statusId) return [];
  const done = store.status(statusId).category === 'done';
  const resolution = done ? (issue.resolutionId ?? resolutionId) : null;
  return [
    ...byId('resolution', issue.resolutionId, resolution, (id) => store.resolution(id).name),
    ...byId('status', issue.statusId, statusId, (id) => store.status(id).name),
  ];
}

export function byId(
  field: string,
  from: string | null,
  to: string | null | undefined,
  name: Named,
): HistoryItem[] {
  if (to === undefined || to === from) return [];
  const fromString = from === null ? null : name(from);
  const toString = to === null ? null : name(to);
  return [{ field, fieldtype: 'jira', fieldId: field, from, fromString, to, toString }];
}

function text(field: string, from: string, to: string | null | undefined): HistoryItem[] {
  if (to === undefined || (to ?? '') === from) return [];
  return [
    { field, fieldtype: 'jira', fieldId: field, from: null, fromString: from, to: null, toString: to ?? '' },
  ];
}

function custom(store: Store, issue: Issue, edits: ReadonlyMap<string, string | null>): HistoryItem[] {
  const items = [...edits].flatMap(([fieldId, to]): HistoryItem[] => {
    const from = issue.custom.get(fieldId) ?? null;
    if (to === from) return [];
    const field = store.customField(fieldId);
    const named = (value: string | null): string | null =>
      value === null ? null : customValueText(store, field, value);
    const id = (value: string | null): string | null => (value === null ? null : customValueId(field, value));
    return [
      {
        field: field.name,
        fieldtype: 'custom',
        fieldId,
        from: id(from),
        fromString: named(from),
        to: id(to),
        toString: named(to),
      },
    ];
  });
  return items.sort((a, b) => a.field.localeCompare(b.field, 'en'));
}
