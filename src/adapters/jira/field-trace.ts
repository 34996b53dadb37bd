import type { FieldChange, FieldId, FieldValue } from '../../domain/timer/history';
import type { Instant } from '../../domain/time/instant';
import type { FieldShape } from './field-shape';
import type { ChangeItem } from './schemas';
import { changedValue, type Said } from './value-ids';

/** One item of a change history, with the id and the instant of its history. */
export interface Step {
  readonly history: string;
  readonly at: Instant;
  readonly item: ChangeItem;
}

export interface TracedChange {
  readonly history: string;
  readonly at: Instant;
  readonly change: FieldChange;
}

/** What a field held from the creation until now. */
export interface FieldTrace {
  readonly atCreation: FieldValue;
  /** One for each step, in the same order. */
  readonly changes: readonly TracedChange[];
  /** Whether each change begins with what the one before it left, and the last one left what the issue holds now. */
  readonly closes: boolean;
}

/**
 * Follows a field through its steps, oldest first.
 *
 * Two sides speak of what the field held between two changes: the `to` of one and the `from` of the next (or the issue
 * itself). Where one of them has only a name, the other one's id is taken. Where they contradict each other, each change
 * keeps what it said of itself if {@link closesByShape} trusts such contradictions; otherwise the later word counts.
 *
 * @param now what the issue holds; undefined when Jira does not show the field there, as after a move to a project without
 *   it. What the last change left then stands.
 */
export function traceField(
  field: FieldId,
  shape: FieldShape,
  now: FieldValue | undefined,
  steps: readonly Step[],
): FieldTrace {
  if (shape === 'parts') return traceParts(field, now ?? partsAfter(steps), steps);
  const between = Array.from({ length: steps.length + 1 }, (_, place) => {
    const [before, after] = [steps[place - 1], steps[place]];
    const later = after ? changedValue(after.item, 'from', shape) : { value: now, shown: '' };
    return settled(before && changedValue(before.item, 'to', shape), later, shape);
  });
  const [first, ...rest] = between;
  return {
    atCreation: first?.begins ?? [],
    changes: steps.map(({ history, at }, place) => ({
      history,
      at,
      change: { field, from: between[place]?.begins ?? [], to: rest[place]?.left ?? [] },
    })),
    closes: between.every(({ agree }) => agree),
  };
}

/** What a field held between two changes: as the one before left it, and as the one after found it. */
interface Between {
  readonly left: FieldValue;
  readonly begins: FieldValue;
  readonly agree: boolean;
}

function settled(before: Said | undefined, after: Said, shape: FieldShape): Between {
  const [left, begins] = [before?.value, after.value];
  if (left && begins) {
    const agree = agreeing(left, begins, shape);
    return { left: agree || !closesByShape(shape) ? begins : left, begins, agree };
  }
  const only = left ?? begins ?? [before?.shown ?? after.shown].filter(Boolean);
  return { left: only, begins: only, agree: true };
}

function agreeing(a: FieldValue, b: FieldValue, shape: FieldShape): boolean {
  if (shape === 'account') return a.length > 0 === b.length > 0;
  return a.length === b.length && a.every((id) => b.includes(id));
}

/**
 * Whether a trace of this shape that does not close means that the history has a hole.
 *
 * It does for single values with ids: on the 33 real issues of test/contract/jira all 244 changes of such fields close, through
 * renamed and deleted statuses, replaced workflows and changed issue types. So a break means that something happened
 * of which Jira kept nothing: an import that brought the ids of another site, a deleted priority or option that was
 * replaced everywhere without an entry, an edited database.
 *
 * For accounts only empty against not empty counts, which is all that conditions can ask: when accounts are merged or
 * customers get Atlassian accounts, old entries keep the old id, and nothing has happened to the issue.
 * Everything else is not asked at all: Jira writes texts, numbers, dates and lists in forms that differ between changelog
 * and issue, by language, and by the app that made the field; what does not match there proves nothing.
 */
export function closesByShape(shape: FieldShape): boolean {
  return shape === 'id' || shape === 'account';
}

/** Each step adds a part or takes one away, so what the field held before is undone from what it holds now. */
function traceParts(field: FieldId, now: FieldValue, steps: readonly Step[]): FieldTrace {
  let held = now;
  const newestFirst = [...steps].reverse().map(({ history, at, item }) => {
    const to = held;
    held = replaced(to, partOf(item, 'to'), partOf(item, 'from'));
    return { history, at, change: { field, from: held, to } };
  });
  return { atCreation: held, changes: newestFirst.reverse(), closes: true };
}

/** The parts that the steps have left, as far as steps speak of them. */
const partsAfter = (steps: readonly Step[]): FieldValue =>
  steps.reduce<FieldValue>((held, { item }) => replaced(held, partOf(item, 'from'), partOf(item, 'to')), []);

const partOf = (item: ChangeItem, side: 'from' | 'to'): FieldValue =>
  changedValue(item, side, 'parts').value ?? [];

const replaced = (parts: FieldValue, old: FieldValue, fresh: FieldValue): FieldValue => [
  ...parts.filter((part) => !old.includes(part)),
  ...fresh.filter((part) => !parts.includes(part)),
];

/** What the field held at an instant, right after what happened just then. */
export function valueAt({ atCreation, changes }: FieldTrace, at: Instant): FieldValue {
  return changes.findLast((traced) => traced.at <= at)?.change.to ?? atCreation;
}
