import { EARLIEST, earlierOf, laterOf, type Instant } from '../time/instant';
import { dayNumberOf } from '../time/local-date';
import { DAY } from '../time/wall-clock';
import { firstInstantAt } from '../time/offset-periods';
import type { CycleEnd } from './cycle';
import { dateIn } from './field-reading';
import type { Fact, FieldId } from './history';
import type { LaneRun } from './lane-run';
import type { Metric } from './metric';
import { OpenCycle, type Waiting } from './open-cycle';
import { pauseAt, promiseAt, type AgreementTerms, type MetricTerms } from './terms';

/** The cycles of one metric while a history is read. */
export class MetricRun {
  readonly cycles: OpenCycle[] = [];
  private open: OpenCycle | undefined;
  /** Something that mattered was not known while no cycle ran: the next may have begun earlier. */
  private isUndecided = false;

  constructor(
    readonly id: Metric['id'],
    private readonly lane: LaneRun,
  ) {}

  /** One change may satisfy several conditions: Cancel > Stop > Repeat, Reset > Pause > Start > Resume (engine rule 11). */
  meet(fact: Fact): void {
    const { moment } = this.lane;
    moment.startDeciding();
    const open = this.open;
    if (open) this.meetOpen(open, fact);
    else this.meetNone(fact);
    if (!moment.isUndecided) return;
    if (this.open) this.open.undecided = true;
    else this.isUndecided = true;
  }

  /** The rules of an agreement changed: its cycle may wait from then on, or no longer. */
  meetTurn(agreement: string, at: Instant): void {
    const open = this.openUnder(agreement);
    if (open) this.readOn(open, at, versionOf(open));
  }

  /** A publication that applies to running timers: the cycle goes on under its terms from then on (engine rule 15). */
  changeOver(to: AgreementTerms, at: Instant): void {
    const { agreement, version } = to.publication;
    const open = this.openUnder(agreement.id);
    const terms = to.metrics.get(this.id);
    if (!open || !terms) return;
    if (!to.scope || to.scope.holds(this.lane.moment)) this.bind(open, terms);
    else {
      open.terms = terms;
      this.recheckScope(open);
    }
    this.readOn(open, at, version);
  }

  /** The agreement ended and takes its timers with it (g14). */
  endWith(agreement: string, at: Instant): void {
    const open = this.openUnder(agreement);
    if (open) this.finish(open, { kind: 'cancelled', at, because: versionOf(open) });
  }

  private openUnder(agreement: string): OpenCycle | undefined {
    const open = this.open;
    return open && idOf(open.terms.agreement) === agreement ? open : undefined;
  }

  private meetOpen(open: OpenCycle, fact: Fact): void {
    const { moment } = this.lane;
    const { at, id: because } = fact;
    const { cancel, stop, repeat, reset } = open.terms;
    if (fact.kind === 'deleted' || cancel?.holds(moment)) {
      this.finish(open, { kind: 'cancelled', at, because });
    } else if (stop.holds(moment)) {
      this.finish(open, { kind: 'stopped', at: this.stopOf(open, at), because });
    } else if (repeat?.holds(moment)) {
      this.finish(open, { kind: 'stopped', at, because });
      this.startNext(fact);
    } else if (reset?.holds(moment)) {
      this.finish(open, { kind: 'reset', at, because });
      this.startNext(fact);
    } else {
      this.goOn(open, at, because);
    }
  }

  private meetNone(fact: Fact): void {
    const { moment } = this.lane;
    const applying = this.lane.applying();
    const terms = applying
      ? applying.metrics.get(this.id)
      : // Nobody covers the issue yet: what would start if somebody did is kept until somebody does.
        this.lane.state.inForce
          .find((other) => other.metrics.get(this.id)?.start.holds(moment))
          ?.metrics.get(this.id);
    if (!terms || terms.cancel?.holds(moment) || terms.stop.holds(moment)) return;
    if (!terms.start.holds(moment)) return;
    const last = this.cycles.at(-1);
    // What was cancelled did not stop: nothing is there to resume, and the first stop is still to come.
    if (last?.end?.kind !== 'stopped' || terms.metric.cycles === 'every') {
      this.begin(terms, fact, applying !== undefined);
    } else if (terms.metric.cycles === 'resume-last') {
      last.resume(fact.at, this.promiseOf(last), this.waitingOf(last.terms), fact.id);
      this.open = last;
    }
  }

  private startNext(fact: Fact): void {
    const terms = this.lane.applying()?.metrics.get(this.id);
    if (terms) this.begin(terms, fact, true);
  }

  private begin(terms: MetricTerms, fact: Fact, isCovered: boolean): void {
    const { publication } = terms.agreement;
    // No cycle begins while its agreement is suspended (engine rule 21).
    if (this.lane.state.suspended.has(publication.agreement.id)) return;
    const startedAt = this.dateOf(terms, terms.metric.startAt) ?? fact.at;
    const cycle = new OpenCycle(terms, startedAt, fact.at, isCovered);
    cycle.undecided = this.isUndecided;
    this.isUndecided = false;
    cycle.begin(this.promiseOf(cycle), this.waitingOf(terms), fact.id);
    this.cycles.push(cycle);
    this.open = cycle;
  }

  private finish(open: OpenCycle, end: CycleEnd): void {
    open.finish(end);
    this.open = undefined;
    if (!open.wasCovered) this.cycles.pop();
  }

  /** The fields changed: a pause may begin or end, another goal may match, another agreement may apply. */
  private goOn(open: OpenCycle, at: Instant, because: string): void {
    const { moment } = this.lane;
    const isScopeTouched = (moment.touched & this.lane.state.scopeAsks) !== 0;
    if (isScopeTouched) this.recheckScope(open);
    const { asks, metric } = open.terms;
    if (moment.touched & asks.startAt) {
      open.startFrom(this.dateOf(open.terms, metric.startAt) ?? open.openedAt, at, because);
    }
    const isPauseTouched = (moment.touched & asks.pauses) !== 0;
    const isGoalTouched = (moment.touched & asks.goals) !== 0;
    if (isScopeTouched) this.readOn(open, at, because);
    else if (isPauseTouched || isGoalTouched) {
      // What nothing has touched stays as it is, and is not asked again.
      const promise = isGoalTouched ? this.promiseOf(open) : open.matched;
      const waiting = isPauseTouched ? this.waitingOf(open.terms) : open.waiting;
      open.goOn(at, promise, waiting, because);
    }
  }

  private readOn(open: OpenCycle, at: Instant, because: string): void {
    const { terms } = open;
    const isReadAgain = open.goOn(at, this.promiseOf(open), this.waitingOf(terms), because);
    if (isReadAgain) open.pauseAnew(this.lane.pausesUnder(terms, open.openedAt));
  }

  /** An issue may leave the scope of its agreement, and another one may take the running cycle over (T13, engine rule 14). */
  private recheckScope(open: OpenCycle): void {
    const { moment } = this.lane;
    const own = open.terms.agreement;
    const isOwn = !own.scope || own.scope.holds(moment);
    const other = this.lane.state.inForce.find(
      (terms) =>
        idOf(terms) !== idOf(own) &&
        (!terms.scope || terms.scope.holds(moment)) &&
        // One that has long been about the issue as well, such as a new one, leaves running timers alone.
        (!isOwn ||
          (terms.specificity > own.specificity && (!open.isCovered || terms.scope?.held(moment) === false))),
    );
    const taken = other?.metrics.get(this.id);
    if (taken) this.bind(open, taken);
    else {
      open.isCovered = isOwn && !other;
      open.wasCovered ||= open.isCovered;
    }
  }

  private bind(open: OpenCycle, terms: MetricTerms): void {
    open.terms = terms;
    open.isCovered = true;
    open.wasCovered = true;
  }

  private promiseOf({ terms, isCovered }: OpenCycle): ReturnType<typeof promiseAt> {
    return isCovered ? promiseAt(terms, this.lane.moment) : null;
  }

  private waitingOf(terms: MetricTerms): Waiting | undefined {
    const { suspended } = this.lane.state;
    const by = suspended.size === 0 ? undefined : suspended.get(idOf(terms.agreement));
    if (by !== undefined) return { kind: 'suspended', by };
    return pauseAt(terms, this.lane.moment);
  }

  private stopOf(open: OpenCycle, at: Instant): Instant {
    const told = this.dateOf(open.terms, open.terms.metric.stopAt) ?? at;
    return laterOf(open.startedAt, earlierOf(told, at));
  }

  /** What a date field holds now; a date without a time is its first instant in the zone of the agreement. */
  private dateOf({ agreement }: MetricTerms, field: FieldId | undefined): Instant | undefined {
    const date = field === undefined ? undefined : dateIn(this.lane.moment.valueOf(field));
    if (typeof date !== 'string') return date;
    return laterOf(
      EARLIEST,
      firstInstantAt(agreement.publication.agreement.timeZone, (dayNumberOf(date) ?? 0) * DAY),
    );
  }
}

const versionOf = ({ terms }: OpenCycle): string => terms.agreement.publication.version;
const idOf = ({ publication }: AgreementTerms): string => publication.agreement.id;
