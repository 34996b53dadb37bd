import type { Condition } from '../../../../src/domain/timer/condition';
import type { Fact } from '../../../../src/domain/timer/history';
import { presentAt, unmet, type Present } from '../../../../src/domain/timer/unmet';
import { changed, created, onWednesday, priorityIs, refs } from '../../../support/builders';

const facts: Fact[] = [
  created(onWednesday('09:00'), { priority: 'Low', assignee: 'kim' }),
  changed(onWednesday('10:00'), { priority: 'Low → High' }),
  { id: 'member/1', at: onWednesday('11:00'), kind: 'membership', account: 'kim', groups: ['network'] },
];
const at = (time: string) => presentAt({ facts }, onWednesday(time));

const memberOf = (group: string): Condition => ({ field: 'assignee', memberOf: refs(group) });
const unassigned: Condition = { field: 'assignee', empty: true };

describe('what an issue is like', () => {
  it('is what its fields came to hold by then', () => {
    expect(at('09:59').fields['priority']).toEqual(['Low']);
    expect(at('10:00').fields['priority']).toEqual(['High']);
  });

  it('leaves open which groups somebody was in before anybody looked', () => {
    expect(at('10:59').groups.size).toBe(0);
    expect(at('11:00').groups.get('kim')).toEqual(['network']);
  });
});

describe('the reasons why a condition does not hold', () => {
  it('are none when it holds', () => {
    const { fields } = at('12:00');
    expect(fields).toMatchObject({ status: ['Open'] });
    for (const condition of [
      priorityIs('High'),
      { not: unassigned },
      { any: [priorityIs('Low'), memberOf('network')] },
      { not: { all: [priorityIs('High'), unassigned] } },
      { not: { not: priorityIs('High') } },
    ] satisfies Condition[])
      expect(unmet(condition, at('12:00'))).toEqual([]);
  });

  it('name the part of several that fails, and what is there instead', () => {
    const condition = { all: [priorityIs('High'), { field: 'status', in: refs('Done') }] };
    expect(unmet(condition, at('12:00'))).toEqual([
      { condition: { field: 'status', in: refs('Done') }, field: 'status', found: ['Open'] },
    ]);
  });

  it('name every part where one would have done', () => {
    const reasons = unmet({ any: [priorityIs('Low'), memberOf('desk')] }, at('12:00'));
    expect(reasons).toEqual([
      { condition: priorityIs('Low'), field: 'priority', found: ['High'] },
      { condition: memberOf('desk'), field: 'assignee', found: ['network'] },
    ]);
  });

  it('turn round what stands in a not', () => {
    const neither: Condition = { not: { any: [priorityIs('High'), unassigned] } };
    expect(unmet(neither, at('12:00'))).toEqual([
      { condition: { not: priorityIs('High') }, field: 'priority', found: ['High'] },
    ]);
  });

  it('say of an empty field that it holds nothing', () => {
    expect(unmet({ field: 'resolution', empty: false }, at('12:00'))).toEqual([
      { condition: { field: 'resolution', empty: false }, field: 'resolution', found: [] },
    ]);
  });

  it('say that nobody knows, whichever way round the question is', () => {
    const unknown = { field: 'assignee', found: null };
    expect(unmet(memberOf('network'), at('10:30'))).toMatchObject([unknown]);
    expect(unmet({ not: memberOf('network') }, at('10:30'))).toMatchObject([unknown]);
  });

  it('are none for one of several accounts that is known to be in the group, whatever the others are in', () => {
    const present: Present = {
      fields: { approvers: ['stranger', 'ann'] },
      groups: new Map([['ann', ['network']]]),
    };
    const asked = (group: string): Condition => ({ field: 'approvers', memberOf: refs(group) });
    expect(unmet(asked('network'), present)).toEqual([]);
    expect(unmet({ not: asked('network') }, present)).toMatchObject([{ found: ['network'] }]);
    expect(unmet(asked('desk'), present)).toMatchObject([{ found: null }]);
  });
});
