import { readEvent, readState } from '../agreement/condition-reader';
import { mustKnow, refuseTwins, type DraftReading } from '../agreement/draft-reading';
import type { KnownFields } from '../agreement/known-field';
import type { Service } from '../catalogue/service';
import { problem, type Problem } from '../problem';
import { fieldsOf, groupQuestions, type ConditionOf, type Reference } from '../timer/condition';
import type { FieldId } from '../timer/history';
import { canHold, equivalent } from '../timer/implication';
import type { Degree } from './outage';

/** Which issues are outages, and what in them marks begin and restoration (T10). `Value` as in {@link ConditionOf}. */
export interface OutageRuleOf<Value> {
  readonly id: string;
  readonly name: string;
  /** What an issue is like at some time after the begin: a state of its fields. */
  readonly when: ConditionOf<Value>;
  readonly begin: ConditionOf<Value>;
  readonly end: ConditionOf<Value>;
  /** A field that, where it holds a time, says when the outage began, or ended. */
  readonly beginAt?: FieldId;
  readonly endAt?: FieldId;
  /** The service that is out; left out: the one that the issue belongs to. */
  readonly service?: Service['id'];
  readonly planned: boolean;
  readonly degree: Degree;
}
export type OutageRule = OutageRuleOf<Reference>;
/** A rule as a page sends it, values by their names or ids. */
export type OutageRuleDraft = OutageRuleOf<string>;

/** The rules of a project by which issues are outages. */
export interface OutageRules {
  readonly id: typeof OUTAGE_RULES;
  readonly rules: readonly OutageRule[];
}

/** There is one such document a project. */
export const OUTAGE_RULES = 'outage-rules';

export const MOST_RULES = 20;
export const LONGEST_NAME = 80;

/** What rules can refer to. */
export interface RulesSurroundings {
  readonly fieldOf: KnownFields;
  /** Ids of the services that there are. */
  readonly services: readonly Service['id'][];
}

/** Reads rules; the place of what is wrong with them as in `rules[0].begin`. */
export function readOutageRules(
  drafts: readonly OutageRuleDraft[],
  { fieldOf, services }: RulesSurroundings,
): { readonly rules: readonly OutageRule[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const reading: DraftReading = { fieldOf, groups: [], calendars: [], problems };
  refuseTwins(drafts, 'rules', reading);
  if (drafts.length > MOST_RULES)
    problems.push(problem('outage.many-rules', 'rules', { most: String(MOST_RULES) }));
  const rules = drafts.map((draft, index) => {
    const path = `rules[${index}]`;
    if (draft.service !== undefined && !services.includes(draft.service))
      problems.push(problem('outage.unknown-service', `${path}.service`));
    return readRule(draft, path, reading);
  });
  return { rules, problems };
}

function readRule(draft: OutageRuleDraft, path: string, reading: DraftReading): OutageRule {
  const { problems } = reading;
  const { name, beginAt, endAt } = draft;
  if (name === '') problems.push(problem('outage.no-name', `${path}.name`));
  if (name.length > LONGEST_NAME)
    problems.push(problem('breach.long', `${path}.name`, { most: String(LONGEST_NAME) }));
  for (const part of ['when', 'begin', 'end'] as const) {
    if (groupQuestions(draft[part]).length > 0) problems.push(problem('outage.no-groups', `${path}.${part}`));
  }
  // Each is read only without a question that nobody can answer.
  if (problems.some(({ code }) => code === 'outage.no-groups')) return { ...draft, ...NEVER };
  if (beginAt !== undefined) mustHoldTime(beginAt, `${path}.beginAt`, reading);
  if (endAt !== undefined) mustHoldTime(endAt, `${path}.endAt`, reading);
  const before = problems.length;
  const read = {
    ...draft,
    when: readState(draft.when, `${path}.when`, reading),
    begin: readEvent(draft.begin, `${path}.begin`, reading),
    end: readEvent(draft.end, `${path}.end`, reading),
  };
  if (problems.length === before && canHold(read.begin) && equivalent(read.begin, read.end))
    problems.push(problem('outage.begin-is-end', `${path}.end`));
  return read;
}

/** A day is too long to say when something went wrong. */
function mustHoldTime(field: FieldId, path: string, reading: DraftReading): void {
  const known = mustKnow(field, path, reading);
  if (known && known.kind !== 'instant')
    reading.problems.push(problem('outage.no-time-field', path, { found: field }));
}

/** Stands where a rule is refused anyway. */
const NEVER = { when: { any: [] }, begin: { any: [] }, end: { any: [] } };

/** The fields that a rule asks about. */
export const fieldsOfRule = ({ when, begin, end, beginAt, endAt }: OutageRule): FieldId[] => [
  ...[when, begin, end].flatMap(fieldsOf),
  ...[beginAt, endAt].filter((field) => field !== undefined),
];
