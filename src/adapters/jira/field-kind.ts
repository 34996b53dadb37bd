import type { FieldKind } from '../../domain/agreement/known-field';
import { shapeOf, type FieldSchema, type FieldShape } from './field-shape';

/**
 * Fields that Jira computes or counts, and of whose changes it keeps nothing: what they hold now is not what they held
 * when a condition asks, so that yesterday's verdict would change with them.
 */
const WITHOUT_PAST: ReadonlySet<string> = new Set([
  'updated',
  'resolutiondate',
  'statuscategorychangedate',
  'statusCategory',
  'lastViewed',
  'workratio',
  'progress',
  'aggregateprogress',
  'aggregatetimeestimate',
  'aggregatetimeoriginalestimate',
  'aggregatetimespent',
  'timetracking',
  'votes',
  'watches',
  'comment',
  'worklog',
  'com.atlassian.servicedesk:sd-sla-field',
]);

/** Things whose ids are numbers. */
const NUMBERED: ReadonlySet<string> = new Set([
  'status',
  'priority',
  'issuetype',
  'resolution',
  'project',
  'securitylevel',
  'component',
  'version',
  'option',
  'option-with-child',
  'sd-customerorganization',
]);

const BY_SHAPE: Partial<Record<FieldShape, FieldKind>> = {
  account: 'person',
  words: 'label',
  number: 'number',
  date: 'date',
  instant: 'instant',
  text: 'text',
};

/** What definitions are told of a field; undefined when they cannot refer to it. */
export function kindOf(schema: FieldSchema): FieldKind | undefined {
  const { type, items, system, custom } = schema;
  if (WITHOUT_PAST.has(system ?? custom ?? '')) return undefined;
  const held = type === 'array' ? (items ?? '') : type;
  if (NUMBERED.has(held)) return 'numbered';
  return BY_SHAPE[shapeOf(schema)] ?? (held === 'user' ? 'person' : 'other');
}
