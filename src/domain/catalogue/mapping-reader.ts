import type { KnownFields } from '../agreement/known-field';
import { readState } from '../agreement/condition-reader';
import { problem, type Problem } from '../problem';
import {
  groupQuestions,
  isState,
  type Condition,
  type ConditionOf,
  type Reference,
} from '../timer/condition';
import type { FieldId } from '../timer/history';

/**
 * Reads a mapping as a page sends it: values by their ids, and by the names that Jira showed there. Where the app can list
 * the values of a field their names are Jira's own; for the others the page is believed, since nothing hangs on a name.
 */
export function readMapping(
  sent: Condition,
  path: string,
  { fieldOf, problems }: { readonly fieldOf: KnownFields; readonly problems: Problem[] },
): Condition {
  if (groupQuestions(sent).length > 0) problems.push(problem('service.no-groups', path));
  if (!isState(sent)) problems.push(problem('condition.needs-state', path));
  if (problems.length > 0) return sent;
  const names = new Map<string, string>();
  const byId = withValues(sent, (field, { id, name }) => {
    names.set(`${field} ${id}`, name);
    return id;
  });
  const reading = { fieldOf, groups: [], calendars: [], problems };
  return withValues(readState(byId, path, reading), (field, { id, name }): Reference => ({
    id,
    name: name === id ? (names.get(`${field} ${id}`) ?? name) : name,
  }));
}

/** A state with its values written another way. */
function withValues<Old, New>(
  condition: ConditionOf<Old>,
  rewritten: (field: FieldId, value: Old) => New,
): ConditionOf<New> {
  if ('all' in condition) return { all: condition.all.map((part) => withValues(part, rewritten)) };
  if ('any' in condition) return { any: condition.any.map((part) => withValues(part, rewritten)) };
  if ('not' in condition) return { not: withValues(condition.not, rewritten) };
  if ('in' in condition) {
    const { field } = condition;
    return { field, in: condition.in.map((value) => rewritten(field, value)) };
  }
  if ('empty' in condition) return { field: condition.field, empty: condition.empty };
  throw new Error('a state without groups consists of nothing else');
}
