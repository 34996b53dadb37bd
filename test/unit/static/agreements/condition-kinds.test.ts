import * as fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { isEvent, isState } from '../../../../src/domain/timer/condition';
import {
  clauseAs,
  clauseOf,
  eventAs,
  eventKindOf,
  eventKinds,
  groupAs,
  groupKinds,
  groupKindsFor,
  groupOf,
  newState,
  stateVerbs,
  wantedOf,
  withoutPart,
} from '../../../../static/app/src/pages/agreements/editor/condition/condition-kinds';
import {
  readable,
  toggled,
  unknownAmong,
  valuesOf,
  type ConditionDraft,
} from '../../../../static/app/src/pages/agreements/editor/draft-values';
import { law } from '../../../support/laws';
import { projectShape as shape } from './project-shape';

const closed: ConditionDraft = { field: 'status', in: ['Closed'] };
const created: ConditionDraft = { created: true };

const aLeaf: fc.Arbitrary<ConditionDraft> = fc.constantFrom<ConditionDraft>(
  closed,
  { not: closed },
  { field: 'assignee', empty: true },
  { not: { field: 'assignee', empty: false } },
  { not: { field: 'assignee', memberOf: ['network'] } },
  created,
  { not: created },
  { changed: 'status', from: ['New'] },
  { assigned: false },
  { resolved: true },
  { commented: { by: ['agent'], public: true } },
  { begins: closed },
);
const aCondition: fc.Arbitrary<ConditionDraft> = fc.letrec<{ any: ConditionDraft }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    aLeaf,
    fc
      .tuple(fc.constantFrom(...groupKinds), fc.array(tie('any'), { maxLength: 3 }))
      .map(([kind, parts]) => groupAs(kind, parts)),
    tie('any').map((not) => ({ not })),
  ),
})).any;

describe('a condition in the builder', () => {
  law('is a clause, an event or a group, and nothing else', [aCondition], (condition) => {
    const kinds = [clauseOf(condition), eventKindOf(condition), groupOf(condition)];
    return kinds.filter((kind) => kind !== undefined).length === 1;
  });

  law('means the same when it is put together again from what was shown of it', [aCondition], (condition) => {
    const group = groupOf(condition);
    // What something denied stands alone in is shown as a group of one.
    if (group) return group.path === '.not' || isDeepStrictEqual(groupAs(group.kind, group.parts), condition);
    const clause = clauseOf(condition);
    return !clause || isDeepStrictEqual(clauseOf(clauseAs(clause)), clause);
  });

  it.each(stateVerbs)('says of a field that it %s, and is a state then', (verb) => {
    const values = verb === 'empty' || verb === 'filled' ? [] : ['x'];
    const clause = { field: 'assignee', verb, values };
    expect(clauseOf(clauseAs(clause))).toEqual(clause);
    expect(isState(clauseAs(clause))).toBe(true);
  });

  it.each(eventKinds)('can be the event %s in place of any other', (kind) => {
    for (const before of eventKinds.map((other) => eventAs(other, closed, shape))) {
      const event = eventAs(kind, before, shape);
      expect(eventKindOf(event)).toBe(kind);
      expect(isEvent(event)).toBe(true);
    }
  });

  it('goes on being about the same field and state when its kind changes', () => {
    const begins = eventAs('begins', { changed: 'priority' }, shape);
    expect(begins).toEqual({ begins: { field: 'priority', in: [] } });
    expect(eventAs('ends', { begins: closed }, shape)).toEqual({ ends: closed });
    expect(eventAs('changed', { begins: closed }, shape)).toEqual({ changed: 'status' });
    expect(newState(shape)).toEqual({ field: 'status', in: [] });
  });
});

describe('a group in the builder', () => {
  const groupIn = (condition: ConditionDraft) => groupOf(condition)!;

  it('asks for an event among all its parts, where an event is wanted, and for states beside it', () => {
    const group = groupIn({ all: [created, { not: closed }] });
    expect([wantedOf(group, 0, 'event'), wantedOf(group, 1, 'event')]).toEqual(['event', 'either']);
  });

  it('asks for events alone, where any of them is to be the event', () => {
    expect(wantedOf(groupIn({ any: [created, { assigned: true }] }), 1, 'event')).toBe('event');
    expect(wantedOf(groupIn({ any: [closed] }), 0, 'state')).toBe('state');
    expect(groupKindsFor('event')).toEqual(['all', 'any']);
    expect(groupKindsFor('state')).toEqual(groupKinds);
  });

  it('leaves the last of its parts alone, where that may stand alone', () => {
    const group = groupIn({ all: [created, { not: closed }] });
    expect(withoutPart(group, 1, 'event')).toEqual(created);
    expect(withoutPart(group, 0, 'event')).toEqual({ all: [{ not: closed }] });
    expect(withoutPart(groupIn({ not: { any: [closed, closed] } }), 0, 'state')).toEqual({
      not: { any: [closed] },
    });
    expect(withoutPart(groupIn({ any: [closed] }), 0, 'state')).toEqual({ any: [] });
  });
});

describe('values that are ticked', () => {
  const statuses = valuesOf('status', shape)!;
  const [fifth, sixth] = statuses.filter(({ name }) => name === 'Closed');

  it('are written by their names, or by their ids where two have the same name', () => {
    expect(statuses.map(({ text }) => text)).toEqual(['New', 'Active', 'Waiting', 'Resolved', '6', '7']);
    expect(valuesOf('labels', shape)).toBeUndefined();
  });

  it('leave the other one ticked, when a name stands for two of them', () => {
    expect(toggled(['New', 'Closed'], fifth!, statuses)).toEqual(['New', '7']);
    expect(toggled(['New', '7'], fifth!, statuses)).toEqual(['New', '7', '6']);
    expect(toggled(['6'], sixth!, statuses)).toEqual(['6', '7']);
  });

  it('stay beside what the field does not have, which is shown as it is written', () => {
    expect(unknownAmong(['New', 'Gone', '6'], statuses)).toEqual(['Gone']);
    expect(readable({ field: 'status', in: ['Gone', '6'] }, shape)).toEqual({
      field: 'status',
      in: [
        { id: 'Gone', name: 'Gone' },
        { id: '6', name: 'Closed' },
      ],
    });
  });
});
