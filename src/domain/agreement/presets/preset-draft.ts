import type { CalendarRecord } from '../../calendar/calendar';
import type { LocalDate } from '../../time/local-date';
import type { Zone } from '../../time/zone';
import type { ConditionOf, Reference } from '../../timer/condition';
import type { DefinitionsDraft, GoalDraft, MetricDraft } from '../draft';
import type { ProjectShape } from '../project-shape';
import { presetMetric } from './preset-metric';
import type { Audience, Preset, PresetPromise } from './presets';
import { valuesOf, type IssueKind, type Stage, type Ways } from './ways';

/** What a project must have for a preset to mean something there. */
export type Need = 'new' | 'over' | 'fixed' | 'done' | 'incidents' | 'problems' | 'urgent';

/** What is chosen beside the preset. */
export interface PresetChoice {
  readonly weekly: CalendarRecord['weekly'];
  /** That of the calendar, and of the agreement's dates. */
  readonly timeZone: Zone;
  /** Issues created before that day are not under the agreement. */
  readonly effectiveFrom: LocalDate;
  /** Ids that the project does not use yet. */
  readonly ids: { readonly calendar: string; readonly agreement: string };
  readonly words: PresetWords;
  /** What each goal says beside its promise. */
  readonly goal: Pick<GoalDraft, 'atRiskAt'>;
}

/** What the definitions are called, in the language of whoever sets them up. */
export interface PresetWords {
  readonly calendar: string;
  readonly agreement: string;
  /** The pause while the customer is asked. */
  readonly waiting: string;
  readonly audiences: Readonly<Record<Audience, string>>;
}

/** What of a project a preset is made of, as a definitions file names it. */
export interface Parts {
  readonly statuses: Readonly<Record<Stage, readonly string[]>>;
  readonly types: Readonly<Record<IssueKind, readonly string[]>>;
  readonly urgent: readonly string[];
}

export function partsOf(shape: ProjectShape, { stages, kinds, urgent }: Ways): Parts {
  const [statuses, types] = [valuesOf(shape, 'status'), valuesOf(shape, 'issuetype')];
  const statusesIn = (stage: Stage) => texts(statuses, ({ id }) => stages[id] === stage);
  const typesOf = (kind: IssueKind) => texts(types, ({ id }) => kinds[id] === kind);
  return {
    statuses: {
      new: statusesIn('new'),
      'in-work': statusesIn('in-work'),
      waiting: statusesIn('waiting'),
      fixed: statusesIn('fixed'),
      done: statusesIn('done'),
    },
    types: { incident: typesOf('incident'), problem: typesOf('problem'), request: typesOf('request') },
    urgent: texts(valuesOf(shape, 'priority'), ({ id }) => urgent.includes(id)),
  };
}

/** Names that mean one value each where that is possible, ids elsewhere. */
function texts(values: readonly Reference[], isMeant: (value: Reference) => boolean): string[] {
  const means = (text: string) => values.filter(({ id, name }) => id === text || name === text).length;
  return values.filter(isMeant).map(({ id, name }) => (means(name) === 1 ? name : id));
}

/** What a project lacks that a preset needs; it can have the preset when that is nothing. */
export function lacksOf({ promises }: Preset, { statuses, types, urgent }: Parts): Need[] {
  const has: Readonly<Record<Need, boolean>> = {
    new: statuses.new.length > 0,
    over: statuses.fixed.length + statuses.done.length > 0,
    fixed: statuses.fixed.length > 0,
    done: statuses.done.length > 0,
    incidents: types.incident.length > 0,
    problems: types.problem.length > 0,
    urgent: urgent.length > 0,
  };
  const needs = promises.flatMap((promise) => [
    ...needsOfKind[promise.kind],
    ...needsOfAudience[promise.for],
  ]);
  return [...new Set(needs)].filter((need) => !has[need]);
}

const needsOfKind: Readonly<Record<PresetPromise['kind'], readonly Need[]>> = {
  response: ['new'],
  recovery: ['over'],
  resolution: ['over'],
  verification: ['fixed', 'done'],
};
const needsOfAudience: Readonly<Record<Audience, readonly Need[]>> = {
  all: [],
  urgent: ['urgent'],
  incidents: ['incidents'],
  problems: ['problems'],
  others: [],
};

/** A calendar and an agreement by which all issues of a project are promised what a preset says, where it lacks nothing. */
export function presetDraft({ promises }: Preset, parts: Parts, choice: PresetChoice): DefinitionsDraft {
  const { weekly, timeZone, effectiveFrom, ids, words, goal } = choice;
  const kinds = [...new Set(promises.map(({ kind }) => kind))];
  const metrics = kinds.map((kind): MetricDraft => {
    const goals = promises.filter((promise) => promise.kind === kind);
    return {
      ...presetMetric(kind, parts, words),
      goals: goals.map((promise): GoalDraft => {
        const when = conditionOf(promise.for, parts);
        const name = words.audiences[promise.for];
        return { name, ...(when && { when }), within: promise.within, calendar: ids.calendar, ...goal };
      }),
    };
  });
  const { agreement: name } = words;
  return {
    calendars: [{ id: ids.calendar, name: words.calendar, timeZone, weekly, exceptions: [] }],
    agreements: [{ id: ids.agreement, kind: 'SLA', name, timeZone, effectiveFrom, metrics }],
  };
}

function conditionOf(audience: Audience, { types, urgent }: Parts): ConditionOf<string> | undefined {
  switch (audience) {
    case 'urgent':
      return { field: 'priority', in: urgent };
    case 'incidents':
      return { field: 'issuetype', in: types.incident };
    case 'problems':
      return { field: 'issuetype', in: types.problem };
    case 'all':
    case 'others':
      return undefined;
  }
}
