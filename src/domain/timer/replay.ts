import type { Instant } from '../time/instant';
import { holds, type Condition, type Moment } from './condition';
import type { Cycle, PromiseMade, Stretch, Timer } from './cycle';
import { fieldsAfter, inOrder, type Fact, type FieldValues, type History } from './history';
import type { Metric } from './metric';
import { inForce, publicationAt, type InForce, type Publication, type Timeline } from './timeline';

/**
 * The timers that one agreement sets on an issue: its history read from the first fact to the last before or at `now`
 * (engine rules 8 to 14). A pure function: neither the order nor the number of times in which facts and publications
 * come changes anything.
 */
export function replay(history: History, timeline: Timeline, now: Instant): Timer[] {
  const periods = inForce(timeline);
  const facts = inOrder(history.facts).filter(({ at }) => at <= now);
  const known = new Map(periods.flatMap(({ publication }) => metricsOf(publication)));
  return [...known.values()].flatMap(({ metric, publication }) => {
    const cycles = cyclesOf(metric.id, facts, periods, now);
    if (cycles.length === 0) return [];
    const { id, name } = publication.agreement;
    return {
      agreement: { id, name },
      metric: { id: metric.id, kind: metric.kind },
      cycles,
      unknown: history.gap !== undefined,
    };
  });
}

interface Terms {
  readonly metric: Metric;
  readonly publication: Publication;
}

const metricsOf = (publication: Publication): [string, Terms][] =>
  publication.agreement.metrics.map((metric) => [metric.id, { metric, publication }]);

function termsOf(publication: Publication | undefined, metricId: string): Terms | undefined {
  return publication && new Map(metricsOf(publication)).get(metricId);
}

function cyclesOf(
  metricId: string,
  facts: readonly Fact[],
  periods: readonly InForce[],
  now: Instant,
): Cycle[] {
  const run = new MetricRun();
  let fields: FieldValues = {};
  for (const happening of inTime(facts, periods, now)) {
    if ('publication' in happening) {
      const { publication, from } = happening;
      const terms = termsOf(publication, metricId);
      const isCurrent = publicationAt(periods, from) === publication;
      if (terms && isCurrent && publication.appliesToRunning) run.changeOver(terms, from, fields);
    } else {
      fields = fieldsAfter(fields, happening);
      run.meet(happening, fields, termsOf(publicationAt(periods, happening.at), metricId));
    }
  }
  return run.cycles.map(sealed);
}

/** Facts and publications as they came; at the same instant the rules change first, so that the fact meets the new ones. */
function inTime(facts: readonly Fact[], periods: readonly InForce[], now: Instant): (Fact | InForce)[] {
  const due = periods.filter(({ from }) => from <= now);
  const when = (entry: Fact | InForce): number => ('publication' in entry ? entry.from : entry.at);
  // Sorting is stable: publications stand before facts, and facts stay in the order they are in.
  return [...due, ...facts].sort((a, b) => when(a) - when(b));
}

interface CycleInTheMaking extends Omit<Cycle, 'stretches' | 'end'> {
  terms: Terms;
  version: string;
  stretches: Stretch[];
  end: Cycle['end'];
}

const sealed = ({ terms: _terms, ...cycle }: CycleInTheMaking): Cycle => cycle;

/** The cycles of one metric while they are read from the history. */
class MetricRun {
  readonly cycles: CycleInTheMaking[] = [];

  private get open(): CycleInTheMaking | undefined {
    const last = this.cycles.at(-1);
    return last && !last.end ? last : undefined;
  }

  /** One change may satisfy several conditions: Cancel > Stop > Reset > Pause > Start > Resume (engine rule 11). */
  meet(fact: Fact, fields: FieldValues, current: Terms | undefined): void {
    const terms = this.open?.terms ?? current;
    if (!terms) return;
    const satisfied = (condition: Condition | undefined): boolean =>
      condition !== undefined && holds(condition, { fact, fields });

    if (satisfied(terms.metric.cancel)) return this.end('cancelled', fact.at);
    if (satisfied(terms.metric.stop)) return this.end('stopped', fact.at);
    if (this.open && satisfied(terms.metric.reset)) {
      this.end('reset', fact.at);
      return current && covers(current, fields) ? this.begin(current, fact.at, fields) : undefined;
    }
    if (this.open) return this.goOn(fact.at, fields);
    if (satisfied(terms.metric.start) && covers(terms, fields)) this.start(terms, fact.at, fields);
  }

  /** A publication that applies to running timers: the cycle goes on under its terms from then on (engine rule 15). */
  changeOver(terms: Terms, at: Instant, fields: FieldValues): void {
    if (!this.open) return;
    this.open.terms = terms;
    this.open.version = terms.publication.version;
    this.goOn(at, fields);
  }

  private start(terms: Terms, at: Instant, fields: FieldValues): void {
    const last = this.cycles.at(-1);
    // What was cancelled did not stop: nothing is there to resume, and the first stop is still to come.
    if (last?.end?.kind !== 'stopped' || terms.metric.cycles === 'every')
      return this.begin(terms, at, fields);
    if (terms.metric.cycles === 'resume-last') {
      const between = {
        kind: 'stopped',
        from: last.end.at,
        to: at,
        promise: last.stretches.at(-1)?.promise ?? null,
      } as const;
      if (between.from < at) last.stretches.push(between);
      last.end = null;
      last.stretches.push(stretchFrom(last.terms, at, fields));
    }
  }

  private begin(terms: Terms, at: Instant, fields: FieldValues): void {
    const { version } = terms.publication;
    const stretches = [stretchFrom(terms, at, fields)];
    this.cycles.push({
      number: this.cycles.length + 1,
      version,
      startedAt: at,
      stretches,
      end: null,
      terms,
    });
  }

  private end(kind: 'stopped' | 'cancelled' | 'reset', at: Instant): void {
    if (!this.open) return;
    closeStretch(this.open.stretches, at);
    this.open.end = { kind, at };
  }

  /** A pause may begin or end, and another goal may match; elapsed time is carried over (engine rule 14, `carry`). */
  private goOn(at: Instant, fields: FieldValues): void {
    const cycle = this.open;
    const last = cycle?.stretches.at(-1);
    if (!cycle || !last) return;
    const next = stretchFrom(cycle.terms, at, fields);
    if (alike(last, next)) return;
    closeStretch(cycle.stretches, at);
    cycle.stretches.push(next);
  }
}

/** Ends the stretch that lasts; one that would be empty never was. */
function closeStretch(stretches: Stretch[], at: Instant): void {
  const last = stretches.pop();
  if (last && (last.from < at || stretches.length === 0)) stretches.push({ ...last, to: at });
}

function stretchFrom({ metric, publication }: Terms, from: Instant, fields: FieldValues): Stretch {
  const moment: Moment = { fields };
  const pause = metric.pause.find((rule) => holds(rule.while, moment));
  const goal = metric.goals.find(({ when }) => !when || holds(when, moment));
  const calendar = goal && publication.calendars[goal.calendar];
  const promise: PromiseMade | null =
    goal && calendar !== undefined
      ? {
          goal: goal.name,
          within: goal.within,
          calendar,
          ...(goal.atRiskAt !== undefined && { atRiskAt: goal.atRiskAt }),
        }
      : null;
  return pause
    ? { kind: 'paused', by: pause.name, from, to: null, promise }
    : { kind: 'counting', from, to: null, promise };
}

function alike(a: Stretch, b: Stretch): boolean {
  return (
    a.kind === b.kind &&
    (a.kind !== 'paused' || b.kind !== 'paused' || a.by === b.by) &&
    a.promise?.goal === b.promise?.goal &&
    a.promise?.within === b.promise?.within &&
    a.promise?.calendar === b.promise?.calendar &&
    a.promise?.atRiskAt === b.promise?.atRiskAt
  );
}

function covers({ publication }: Terms, fields: FieldValues): boolean {
  const { covers: condition } = publication.agreement;
  return !condition || holds(condition, { fields });
}
