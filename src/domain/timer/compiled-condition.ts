import { fieldsOf, isEvent, leaves, type Condition, type Reference } from './condition';
import type { FieldValue } from './history';
import { COMMENTS, CREATION, isExact, MEMBERSHIPS, type FieldMask, type FieldSlots } from './field-slots';
import type { Moment } from './moment';

/** Whether a condition holds; `UNKNOWN` where it depends on something that nobody has seen yet (engine rules 9, 21). */
const NO = 0;
const UNKNOWN = 1;
const YES = 2;
type Truth = typeof NO | typeof UNKNOWN | typeof YES;

type Test = (moment: Moment) => Truth;

/** A condition ready to be asked at every fact of a history. */
export interface CompiledCondition {
  /** Whether it holds at the moment. What cannot be decided does not hold, and is noted in the moment. */
  readonly holds: (moment: Moment) => boolean;
  /** The same for a state just before the fact of the moment. */
  readonly held: (moment: Moment) => boolean;
  /** What it asks about. While none of this is touched, a state stays as it was. */
  readonly asks: FieldMask;
}

export function compileCondition(condition: Condition, slots: FieldSlots): CompiledCondition {
  const now = testOf(condition, slots, 'now');
  const before = testOf(condition, slots, 'before');
  const asks = slots.maskOf(fieldsOf(condition)) | otherAsks(condition);
  return {
    holds: isEvent(condition)
      ? // It can hold only at a fact that touches what it asks about.
        (moment) => (moment.touched & asks) !== 0 && decided(now(moment), moment)
      : (moment) => decided(now(moment), moment),
    held: (moment) => moment.fact?.kind !== 'created' && before(moment) === YES,
    asks,
  };
}

function decided(truth: Truth, moment: Moment): boolean {
  if (truth === UNKNOWN) moment.isUndecided = true;
  return truth === YES;
}

/** What a condition asks about besides fields. */
function otherAsks(condition: Condition): FieldMask {
  return leaves(condition).reduce((mask, leaf) => {
    if ('created' in leaf) return mask | CREATION;
    if ('commented' in leaf) return mask | COMMENTS;
    if ('memberOf' in leaf) return mask | MEMBERSHIPS;
    if ('begins' in leaf) return mask | CREATION | otherAsks(leaf.begins);
    return 'ends' in leaf ? mask | otherAsks(leaf.ends) : mask;
  }, 0);
}

/** Before or after the fact. */
type Side = 'now' | 'before';

function testOf(condition: Condition, slots: FieldSlots, side: Side): Test {
  if ('all' in condition) return every(condition.all.map((part) => testOf(part, slots, side)));
  if ('any' in condition) return some(condition.any.map((part) => testOf(part, slots, side)));
  if ('not' in condition) {
    const part = testOf(condition.not, slots, side);
    return (moment) => (YES - part(moment)) as Truth;
  }
  if ('created' in condition) return ({ fact }) => truth(fact?.kind === 'created');
  if ('commented' in condition) {
    const { by, public: inPublic } = condition.commented;
    return ({ fact }) =>
      truth(
        fact?.kind === 'commented' &&
          (!by || by.includes(fact.by)) &&
          (inPublic === undefined || inPublic === fact.public),
      );
  }
  if ('begins' in condition) return edge(condition.begins, slots, YES);
  if ('ends' in condition) return edge(condition.ends, slots, NO);
  if ('assigned' in condition) return changeTo('assignee', condition.assigned);
  if ('resolved' in condition) return changeTo('resolution', condition.resolved);
  if ('changed' in condition) return change(condition, slots);
  const slot = slots.of(condition.field).place;
  if ('empty' in condition) {
    const { empty } = condition;
    return (moment) => truth((moment[side][slot]?.length === 0) === empty);
  }
  if ('memberOf' in condition) {
    const ids = idsOf(condition.memberOf);
    return (moment) => {
      let most: Truth = NO;
      for (const account of moment[side][slot] ?? NOTHING) {
        const groups = side === 'now' ? moment.groupsOf(account) : moment.groupsBeforeOf(account);
        const found = groups ? truth(names(ids, groups)) : UNKNOWN;
        if (found > most) most = found;
      }
      return most;
    };
  }
  const ids = idsOf(condition.in);
  const named = slots.valuesOf(condition.field, ids);
  // Asked at every fact, so each has a test of its own that need not choose.
  if (isExact(named)) {
    return side === 'now'
      ? ({ values }) => truth((values & named) !== 0)
      : ({ valuesBefore }) => truth((valuesBefore & named) !== 0);
  }
  return (moment) => truth(names(ids, moment[side][slot] ?? NOTHING));
}

const NOTHING: FieldValue = [];

const truth = (holds: boolean): Truth => (holds ? YES : NO);

const idsOf = (references: readonly Reference[]): readonly string[] => references.map(({ id }) => id);

/** Both are short, so that looking through them beats any index. */
function names(ids: readonly string[], value: FieldValue): boolean {
  for (const held of value) for (const id of ids) if (held === id) return true;
  return false;
}

function change({ changed, from, to }: Extract<Condition, { changed: unknown }>, slots: FieldSlots): Test {
  const [fromIds, toIds] = [from && idsOf(from), to && idsOf(to)];
  const { bit } = slots.of(changed);
  const named = toIds && slots.valuesOf(changed, toIds);
  return (moment) => {
    const { fact, touched, given } = moment;
    if ((touched & bit) === 0 || fact?.kind !== 'changed') return NO;
    if (named !== undefined && (given & named) === 0) return NO;
    for (const one of fact.changes) {
      if (one.field !== changed) continue;
      if ((!fromIds || names(fromIds, one.from)) && (!toIds || names(toIds, one.to))) return YES;
    }
    return NO;
  };
}

function every(parts: readonly Test[]): Test {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  return (moment) => {
    let least: Truth = YES;
    for (const part of parts) {
      const found = part(moment);
      if (found === NO) return NO;
      if (found < least) least = found;
    }
    return least;
  };
}

function some(parts: readonly Test[]): Test {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  return (moment) => {
    let most: Truth = NO;
    for (const part of parts) {
      const found = part(moment);
      if (found === YES) return YES;
      if (found > most) most = found;
    }
    return most;
  };
}

/** The fact at which a state becomes `truth`. Before its creation an issue is in no state at all. */
function edge(state: Condition, slots: FieldSlots, becomes: typeof YES | typeof NO): Test {
  slots.asksBefore = true;
  const now = testOf(state, slots, 'now');
  const before = testOf(state, slots, 'before');
  return (moment) => {
    const after = now(moment);
    if (after !== becomes) return after === UNKNOWN ? UNKNOWN : NO;
    const was = moment.fact?.kind === 'created' ? NO : before(moment);
    // It has come to be so, though nobody can say when.
    if (was === UNKNOWN) moment.isUndecided = true;
    return truth(was !== becomes);
  };
}

/** A change of a field to some value, or to none. */
function changeTo(field: string, some: boolean): Test {
  return ({ fact }) =>
    truth(
      fact?.kind === 'changed' &&
        fact.changes.some((change) => change.field === field && change.to.length > 0 === some),
    );
}
