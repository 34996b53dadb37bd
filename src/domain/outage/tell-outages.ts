import { serviceFinder } from '../catalogue/service-of';
import type { Service } from '../catalogue/service';
import { earlierOf, laterOf, type Instant } from '../time/instant';
import { compileCondition, type CompiledCondition } from '../timer/compiled-condition';
import { asksComments, fieldsOf } from '../timer/condition';
import { dateIn } from '../timer/field-reading';
import { FieldSlots } from '../timer/field-slots';
import {
  fieldsOver,
  inOrder,
  type Fact,
  type FieldId,
  type FieldValues,
  type History,
} from '../timer/history';
import { Moment } from '../timer/moment';
import { derivedId, type Derived, type Outage } from './outage';
import { fieldsOfRule, type OutageRule } from './outage-rules';

/** An outage that an issue is by rule. */
export interface Told {
  readonly id: Outage['id'];
  readonly derived: Derived;
}

/** Tells outages from issues. */
export interface OutageTeller {
  /** The fields that it asks about. */
  readonly fields: readonly FieldId[];
  /**
   * The outages that an issue was and is by now: a pure function of what happened to it. Whatever comes to the history later,
   * none of them goes away but by another service or another time.
   *
   * @param issue Jira's id.
   */
  readonly tell: (issue: string, history: History, now: Instant) => Told[];
}

type Mapped = Pick<Service, 'id' | 'mapping'>;

/** @param services of the catalogue, of which an issue belongs to one where its rule names none. */
export function outageTeller(rules: readonly OutageRule[], services: readonly Mapped[]): OutageTeller {
  const slots = new FieldSlots();
  const compiled = rules.map((rule): CompiledRule => {
    const { when, begin, end } = rule;
    return {
      rule,
      when: compileCondition(when, slots),
      begin: compileCondition(begin, slots),
      end: compileCondition(end, slots),
    };
  });
  const isFound = rules.some(({ service }) => service === undefined);
  const finder = serviceFinder(services);
  const mapped = isFound ? services.flatMap(({ mapping }) => (mapping ? fieldsOf(mapping) : [])) : [];
  return {
    fields: [...new Set([...rules.flatMap(fieldsOfRule), ...mapped])],
    tell(issue, history, now) {
      const readable = compiled.filter(({ rule }) => !isInGap(rule, history.gap));
      const fieldsAt = fieldsOver(history);
      return runsOf(readable, new Moment(slots), history, now).flatMap(({ rule, runs }) =>
        runs.flatMap((run, index): Told[] => {
          const fields = fieldsAt(run.last);
          const service = rule.service ?? finder(fields)[0];
          const time = run.isMeant && timeOf(run, rule, fields, now);
          if (service === undefined || !time) return [];
          const { planned, degree } = rule;
          const derived = { issue, rule: rule.id, service, ...time, planned, degree };
          return [{ id: derivedId(derived, index + 1), derived }];
        }),
      );
    },
  };
}

interface CompiledRule {
  readonly rule: OutageRule;
  readonly when: CompiledCondition;
  readonly begin: CompiledCondition;
  readonly end: CompiledCondition;
}

/** From a begin to just before the next one. */
interface Run {
  readonly begin: Instant;
  end?: Instant;
  /** Whether the issue has been at some time what the rule is about. */
  isMeant: boolean;
  /** When the latest of it happened. */
  last: Instant;
}

/** What a hole in the history hides could be the begin or the end. */
function isInGap(rule: OutageRule, gap: History['gap']): boolean {
  if (gap === undefined) return false;
  if (gap === 'changelog') return true;
  if (gap === 'comments') return [rule.begin, rule.end].some(asksComments);
  return fieldsOfRule(rule).includes(gap.field);
}

function runsOf(
  rules: readonly CompiledRule[],
  moment: Moment,
  { facts }: History,
  now: Instant,
): { readonly rule: OutageRule; readonly runs: readonly Run[] }[] {
  const all = rules.map((compiled) => ({ compiled, runs: [] as Run[] }));
  for (const fact of inOrder(facts)) {
    if (fact.at > now) break;
    moment.advance(fact);
    for (const { compiled, runs } of all) meet(compiled, runs, moment, fact);
  }
  return all.map(({ compiled: { rule }, runs }) => ({ rule, runs }));
}

function meet({ when, begin, end }: CompiledRule, runs: Run[], moment: Moment, { at }: Fact): void {
  const last = runs.at(-1);
  const isOpen = last !== undefined && last.end === undefined;
  if (isOpen && end.holds(moment)) last.end = at;
  else if (!isOpen && begin.holds(moment) && !end.holds(moment))
    runs.push({ begin: at, isMeant: when.holds(moment), last: at });
  const current = runs.at(-1);
  if (!current) return;
  current.isMeant ||= when.holds(moment);
  current.last = at;
}

/** What fields say counts as far as it makes sense: none ends later than it was said to, or before it began. */
function timeOf(
  run: Run,
  { beginAt, endAt, planned }: OutageRule,
  fields: FieldValues,
  now: Instant,
): Pick<Derived, 'begin' | 'end'> | undefined {
  const timeIn = (field: FieldId | undefined): Instant | undefined => {
    const date = field === undefined ? undefined : dateIn(fields[field] ?? []);
    return typeof date === 'number' ? date : undefined;
  };
  const said = timeIn(beginAt);
  const begin = said !== undefined && (planned || said <= now) ? said : run.begin;
  if (run.end === undefined) return { begin };
  const end = laterOf(begin, earlierOf(timeIn(endAt) ?? run.end, run.end));
  return end > begin ? { begin, end } : undefined;
}
