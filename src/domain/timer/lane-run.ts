import { EARLIEST, HORIZON, type Instant } from '../time/instant';
import type { Cycle, Timer } from './cycle';
import type { Fact, History } from './history';
import type { LaneState } from './lane-state';
import { MetricRun } from './metric-run';
import { Moment } from './moment';
import type { OpenCycle } from './open-cycle';
import type { Course, Lane, Turn } from './rules';
import { dependsOnGap, pauseAt, type AgreementTerms, type MetricTerms } from './terms';

/** Reads one history by the agreements of one lane: what happened to the issue and to the rules, in time. */
export class LaneRun {
  readonly moment: Moment;
  /** What is in force. */
  state: LaneState;
  private readonly runs: readonly MetricRun[];
  /** The agreement that applies to the issue as it is now; null before anybody asked. */
  private current: AgreementTerms | undefined | null = null;
  /** Whether that is not known for sure, which matters to every metric that asks. */
  private isCurrentUndecided = false;
  /** How many turns there were. */
  private turned = 0;

  constructor(
    private readonly lane: Lane,
    private readonly facts: readonly Fact[],
    private readonly course: Course,
  ) {
    this.moment = new Moment(lane.slots);
    this.runs = lane.metrics.map((id) => new MetricRun(id, this));
    this.state = stateAt(course, 0);
  }

  /** Reads what happened until `now`. At the same instant the rules change first, so that the fact meets the new ones. */
  readUntil(now: Instant): this {
    const { moment, runs, facts } = this;
    let nextTurn = this.course.turns[0]?.at ?? HORIZON;
    for (const fact of facts) {
      if (fact.at > now) break;
      if (nextTurn <= fact.at) nextTurn = this.turnUntil(fact.at);
      moment.advance(fact);
      const { touched } = moment;
      if (touched === 0) continue;
      if (touched & this.state.scopeAsks) this.current = null;
      for (const run of runs) run.meet(fact);
    }
    this.turnUntil(now);
    return this;
  }

  timers(gap: History['gap']): Timer[] {
    const timers: Timer[] = [];
    for (const { cycles } of this.runs) if (cycles.length > 0) timers.push(...timersOf(cycles, gap));
    return timers;
  }

  /** The agreement that applies to the issue as it is now (T13). */
  applying(): AgreementTerms | undefined {
    const { moment } = this;
    if (this.current === null) {
      const wasUndecided = moment.isUndecided;
      moment.startDeciding();
      this.current = this.state.inForce.find(({ scope }) => !scope || scope.holds(moment));
      this.isCurrentUndecided = moment.isUndecided;
      moment.isUndecided ||= wasUndecided;
    } else if (this.isCurrentUndecided) moment.isUndecided = true;
    return this.current;
  }

  /** When a metric would have paused since `from`, had it always been as `terms` say. */
  pausesUnder(
    terms: MetricTerms,
    from: Instant,
  ): { readonly at: Instant; readonly by: string | undefined; readonly because: string }[] {
    const moment = new Moment(this.lane.slots);
    const pauses: ReturnType<LaneRun['pausesUnder']> = [];
    for (const fact of this.facts) {
      moment.advance(fact);
      // Nobody knows of a pause before.
      if (fact.at >= from && pauses.length === 0)
        pauses.push({ at: EARLIEST, by: undefined, because: fact.id });
      if (fact.at >= from) pauses.push({ at: fact.at, by: pauseAt(terms, moment)?.by, because: fact.id });
      if (fact === this.moment.fact) break;
    }
    return pauses.filter(({ by }, index) => index === 0 || by !== pauses[index - 1]?.by);
  }

  /** @returns when the next turn comes. */
  private turnUntil(at: Instant): Instant {
    const { turns } = this.course;
    for (;;) {
      const turn = turns[this.turned];
      if (!turn || turn.at > at) return turn?.at ?? HORIZON;
      this.turned += 1;
      this.state = stateAt(this.course, this.turned);
      this.current = null;
      this.tell(turn);
    }
  }

  /** What a turn means for timers that run. */
  private tell(turn: Turn): void {
    switch (turn.kind) {
      case 'published': {
        const { terms } = turn;
        if (!terms.publication.appliesToRunning || !this.state.inForce.includes(terms)) return;
        for (const run of this.runs) run.changeOver(terms, turn.at);
        return;
      }
      case 'suspended':
      case 'reinstated':
        for (const run of this.runs) run.meetTurn(turn.agreement, turn.at);
        return;
      case 'ended':
        if (turn.runOff === 'cancel') for (const run of this.runs) run.endWith(turn.agreement, turn.at);
        return;
      case 'repair-begins':
      case 'repair-ends':
    }
  }
}

function stateAt({ states }: Course, index: number): LaneState {
  const state = states[index];
  if (!state) throw new Error('A lane has a state after each of its turns.');
  return state;
}

/** The cycles of a metric by the agreement that each ended up under. */
function timersOf(cycles: readonly OpenCycle[], gap: History['gap']): Timer[] {
  const timers: (Timer & { readonly cycles: Cycle[] })[] = [];
  let number = 0;
  for (const cycle of cycles) {
    if (!cycle.wasCovered) continue;
    number += 1;
    const { metric, agreement: terms, named } = cycle.terms;
    const { agreement } = terms.publication;
    const known = timers.find((timer) => timer.agreement.id === agreement.id);
    if (known) known.cycles.push(cycle.sealed(number));
    else {
      timers.push({
        agreement: terms.named,
        metric: named,
        cycles: [cycle.sealed(number)],
        unknown: dependsOnGap(metric, agreement, gap),
      });
    }
  }
  return timers;
}
