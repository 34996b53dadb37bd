import { problem, type Problem } from '../problem';
import type { Reference } from '../timer/condition';
import type { FieldId } from '../timer/history';
import { ABLE, type KnownField, type KnownFields } from './known-field';

/** A draft while it is read: what it may refer to, and what was found wrong with it so far. */
export interface DraftReading {
  readonly fieldOf: KnownFields;
  /** The groups of the site that it names. */
  readonly groups: readonly Reference[];
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

export function mustKnow(
  field: FieldId,
  path: string,
  { fieldOf, problems }: DraftReading,
): KnownField | undefined {
  const known = fieldOf(field);
  if (!known) problems.push(problem('condition.unknown-field', path, { found: field }));
  return known;
}

/** A field that is to say when something is due, began or stopped, or how long it may take. */
export function mustHold(what: keyof typeof ABLE, field: FieldId, path: string, reading: DraftReading): void {
  const known = mustKnow(field, path, reading);
  if (!known || ABLE[what].includes(known.kind)) return;
  reading.problems.push(problem(`goal.no-${what}-field`, path, { found: field }));
}
