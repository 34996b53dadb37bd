import type { ProjectShape } from '../../../../../../../src/domain/agreement/project-shape';
import { isEvent } from '../../../../../../../src/domain/timer/condition';
import type { FieldId } from '../../../../../../../src/domain/timer/history';
import type { ConditionDraft } from '../draft-values';

/** What may stand at a place: something that lasts, something that happens, or either. */
export type Want = 'state' | 'event' | 'either';

export const stateVerbs = ['is', 'isNot', 'empty', 'filled', 'memberOf', 'notMemberOf'] as const;
type StateVerb = (typeof stateVerbs)[number];

/** A condition on what one field is like. */
export interface StateClause {
  readonly field: FieldId;
  readonly verb: StateVerb;
  /** Of the field, or groups; none where only emptiness is asked about. */
  readonly values: readonly string[];
}

/** The clause that a condition is; undefined for anything else than a question about one field. */
export function clauseOf(condition: ConditionDraft): StateClause | undefined {
  const isDenied = 'not' in condition;
  const asked = isDenied ? condition.not : condition;
  if (!('field' in asked)) return undefined;
  const { field } = asked;
  if ('in' in asked) return { field, verb: isDenied ? 'isNot' : 'is', values: asked.in };
  if ('memberOf' in asked)
    return { field, verb: isDenied ? 'notMemberOf' : 'memberOf', values: asked.memberOf };
  return { field, verb: asked.empty === isDenied ? 'filled' : 'empty', values: [] };
}

export function clauseAs({ field, verb, values }: StateClause): ConditionDraft {
  if (verb === 'empty' || verb === 'filled') return { field, empty: verb === 'empty' };
  if (verb === 'is') return { field, in: values };
  if (verb === 'isNot') return { not: { field, in: values } };
  return verb === 'memberOf' ? { field, memberOf: values } : { not: { field, memberOf: values } };
}

export const eventKinds = [
  'created',
  'changed',
  'begins',
  'ends',
  'assigned',
  'unassigned',
  'resolved',
  'unresolved',
  'commented',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The kind of an event; undefined for a state or a group. */
export function eventKindOf(condition: ConditionDraft): EventKind | undefined {
  if ('assigned' in condition) return condition.assigned ? 'assigned' : 'unassigned';
  if ('resolved' in condition) return condition.resolved ? 'resolved' : 'unresolved';
  return eventKinds.find((kind) => kind in condition);
}

/** An event of a kind, about the same field as the condition that it takes the place of. */
export function eventAs(kind: EventKind, before: ConditionDraft, shape: ProjectShape): ConditionDraft {
  const state = 'begins' in before ? before.begins : 'ends' in before ? before.ends : newState(shape, before);
  if (kind === 'created') return { created: true };
  if (kind === 'changed') return { changed: fieldIn(before) ?? fieldIn(state) ?? usualField(shape) };
  if (kind === 'begins') return { begins: state };
  if (kind === 'ends') return { ends: state };
  if (kind === 'assigned' || kind === 'unassigned') return { assigned: kind === 'assigned' };
  if (kind === 'commented') return { commented: {} };
  return { resolved: kind === 'resolved' };
}

/** What a new condition begins with: a question about the field that is asked about already, or the status. */
export function newState(shape: ProjectShape, before?: ConditionDraft): ConditionDraft {
  return { field: (before && fieldIn(before)) ?? usualField(shape), in: [] };
}

function fieldIn(condition: ConditionDraft): FieldId | undefined {
  return 'changed' in condition ? condition.changed : clauseOf(condition)?.field;
}

function usualField({ fields }: ProjectShape): FieldId {
  const found = fields.find(({ id }) => id === 'status') ?? fields.find(({ values }) => values) ?? fields[0];
  return found?.id ?? 'status';
}

export const groupKinds = ['all', 'any', 'none', 'notAll'] as const;
type GroupKind = (typeof groupKinds)[number];

interface Group {
  readonly kind: GroupKind;
  readonly parts: readonly ConditionDraft[];
  /** Where the parts stand within the condition, for what is found there. */
  readonly path: string;
}

/** The group that a condition is; undefined for a clause or an event. */
export function groupOf(condition: ConditionDraft): Group | undefined {
  if ('all' in condition) return { kind: 'all', parts: condition.all, path: '.all' };
  if ('any' in condition) return { kind: 'any', parts: condition.any, path: '.any' };
  if (!('not' in condition) || clauseOf(condition)) return undefined;
  const { not } = condition;
  if ('any' in not) return { kind: 'none', parts: not.any, path: '.not.any' };
  if ('all' in not) return { kind: 'notAll', parts: not.all, path: '.not.all' };
  return { kind: 'none', parts: [not], path: '.not' };
}

export function groupAs(kind: GroupKind, parts: readonly ConditionDraft[]): ConditionDraft {
  if (kind === 'all') return { all: parts };
  if (kind === 'any') return { any: parts };
  return kind === 'none' ? { not: { any: parts } } : { not: { all: parts } };
}

/** The kinds of group that may stand at a place: that something else happens is no event. */
export const groupKindsFor = (want: Want): readonly GroupKind[] =>
  want === 'event' ? ['all', 'any'] : groupKinds;

/** What a part of a group may be, so that the group stays what its place asks for. */
export function wantedOf({ kind, parts }: Group, index: number, want: Want): Want {
  if (want !== 'event') return want;
  if (kind !== 'all') return 'event';
  const others = parts.filter((_, place) => place !== index);
  return others.some(isEvent) ? 'either' : 'event';
}

/** The group without one of its parts; what is left of two stands alone, where it may. */
export function withoutPart({ kind, parts }: Group, index: number, want: Want): ConditionDraft {
  const left = parts.filter((_, place) => place !== index);
  const [only] = left;
  const isAlone = left.length === 1 && only && (kind === 'all' || kind === 'any');
  return isAlone && (want !== 'event' || isEvent(only)) ? only : groupAs(kind, left);
}
