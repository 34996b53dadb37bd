import { calendarProblems, holidaySetProblems } from '../calendar/calendar-rules';
import type { CalendarRecord } from '../calendar/calendar';
import type { HolidaySet } from '../calendar/holiday-set';
import { listed, problem, type Problem } from '../problem';
import { parseSpan } from '../time/duration-text';
import { dayNumberOf } from '../time/local-date';
import { EARLIEST, HORIZON, hours, NO_TIME, type Instant } from '../time/instant';
import { DAY } from '../time/wall-clock';
import { firstInstantAt, isZone, type Zone } from '../time/zone';
import { isEvent, isState, type ConditionOf, type Reference } from '../timer/condition';
import type { FieldId } from '../timer/history';
import type { GoalOf, Metric, MetricOf, Percentage } from '../timer/metric';
import type { Agreement, AgreementOf } from './agreement';

/** Definitions as people write them: values by name, durations as `4h 30m`, dates as `YYYY-MM-DD` (P8). */
export interface DefinitionsDraft {
  readonly holidaySets?: readonly HolidaySet[];
  readonly calendars: readonly CalendarRecord[];
  readonly agreements: readonly AgreementDraft[];
}

/** Its `effectiveFrom` is a date, whose midnight in the agreement's zone is meant. */
export type AgreementDraft = AgreementOf<string, string, string, string>;

export interface Definitions {
  readonly holidaySets: readonly HolidaySet[];
  readonly calendars: readonly CalendarRecord[];
  readonly agreements: readonly Agreement[];
}

/** The values that each field can have where the definitions are to hold; a name may belong to several values. */
export type ValuesOf = (field: FieldId) => readonly Reference[] | undefined;

/** Definitions fit for use, or everything that is wrong with the draft; never half of each. */
export type Reading =
  | { readonly definitions: Definitions; readonly problems: readonly [] }
  | { readonly definitions: undefined; readonly problems: readonly Problem[] };

/** Checks a draft by every rule and resolves its names to ids (engine rules 3, 10; g6). */
export function readDefinitions(draft: DefinitionsDraft, valuesOf: ValuesOf): Reading {
  const reader = new Reader(valuesOf, new Set(draft.calendars.map(({ id }) => id)));
  const { holidaySets = [], calendars } = draft;
  holidaySets.forEach((set, index) => {
    reader.problems.push(...holidaySetProblems(set, `holidaySets[${index}]`));
  });
  const knownSets = holidaySets.map(({ id }) => id);
  calendars.forEach((calendar, index) => {
    reader.problems.push(...calendarProblems(calendar, `calendars[${index}]`, knownSets));
  });
  reader.refuseTwins(holidaySets, 'holidaySets');
  reader.refuseTwins(calendars, 'calendars');
  reader.refuseTwins(draft.agreements, 'agreements');
  const agreements = draft.agreements.map((agreement, index) =>
    reader.agreement(agreement, `agreements[${index}]`),
  );
  return reader.problems.length > 0
    ? { definitions: undefined, problems: reader.problems }
    : { definitions: { holidaySets, calendars, agreements }, problems: [] };
}

/** Ten years around the clock: whoever means it writes no goal. */
const LONGEST_GOAL = hours(87_600);

/** So that every calendar knows the days around the date. */
const FIRST_DAY = EARLIEST / DAY + 7;
const LAST_DAY = HORIZON / DAY - 7;

class Reader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly valuesOf: ValuesOf,
    private readonly calendars: ReadonlySet<string>,
  ) {}

  agreement(draft: AgreementDraft, path: string): Agreement {
    this.refuseTwins(draft.metrics, `${path}.metrics`);
    const { covers, ...rest } = draft;
    if (covers) this.mustBeState(covers, `${path}.covers`);
    return {
      ...rest,
      effectiveFrom: this.startOfDay(draft.effectiveFrom, draft.timeZone, path),
      ...(covers && { covers: this.condition(covers, `${path}.covers`) }),
      metrics: draft.metrics.map((metric, index) => this.metric(metric, `${path}.metrics[${index}]`)),
    };
  }

  refuseTwins(entries: readonly { readonly id: string }[], path: string): void {
    entries.forEach(({ id }, index) => {
      if (entries.findIndex((entry) => entry.id === id) < index) {
        this.problems.push(problem('definition.id-twice', `${path}[${index}].id`, { found: id }));
      }
    });
  }

  private metric(draft: MetricOf<string, string, string>, path: string): Metric {
    const { start, stop, cancel, reset, pause, goals, ...rest } = draft;
    const event = (condition: ConditionOf<string>, name: string): ConditionOf<Reference> => {
      if (!isEvent(condition)) this.problems.push(problem('metric.needs-event', `${path}.${name}`));
      return this.condition(condition, `${path}.${name}`);
    };
    if (JSON.stringify(start) === JSON.stringify(stop)) {
      this.problems.push(problem('metric.start-is-stop', `${path}.stop`));
    }
    if (goals.length === 0) this.problems.push(problem('metric.no-goal', `${path}.goals`));
    return {
      ...rest,
      start: event(start, 'start'),
      stop: event(stop, 'stop'),
      ...(cancel && { cancel: event(cancel, 'cancel') }),
      ...(reset && { reset: event(reset, 'reset') }),
      pause: pause.map((rule, index) => {
        const at = `${path}.pause[${index}].while`;
        this.mustBeState(rule.while, at);
        return { name: rule.name, while: this.condition(rule.while, at) };
      }),
      goals: goals.map((goal, index) => this.goal(goal, `${path}.goals[${index}]`)),
    };
  }

  private goal(draft: GoalOf<string, string, string>, path: string): Metric['goals'][number] {
    const { when, atRiskAt, ...rest } = draft;
    const within = parseSpan(draft.within);
    if (within === undefined) {
      this.problems.push(problem('goal.duration', `${path}.within`, { found: draft.within }));
    } else if (within > LONGEST_GOAL) {
      this.problems.push(problem('goal.too-long', `${path}.within`, { found: draft.within }));
    } else if (within <= 0) {
      this.problems.push(problem('goal.no-time', `${path}.within`, { found: draft.within }));
    }
    if (!this.calendars.has(draft.calendar)) {
      const known = listed([...this.calendars]);
      this.problems.push(
        problem('goal.unknown-calendar', `${path}.calendar`, { found: draft.calendar, known }),
      );
    }
    if (when) this.mustBeState(when, `${path}.when`);
    return {
      ...rest,
      within: within ?? NO_TIME,
      ...(when && { when: this.condition(when, `${path}.when`) }),
      ...(atRiskAt !== undefined && { atRiskAt: this.percentage(atRiskAt, `${path}.atRiskAt`) }),
    };
  }

  private percentage(text: string, path: string): Percentage {
    const whole = Number(/^([1-9]\d?)%$/.exec(text.trim())?.[1]);
    if (Number.isNaN(whole)) this.problems.push(problem('goal.share', path, { found: text }));
    return whole;
  }

  private mustBeState(condition: ConditionOf<string>, path: string): void {
    if (!isState(condition)) this.problems.push(problem('condition.needs-state', path));
  }

  private condition(draft: ConditionOf<string>, path: string): ConditionOf<Reference> {
    if ('all' in draft) return { all: this.conditions(draft.all, `${path}.all`) };
    if ('any' in draft) return { any: this.conditions(draft.any, `${path}.any`) };
    if ('not' in draft) return { not: this.condition(draft.not, `${path}.not`) };
    if ('created' in draft || 'commented' in draft) return draft;
    if ('changed' in draft) {
      const { changed, from, to } = draft;
      this.mustKnow(changed, `${path}.changed`);
      return {
        changed,
        ...(from && { from: this.references(changed, from, `${path}.from`) }),
        ...(to && { to: this.references(changed, to, `${path}.to`) }),
      };
    }
    this.mustKnow(draft.field, `${path}.field`);
    if ('empty' in draft) return draft;
    return { field: draft.field, in: this.references(draft.field, draft.in, `${path}.in`) };
  }

  private conditions(drafts: readonly ConditionOf<string>[], path: string): ConditionOf<Reference>[] {
    if (drafts.length === 0) this.problems.push(problem('condition.empty', path));
    return drafts.map((draft, index) => this.condition(draft, `${path}[${index}]`));
  }

  private mustKnow(field: FieldId, path: string): void {
    if (!this.valuesOf(field)) this.problems.push(problem('condition.unknown-field', path, { found: field }));
  }

  /** A name stands for every value that bears it, since Jira lets several statuses have the same name. */
  private references(field: FieldId, texts: readonly string[], path: string): Reference[] {
    const values = this.valuesOf(field);
    if (!values) return [];
    if (texts.length === 0) this.problems.push(problem('condition.empty', path));
    let names: string | undefined;
    return texts.flatMap((text, index) => {
      const meant = values.filter(({ id, name }) => id === text || name === text);
      if (meant.length === 0) {
        const known = (names ??= listed(values.map(({ name }) => name)));
        this.problems.push(
          problem('condition.unknown-value', `${path}[${index}]`, { field, found: text, known }),
        );
      }
      return meant;
    });
  }

  private startOfDay(date: string, zone: Zone, path: string): Instant {
    const day = dayNumberOf(date);
    if (day === undefined) {
      this.problems.push(problem('calendar.no-such-date', `${path}.effectiveFrom`, { found: date }));
    }
    if (!isZone(zone)) {
      this.problems.push(problem('calendar.unknown-zone', `${path}.timeZone`, { found: zone }));
    }
    if (day === undefined || !isZone(zone)) return EARLIEST;
    if (day < FIRST_DAY || day > LAST_DAY) {
      this.problems.push(problem('definition.date-range', `${path}.effectiveFrom`, { found: date }));
      return EARLIEST;
    }
    return firstInstantAt(zone, day * DAY);
  }
}
