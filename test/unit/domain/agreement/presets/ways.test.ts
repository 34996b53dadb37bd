import { likelyWays, valuesOf } from '../../../../../src/domain/agreement/presets/ways';
import { shapes } from '../../../../support/project-shapes';

/** What each is taken for, by its name. */
function taken(name: keyof typeof shapes) {
  const shape = shapes[name];
  const { stages, kinds, urgent } = likelyWays(shape);
  const by = (field: string, of: (id: string) => string | undefined) =>
    Object.fromEntries(valuesOf(shape, field).map(({ id, name: called }) => [called, of(id)]));
  return {
    stages: by('status', (id) => stages[id]),
    kinds: by('issuetype', (id) => kinds[id]),
    urgent: valuesOf(shape, 'priority').flatMap(({ id, name: called }) =>
      urgent.includes(id) ? called : [],
    ),
  };
}

describe('how a project works is guessed', () => {
  it('in the sample: who waits for information waits for the customer, who waits for a vendor does not', () => {
    expect(taken('sample')).toEqual({
      stages: {
        New: 'new',
        Active: 'in-work',
        'Awaiting User Info': 'waiting',
        'Awaiting Vendor': 'in-work',
        'Awaiting Problem': 'in-work',
        'Awaiting Evidence': 'waiting',
        Resolved: 'fixed',
        Closed: 'done',
      },
      kinds: { Incident: 'incident', 'Service request': 'request' },
      urgent: ['1 - Critical', '2 - High'],
    });
  });

  it('from the categories alone, where the names say nothing', () => {
    expect(taken('bare')).toEqual({
      stages: { 'To Do': 'new', 'In Progress': 'in-work', Done: 'done' },
      kinds: { Task: 'request' },
      urgent: ['Highest', 'High'],
    });
  });

  it('in a service project: its own queue is no wait for the customer', () => {
    expect(taken('service')).toEqual({
      stages: {
        Open: 'new',
        'To Do': 'new',
        'Waiting for support': 'new',
        'Waiting for customer': 'waiting',
        'In progress': 'in-work',
        Pending: 'waiting',
        'Under review': 'in-work',
        Resolved: 'fixed',
        Canceled: 'done',
        Closed: 'done',
      },
      kinds: {
        '[System] Incident': 'incident',
        '[System] Problem': 'problem',
        '[System] Service request': 'request',
        '[System] Change': 'request',
      },
      urgent: ['Highest', 'High'],
    });
  });

  it('in Chinese', () => {
    expect(taken('chinese')).toEqual({
      stages: {
        待办: 'new',
        等待支持: 'new',
        等待客户: 'waiting',
        正在进行: 'in-work',
        挂起: 'waiting',
        待验证: 'fixed',
        已解决: 'fixed',
        已取消: 'done',
        已关闭: 'done',
      },
      kinds: { 事件: 'incident', 问题: 'problem', 服务请求: 'request', 变更: 'request' },
      urgent: ['最高', '高'],
    });
  });

  it('by the order of priorities, where no name says what is urgent', () => {
    expect(taken('numbered').urgent).toEqual(['107']);
  });
});
