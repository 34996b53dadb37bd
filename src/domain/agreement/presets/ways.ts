import type { Reference } from '../../timer/condition';
import type { ProjectShape } from '../project-shape';

/**
 * What a status means to whoever waits for the issue. `new`: nobody works on it yet. `waiting`: for the customer. `fixed`:
 * work is done or service restored, and that is still to be verified.
 */
export const stages = ['new', 'in-work', 'waiting', 'fixed', 'done'] as const;
export type Stage = (typeof stages)[number];

export const issueKinds = ['incident', 'problem', 'request'] as const;
export type IssueKind = (typeof issueKinds)[number];

/** How a project works, as far as a preset has to know. Statuses, issue types and priorities are named by their ids. */
export interface Ways {
  readonly stages: Readonly<Record<Reference['id'], Stage>>;
  /** Of each issue type. */
  readonly kinds: Readonly<Record<Reference['id'], IssueKind>>;
  /** The priorities that are urgent. */
  readonly urgent: readonly Reference['id'][];
}

/** What a project's categories and names, English or Chinese, suggest; people can correct it. */
export function likelyWays(shape: ProjectShape): Ways {
  return {
    stages: likelyStages(shape.statuses),
    kinds: likelyKinds(valuesOf(shape, 'issuetype')),
    urgent: likelyUrgent(valuesOf(shape, 'priority')),
  };
}

/** All values of a field that Jira lists; none where it lists none. */
export function valuesOf({ fields }: ProjectShape, field: string): readonly Reference[] {
  return fields.find(({ id }) => id === field)?.values ?? [];
}

const FOR_US = /\b(a?wait\w*|pending) (for )?(support|agents?|triage|assign\w*)|等待支持|待受理|待分[派配]/i;
const FOR_CUSTOMER =
  /\b(a?wait|pend|hold|need)\w* .*(user|customer|client|reporter|requester|info|feedback|reply|evidence)|(等待|待).*(客户|用户|反馈|回复|补充)/i;
const SET_ASIDE = /^(pending|on[ -]hold)$|挂起|暂停/i;
const FIXED =
  /\b(fixed|resolved|restored|mitigated|verify|verifying|verification)\b|已修复|已解决|已恢复|待验证|验证中/i;
const CLOSED = /\b(closed|verified|done|completed?)\b|关闭|已验证|完成/i;

function likelyStages(statuses: ProjectShape['statuses']): Ways['stages'] {
  const isConfirmed = statuses.done.some(({ name }) => CLOSED.test(name) && !FIXED.test(name));
  const stageOf = ({ name }: Reference, otherwise: Stage): Stage => {
    if (FOR_US.test(name)) return 'new';
    if (FOR_CUSTOMER.test(name) || SET_ASIDE.test(name)) return 'waiting';
    return FIXED.test(name) ? 'fixed' : otherwise;
  };
  return Object.fromEntries([
    ...statuses.new.map((status) => [status.id, stageOf(status, 'new')]),
    ...statuses.indeterminate.map((status) => [status.id, stageOf(status, 'in-work')]),
    // Where nothing comes after it, what is resolved is done.
    ...statuses.done.map(({ id, name }) => [id, isConfirmed && FIXED.test(name) ? 'fixed' : 'done']),
  ]) as Ways['stages'];
}

const INCIDENT = /incident|outage|故障|事件|中断/i;
const PROBLEM = /problem|问题/i;
const DEFECT = /\b(bug|defect|fault)\b|缺陷/i;

function likelyKinds(types: readonly Reference[]): Ways['kinds'] {
  const incident = types.some(({ name }) => INCIDENT.test(name)) ? INCIDENT : DEFECT;
  const kindOf = (name: string): IssueKind => {
    if (incident.test(name)) return 'incident';
    return PROBLEM.test(name) ? 'problem' : 'request';
  };
  return Object.fromEntries(types.map(({ id, name }) => [id, kindOf(name)]));
}

const URGENT = /urgent|critical|blocker|highest|\bhigh\b|\bp[01]\b|紧急|严重|最高|^高|重大|致命/i;
const NOT_SO = /\b(not|non)\b|[不非]/i;

/** Jira lists them from the highest down. */
function likelyUrgent(priorities: readonly Reference[]): Ways['urgent'] {
  const named = priorities.filter(({ name }) => URGENT.test(name) && !NOT_SO.test(name));
  const likely = named.length > 0 ? named : priorities.slice(0, priorities.length > 1 ? 1 : 0);
  return likely.map(({ id }) => id);
}
