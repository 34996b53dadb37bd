import { laterOf, type Instant } from '../time/instant';
import type { FieldId, FieldValue, FieldValues, History } from '../timer/history';

/** An issue that nobody has opened, to see what would be promised about it. */
export interface MadeUpIssue {
  readonly created: Instant;
  /** What its fields hold when it is created, as ids. */
  readonly fields: FieldValues;
  /** What happens to it then, in any order. */
  readonly changes: readonly MadeUpChange[];
}

export interface MadeUpChange {
  readonly at: Instant;
  readonly field: FieldId;
  readonly to: FieldValue;
}

/** When the last of it has happened. */
export function endOf({ created, changes }: MadeUpIssue): Instant {
  return changes.reduce((latest, { at }) => laterOf(latest, at), created);
}

/** What happened to it, as the engine reads it (engine rule 9). */
export function historyOf({ created, fields, changes }: MadeUpIssue): History {
  const held = new Map<FieldId, FieldValue>(Object.entries(fields));
  const inOrder = [...changes].sort((a, b) => a.at - b.at);
  return {
    facts: [
      { id: 'issue/0', at: created, kind: 'created', fields },
      ...inOrder.map(({ at, field, to }, index) => {
        const from = held.get(field) ?? [];
        held.set(field, to);
        return { id: `change/${index}`, at, kind: 'changed' as const, changes: [{ field, from, to }] };
      }),
    ],
  };
}
