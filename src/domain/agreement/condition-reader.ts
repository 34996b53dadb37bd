import { listed, problem, type Problem } from '../problem';
import { isEvent, isState, type Condition, type ConditionOf, type Reference } from '../timer/condition';
import type { FieldId } from '../timer/history';
import { mustKnow, type DraftReading } from './draft-reading';
import { isWrittenAs, type KnownField } from './known-field';

type Draft = ConditionOf<string>;

/** Reads a condition that must last, such as one that pauses a timer. */
export function readState(draft: Draft, path: string, reading: DraftReading): Condition {
  if (!isState(draft)) reading.problems.push(problem('condition.needs-state', path));
  return readCondition(draft, path, reading);
}

/** Reads a condition that must be something that happens, such as one that starts a timer. */
export function readEvent(draft: Draft, path: string, reading: DraftReading): Condition {
  if (!isEvent(draft)) reading.problems.push(problem('metric.needs-event', path));
  return readCondition(draft, path, reading);
}

function readCondition(draft: Draft, path: string, reading: DraftReading): Condition {
  const several = (drafts: readonly Draft[], at: string): Condition[] => {
    if (drafts.length === 0) reading.problems.push(problem('condition.empty', at));
    return drafts.map((each, index) => readCondition(each, `${at}[${index}]`, reading));
  };
  if ('all' in draft) return { all: several(draft.all, `${path}.all`) };
  if ('any' in draft) return { any: several(draft.any, `${path}.any`) };
  if ('not' in draft) return { not: readCondition(draft.not, `${path}.not`, reading) };
  if ('begins' in draft) return { begins: readState(draft.begins, `${path}.begins`, reading) };
  if ('ends' in draft) return { ends: readState(draft.ends, `${path}.ends`, reading) };
  if ('changed' in draft) {
    const { changed, from, to } = draft;
    mustKnow(changed, `${path}.changed`, reading);
    return {
      changed,
      ...(from && { from: references(changed, from, `${path}.from`, reading) }),
      ...(to && { to: references(changed, to, `${path}.to`, reading) }),
    };
  }
  if (!('field' in draft)) return draft;
  const { field } = draft;
  const known = mustKnow(field, `${path}.field`, reading);
  if ('empty' in draft) return draft;
  if ('in' in draft) return { field, in: references(field, draft.in, `${path}.in`, reading) };
  if (known && known.kind !== 'person') {
    reading.problems.push(problem('condition.no-account', `${path}.field`, { field }));
  }
  return { field, memberOf: groupsMeant(draft.memberOf, `${path}.memberOf`, reading) };
}

function groupsMeant(
  texts: readonly string[],
  path: string,
  { groups, problems }: DraftReading,
): Reference[] {
  if (texts.length === 0) problems.push(problem('condition.empty', path));
  return texts.flatMap((text, index) => {
    const meant = groups.filter(({ id, name }) => id === text || name === text);
    if (meant.length === 0) {
      problems.push(problem('condition.unknown-group', `${path}[${index}]`, { found: text }));
    }
    return meant;
  });
}

function references(
  field: FieldId,
  texts: readonly string[],
  path: string,
  reading: DraftReading,
): Reference[] {
  const known = reading.fieldOf(field);
  if (!known) return [];
  if (texts.length === 0) reading.problems.push(problem('condition.empty', path));
  return texts.flatMap((text, index) => meantBy({ field, text, path: `${path}[${index}]` }, known, reading));
}

/** The one value of a field that an action sets: the first of several that bear the same name. */
export function readValue(field: FieldId, text: string, path: string, reading: DraftReading): Reference {
  const known = mustKnow(field, path, reading);
  const [first] = known ? meantBy({ field, text, path }, known, reading) : [];
  return first ?? { id: text, name: text };
}

/**
 * A name stands for every value that bears it, since Jira lets several statuses have the same name. Where values cannot be
 * listed, the text is the value itself.
 */
function meantBy(
  { field, text, path }: { field: FieldId; text: string; path: string },
  { kind, values }: KnownField,
  { problems }: DraftReading,
): readonly Reference[] {
  const refuse = (code: string, details: Problem['details']): void =>
    void problems.push(problem(code, path, { field, found: text, ...details }));
  if (!values) {
    if (!isWrittenAs(kind, text)) refuse('condition.value-form', { kind });
    return [{ id: text, name: text }];
  }
  const meant = values.filter(({ id, name }) => id === text || name === text);
  if (meant.length === 0) {
    refuse('condition.unknown-value', { known: listed(values.map(({ name }) => name)) });
  }
  return meant;
}
