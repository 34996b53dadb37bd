import type { ProjectShape, StatusCategory } from '../../src/domain/agreement/project-shape';
import type { Reference } from '../../src/domain/timer/condition';

type Statuses = Readonly<Record<StatusCategory, readonly string[]>>;

/** A project of so many names, whose ids are none of them. */
function shapeOf(statuses: Statuses, types: readonly string[], priorities: readonly string[]): ProjectShape {
  let last = 100;
  const named = (names: readonly string[]): Reference[] =>
    names.map((name) => ({ id: String((last += 1)), name }));
  const byCategory = {
    new: named(statuses.new),
    indeterminate: named(statuses.indeterminate),
    done: named(statuses.done),
  };
  const all = [...byCategory.new, ...byCategory.indeterminate, ...byCategory.done];
  return {
    fields: [
      { id: 'status', name: 'Status', kind: 'numbered', values: all },
      { id: 'issuetype', name: 'Issue Type', kind: 'numbered', values: named(types) },
      { id: 'priority', name: 'Priority', kind: 'numbered', values: named(priorities) },
    ],
    statuses: byCategory,
  };
}

const usualPriorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];

/** As different projects on Jira sites are. */
export const shapes = {
  /** The project of the sample. */
  sample: shapeOf(
    {
      new: ['New'],
      indeterminate: [
        'Active',
        'Awaiting User Info',
        'Awaiting Vendor',
        'Awaiting Problem',
        'Awaiting Evidence',
      ],
      done: ['Resolved', 'Closed'],
    },
    ['Incident', 'Service request'],
    ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'],
  ),
  /** What a team makes for itself. */
  bare: shapeOf(
    { new: ['To Do'], indeterminate: ['In Progress'], done: ['Done'] },
    ['Task'],
    usualPriorities,
  ),
  /** A service project with the workflows that come with it. */
  service: shapeOf(
    {
      new: ['Open', 'To Do'],
      indeterminate: [
        'Waiting for support',
        'Waiting for customer',
        'In progress',
        'Pending',
        'Under review',
      ],
      done: ['Resolved', 'Canceled', 'Closed'],
    },
    ['[System] Incident', '[System] Problem', '[System] Service request', '[System] Change'],
    usualPriorities,
  ),
  /** The same in Chinese. */
  chinese: shapeOf(
    {
      new: ['待办'],
      indeterminate: ['等待支持', '等待客户', '正在进行', '挂起', '待验证'],
      done: ['已解决', '已取消', '已关闭'],
    },
    ['事件', '问题', '服务请求', '变更'],
    ['最高', '高', '中', '低', '最低'],
  ),
  /** A priority of which is called as the id of the next. */
  numbered: shapeOf(
    { new: ['Open'], indeterminate: ['Work'], done: ['Closed'] },
    ['Incident', 'Problem'],
    ['107', 'Normal', 'Low'],
  ),
} as const;
