import type { Condition } from '../../../src/domain/timer/condition';
import { conditionText } from '../../../static/app/src/text/condition-text';
import { refs } from '../../support/builders';
import { inLondon, inShanghai } from './readers';

const priority = (...names: string[]): Condition => ({ field: 'priority', in: refs(...names) });
const status = (...names: string[]): Condition => ({ field: 'status', in: refs(...names) });
const changed = (more: { from?: string[]; to?: string[] } = {}): Condition => ({
  changed: 'status',
  ...(more.from && { from: refs(...more.from) }),
  ...(more.to && { to: refs(...more.to) }),
});
const high = priority('High');
const unassigned: Condition = { field: 'assignee', empty: true };

describe('a condition in words', () => {
  it.each<[Condition, string, string]>([
    [high, 'priority is High', '优先级为 High'],
    [priority('P1', 'P2', 'P3'), 'priority is P1, P2 or P3', '优先级为 P1、P2或P3'],
    [unassigned, 'assignee is empty', '经办人为空'],
    [{ field: 'assignee', empty: false }, 'assignee is set', '经办人不为空'],
    [{ created: true }, 'the issue is created', '创建事务'],
    [changed(), 'status changes', '状态发生变更'],
    [changed({ from: ['New'] }), 'status changes from New', '状态由 New 变更'],
    [changed({ to: ['Done', 'Closed'] }), 'status becomes Done or Closed', '状态变为 Done或Closed'],
    [
      changed({ from: ['New'], to: ['Active'] }),
      'status changes from New to Active',
      '状态由 New 变为 Active',
    ],
    [{ assigned: true }, 'the issue is assigned to somebody', '事务分配给某人'],
    [{ assigned: false }, 'the issue is assigned to nobody', '事务被取消分配'],
    [{ resolved: true }, 'the issue is resolved', '事务得到解决'],
    [{ resolved: false }, 'the issue is no longer resolved', '事务的解决结果被清空'],
    [
      { field: 'assignee', memberOf: refs('Network', 'Servers') },
      'assignee is in the group Network or Servers',
      '经办人属于用户组 Network或Servers',
    ],
    [
      { not: { field: 'assignee', memberOf: refs('Network') } },
      'assignee is not in the group Network',
      '经办人不属于用户组 Network',
    ],
    [{ begins: status('Done', 'Closed') }, 'status becomes Done or Closed', '状态变为 Done或Closed'],
    [{ ends: status('New') }, 'status is no longer New', '状态不再是 New'],
    [{ begins: unassigned }, 'assignee is cleared', '经办人被清空'],
    [{ ends: unassigned }, 'assignee is filled in', '经办人被填写'],
    [
      { begins: { all: [high, unassigned] } },
      'it comes to be so that (priority is High and assignee is empty)',
      '开始满足：（优先级为 High，且经办人为空）',
    ],
    [{ ends: { not: high } }, 'it is no longer so that priority is not High', '不再满足：优先级不是 High'],
    [{ commented: {} }, 'a comment is written', '有评论'],
    [{ commented: { public: false } }, 'an internal comment is written', '有内部评论'],
    [
      { commented: { by: ['agent', 'automation'], public: true } },
      'a public comment is written by an agent or an automation',
      '服务人员或自动化发表公开评论',
    ],
    [
      { all: [high, { field: 'assignee', empty: false }] },
      'priority is High and assignee is set',
      '优先级为 High，且经办人不为空',
    ],
    [{ any: [high, unassigned] }, 'priority is High or assignee is empty', '优先级为 High，或经办人为空'],
    [
      { all: [high, status('New'), unassigned] },
      'priority is High, status is New and assignee is empty',
      '优先级为 High，状态为 New，且经办人为空',
    ],
    [{ any: [high] }, 'priority is High', '优先级为 High'],
    [
      { any: [{ all: [high, unassigned] }] },
      'priority is High and assignee is empty',
      '优先级为 High，且经办人为空',
    ],
    [{ not: high }, 'priority is not High', '优先级不是 High'],
    [{ not: priority('P1', 'P2') }, 'priority is not P1 or P2', '优先级不是 P1或P2'],
    [{ not: unassigned }, 'assignee is set', '经办人不为空'],
    [{ not: { created: true } }, 'it isn’t so that the issue is created', '并非创建事务'],
    [
      { all: [{ any: [high, unassigned] }, { field: 'customfield_10050', in: refs('Gold') }] },
      '(priority is High or assignee is empty) and customfield_10050 is Gold',
      '（优先级为 High，或经办人为空），且customfield_10050为 Gold',
    ],
    [
      { not: { all: [high, unassigned] } },
      'it isn’t so that (priority is High and assignee is empty)',
      '并非（优先级为 High，且经办人为空）',
    ],
  ])('%j', (condition, english, chinese) => {
    expect(conditionText(condition, inLondon)).toBe(english);
    expect(conditionText(condition, inShanghai)).toBe(chinese);
  });

  it('says a name once that several values bear', () => {
    const twins = [
      { id: '1', name: 'Done' },
      { id: '7', name: 'Done' },
    ];
    expect(conditionText({ field: 'status', in: twins }, inLondon)).toBe('status is Done');
    expect(conditionText({ not: { field: 'status', in: twins } }, inLondon)).toBe('status is not Done');
  });
});
