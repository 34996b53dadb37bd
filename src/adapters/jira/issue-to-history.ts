import type { Author, Fact, FieldChange, FieldValue, FieldValues, History } from '../../domain/timer/history';
import type { ChangeHistory, Comment, JiraIssue } from './schemas';

/**
 * What happened to an issue, from the issue as it is now, all its change histories and all its comments, each in any
 * order (engine rule 9).
 *
 * @param options.gap what could not be read whole, if anything.
 * @param options.fields those to follow, by id. Their values at creation are derived backwards from the changelog.
 */
export function issueToHistory(
  issue: JiraIssue,
  histories: readonly ChangeHistory[],
  comments: readonly Comment[],
  { fields, gap }: { fields: readonly string[]; gap?: History['gap'] },
): History {
  const { created, reporter } = issue.fields;
  const changes = histories.map((history) => changedFact(history));
  const now = Object.fromEntries(fields.map((field) => [field, fieldValue(issue.fields[field])]));
  const facts: Fact[] = [
    { id: `issue/${issue.id}`, at: created, kind: 'created', fields: atCreation(now, changes) },
    ...changes,
    ...comments.map((comment) => commentedFact(comment, reporter?.accountId)),
  ];
  return { facts, ...(gap && { gap }) };
}

type ChangedFact = Fact & { kind: 'changed' };

function changedFact({ id, created, items }: ChangeHistory): ChangedFact {
  const changes = items.map((item): FieldChange => ({
    field: item.fieldId ?? item.field,
    from: changedValue(item.from, item.fromString),
    to: changedValue(item.to, item.toString),
  }));
  return { id: `change/${id}`, at: created, kind: 'changed', changes };
}

/** A change names a value by its id; fields without ids, such as text, only by what was shown. */
function changedValue(id: string | null | undefined, shown: string | null | undefined): FieldValue {
  const value = id ?? shown;
  return value ? [value] : [];
}

function commentedFact(
  { id, created, author, jsdPublic }: Comment,
  reporter: string | null | undefined,
): Fact {
  const { accountId, accountType } = author ?? {};
  const by: Author =
    accountType === 'app'
      ? 'automation'
      : accountType === 'atlassian' && accountId !== reporter
        ? 'agent'
        : 'customer';
  return { id: `comment/${id}`, at: created, kind: 'commented', by, public: jsdPublic ?? true };
}

/** The oldest change of a field tells what it held before. */
function atCreation(now: FieldValues, changes: readonly ChangedFact[]): FieldValues {
  const newestFirst = [...changes].sort(
    (a, b) => b.at - a.at || b.id.localeCompare(a.id, 'en', { numeric: true }),
  );
  const values = { ...now };
  for (const { changes: items } of newestFirst) {
    for (const { field, from } of items) {
      if (field in values) values[field] = from;
    }
  }
  return values;
}

/** A field's value as ids, whatever its type: an option, a person, a list of either, or plain text. */
export function fieldValue(value: unknown): FieldValue {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(fieldValue);
  if (typeof value === 'object') {
    if ('id' in value) return fieldValue(value.id);
    return 'accountId' in value ? fieldValue(value.accountId) : [];
  }
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
