import { maySee } from '../permissions';
import { pageOf } from './operation';
import type { Answer, Call, Operation } from './operation';

const mostLabels = 1000;

/**
 * The labels of all issues that the caller may see, in alphabetical order.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-labels/#api-rest-api-3-label-get
 */
function getLabels(call: Call): Answer {
  const { store, caller } = call;
  const visible = [...store.issues.values()].filter((issue) => maySee(store, caller, issue));
  const labels = [...new Set(visible.flatMap((issue) => issue.labels))].sort();
  return pageOf(call, 'label', labels, { fallback: mostLabels, toJson: (label) => label });
}

export const labelOperations: readonly Operation[] = [
  { method: 'GET', path: '/rest/api/3/label', scopes: ['read:jira-work'], handle: getLabels },
];
