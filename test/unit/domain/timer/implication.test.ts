import fc from 'fast-check';
import type { Condition, Reference } from '../../../../src/domain/timer/condition';
import type { FieldId, FieldValue } from '../../../../src/domain/timer/history';
import type { FactShape } from '../../../../src/domain/timer/satisfiable';
import { canHold, equivalent, excludes, implies } from '../../../../src/domain/timer/implication';
import { refs } from '../../../support/builders';

const status = (...names: string[]): Condition => ({ field: 'status', in: refs(...names) });
const label = (...names: string[]): Condition => ({ field: 'labels', in: refs(...names) });
const to = (...names: string[]): Condition => ({ changed: 'status', to: refs(...names) });
const created: Condition = { created: true };

describe('it is proven that', () => {
  it.each<[string, boolean]>([
    ['a status is one of many if it is one of few', implies(status('A'), status('A', 'B'))],
    ['a status is never two at once', excludes(status('A'), status('B'))],
    ['what has a status has one', implies(status('A'), { field: 'status', empty: false })],
    ['a status is so once it became so', implies(to('A'), status('A'))],
    ['what begins at a fact is so after it', implies({ begins: status('A') }, status('A'))],
    [
      'what begins other than at creation is a change',
      implies({ all: [{ begins: status('A') }, { not: created }] }, to('A')),
    ],
    ['what ends was not just created', excludes({ ends: status('A') }, created)],
    [
      'assigning leaves no issue without an assignee',
      excludes({ assigned: true }, { field: 'assignee', empty: true }),
    ],
    ['one fact is not two kinds of thing', excludes({ commented: {} }, { resolved: true })],
    ['a comment by an agent is a comment', implies({ commented: { by: ['agent'] } }, { commented: {} })],
    ['two ways to become either are one', equivalent(to('A', 'B'), { any: [to('B'), to('A')] })],
    [
      'a member of a group is a member of one of two',
      implies({ field: 'assignee', memberOf: refs('G') }, { field: 'assignee', memberOf: refs('G', 'H') }),
    ],
    ['nothing is in an empty list', !canHold({ any: [] })],
  ])('%s', (_law, proven) => {
    expect(proven).toBe(true);
  });
});

describe('it is not taken for granted that', () => {
  it.each<[string, boolean]>([
    ['a field that may hold several values holds one', excludes(label('A'), label('B'))],
    [
      'who is in a group is in no other',
      excludes({ field: 'assignee', memberOf: refs('G') }, { field: 'assignee', memberOf: refs('H') }),
    ],
    [
      'a state that begins was a change: it may be there at creation',
      implies({ begins: status('A') }, to('A')),
    ],
    [
      'a change to one of two values is a change of what they have in common',
      implies(to('A', 'B'), { begins: status('A', 'B') }),
    ],
  ])('%s', (_fallacy, proven) => {
    expect(proven).toBe(false);
  });
});

it('an answer comes soon, whatever is asked', () => {
  const fields = Array.from({ length: 40 }, (_, index) => `customfield_${index}`);
  const either = (value: string): Condition[] =>
    fields.map((field) => ({
      any: [
        { field, in: refs(value) },
        { field, empty: true },
      ],
    }));
  expect(canHold({ all: [...either('A'), ...either('B').map((not) => ({ not }))] })).toBe(true);
});

/** A moment of a small world, of which everything is known. */
interface Moment {
  readonly fact: FactShape;
  readonly before: Fields;
  readonly now: Fields;
}
type Fields = Readonly<Record<FieldId, FieldValue>>;

const statuses = [[], ['A'], ['B'], ['other']];
const labels = [[], ['X'], ['Y'], ['X', 'Y'], ['other'], ['X', 'other']];
const allFields = statuses.flatMap((one) => labels.map((many): Fields => ({ status: one, labels: many })));

const moments: readonly Moment[] = allFields.flatMap((now): Moment[] => [
  { fact: { kind: 'created' }, before: {}, now },
  { fact: { kind: 'other' }, before: now, now },
  { fact: { kind: 'commented', by: 'agent', public: true }, before: now, now },
  { fact: { kind: 'commented', by: 'customer', public: false }, before: now, now },
  ...allFields.map((before): Moment => ({ fact: { kind: 'changed' }, before, now })),
]);

/** What conditions mean, told without any cleverness. */
function isSo(condition: Condition, moment: Moment): boolean {
  const { fact, before, now } = moment;
  const was = (state: Condition): boolean => isSo(state, { ...moment, now: before });
  const anyOf = (values: readonly Reference[] | undefined, held: FieldValue = []): boolean =>
    !values || values.some(({ id }) => held.includes(id));
  if ('all' in condition) return condition.all.every((part) => isSo(part, moment));
  if ('any' in condition) return condition.any.some((part) => isSo(part, moment));
  if ('not' in condition) return !isSo(condition.not, moment);
  if ('created' in condition) return fact.kind === 'created';
  if ('begins' in condition) {
    return isSo(condition.begins, moment) && (fact.kind === 'created' || !was(condition.begins));
  }
  if ('ends' in condition) {
    return !isSo(condition.ends, moment) && fact.kind !== 'created' && was(condition.ends);
  }
  if ('commented' in condition) {
    const { by, public: inPublic } = condition.commented;
    if (fact.kind !== 'commented') return false;
    return (!by || by.includes(fact.by)) && (inPublic === undefined || inPublic === fact.public);
  }
  if ('changed' in condition) {
    const [from, to] = [before[condition.changed], now[condition.changed]];
    const changed = fact.kind === 'changed' && String(from) !== String(to);
    return changed && anyOf(condition.from, from) && anyOf(condition.to, to);
  }
  if ('empty' in condition) return (now[condition.field]?.length === 0) === condition.empty;
  if ('in' in condition) return anyOf(condition.in, now[condition.field]);
  throw new Error('No condition of the small world.');
}

const valuesOf = (field: FieldId) =>
  fc.subarray(field === 'status' ? ['A', 'B'] : ['X', 'Y'], { minLength: 1 }).map((ids) => refs(...ids));
const fieldIds = fc.constantFrom('status', 'labels');
const stateLeaf: fc.Arbitrary<Condition> = fieldIds.chain((field) =>
  fc.oneof(
    valuesOf(field).map((values): Condition => ({ field, in: values })),
    fc.boolean().map((empty): Condition => ({ field, empty })),
  ),
);
const joinedFrom = (leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      tie('condition').map((not): Condition => ({ not })),
      fc.array(tie('condition'), { maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie('condition'), { maxLength: 3 }).map((any): Condition => ({ any })),
    ),
  })).condition;
const states = joinedFrom(stateLeaf);
const eventLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ created: true }),
  states.map((begins): Condition => ({ begins })),
  states.map((ends): Condition => ({ ends })),
  fc.constantFrom<Condition>(
    { commented: {} },
    { commented: { by: ['agent'] } },
    { commented: { public: false } },
  ),
  fieldIds.chain((changed) =>
    fc
      .record({ from: valuesOf(changed), to: valuesOf(changed) }, { requiredKeys: [] })
      .map((values): Condition => ({ changed, ...values })),
  ),
);
const conditions = joinedFrom(fc.oneof(stateLeaf, eventLeaf));

describe('in a small world, where every moment can be tried,', () => {
  it('what is proven to contradict itself never holds', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        fc.pre(!canHold(condition));
        expect(moments.find((moment) => isSo(condition, moment))).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it('what is proven to follow from a condition holds whenever that does', () => {
    fc.assert(
      fc.property(conditions, conditions, (a, b) => {
        const broken = moments.find((moment) => isSo(a, moment) && !isSo(b, moment));
        expect([implies(a, b), broken === undefined]).not.toEqual([true, false]);
        const both = moments.find((moment) => isSo(a, moment) && isSo(b, moment));
        expect([excludes(a, b), both === undefined]).not.toEqual([true, false]);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing about states stays unproven', () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        const broken = moments.find((moment) => isSo(a, moment) && !isSo(b, moment));
        expect(implies(a, b)).toBe(broken === undefined);
      }),
      { numRuns: 500 },
    );
  });
});
