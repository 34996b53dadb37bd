import type { ActionOf } from '../../../../src/domain/alert/action';
import { actionSummary } from '../../../../src/domain/alert/action-summary';

const nothing = { to: [], word: '', isPublic: false };

it.each<[ActionOf<string>, object]>([
  [
    { notify: ['assignee', { group: 'desk' }], subject: 'Late', text: 'Very' },
    { kind: 'notify', to: ['assignee', { group: 'desk' }] },
  ],
  [{ assign: 'ann' }, { kind: 'assign', to: [{ user: 'ann' }] }],
  [{ watcher: 'ann' }, { kind: 'watcher', to: [{ user: 'ann' }] }],
  [{ label: 'late' }, { kind: 'label', word: 'late' }],
  [{ priority: 'p1' }, { kind: 'priority', word: 'P1' }],
  [{ comment: 'Secret' }, { kind: 'comment' }],
  [
    { comment: 'Late', public: true },
    { kind: 'comment', isPublic: true },
  ],
  [{ linkedIssue: { project: '1', issueType: '2', linkType: '3' }, summary: 'Why' }, { kind: 'linkedIssue' }],
])('of %j is what it does and to whom, without the texts', (action, summary) => {
  expect(actionSummary(action, (priority) => priority.toUpperCase())).toEqual({ ...nothing, ...summary });
});
