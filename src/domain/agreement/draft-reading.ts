import { problem, type Problem } from '../problem';
import type { FieldId } from '../timer/history';
import type { ValuesOf } from './draft';

/** A draft while it is read: what it may refer to, and what was found wrong with it so far. */
export interface DraftReading {
  readonly valuesOf: ValuesOf;
  /** Ids of the calendars that goals can be counted on. */
  readonly calendars: readonly string[];
  readonly problems: Problem[];
}

export function refuseTwins(
  entries: readonly { readonly id: string }[],
  path: string,
  { problems }: DraftReading,
): void {
  entries.forEach(({ id }, index) => {
    if (entries.findIndex((entry) => entry.id === id) < index) {
      problems.push(problem('definition.id-twice', `${path}[${index}].id`, { found: id }));
    }
  });
}

export function mustKnow(field: FieldId, path: string, { valuesOf, problems }: DraftReading): void {
  if (!valuesOf(field)) problems.push(problem('condition.unknown-field', path, { found: field }));
}
