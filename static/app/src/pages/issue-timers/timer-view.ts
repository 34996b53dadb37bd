import type { Cycle, Timer } from '../../../../../src/domain/timer/cycle';
import type { ServiceHours } from '../../../../../src/domain/calendar/service-hours';
import { AT_RISK_AT } from '../../../../../src/domain/timer/goal';
import { standing, type Standing } from '../../../../../src/domain/timer/standing';
import { NO_TIME, type Instant, type Span } from '../../../../../src/domain/time/instant';
import type { Zone } from '../../../../../src/domain/time/zone';
import type { State } from '../../parts/state-lozenge';
import type { InstantPiece, Piece, Sentence, SpanPiece } from '../../text/sentence';
import { goalSaid, noPromiseSaid, type Terms } from './goal-said';
import { hoursAmong } from './hours-of';

/** What the panel says about one cycle at one moment. */
export interface CycleView {
  /** One for its verdict, and one for its clock where that adds something. */
  readonly states: readonly [State, ...State[]];
  readonly headline: Sentence;
  readonly details: readonly Sentence[];
  /** When the goal is or was due, where the headline says so. */
  readonly due: InstantPiece | undefined;
  readonly goal: Sentence | undefined;
  /** The calendar that the goal is counted on. */
  readonly hours: ServiceHours | undefined;
  /** Share of the goal that is used, and that from which on it is at risk, 0 to 1; undefined where nothing is judged. */
  readonly used: { readonly share: number; readonly atRiskAt: number } | undefined;
}

/** How a cycle of `timer` stands at `now`, as sentences. */
export function cycleView(timer: Timer, cycle: Cycle, terms: Terms, now: Instant): CycleView {
  const hoursOf = hoursAmong(terms.calendars);
  const stands = standing(cycle, timer.unknown, hoursOf, now);
  const { promise, within } = stands;
  const hours = promise ? hoursOf(promise.calendar) : undefined;
  const wording = new CycleWording(cycle, stands, hours?.calendar.timeZone);
  const said = wording.view();
  return {
    ...said,
    details: [
      ...said.details,
      ...(stands.verdict === 'no-promise' ? noPromiseSaid(timer, cycle, terms) : []),
    ],
    due: isInstant(said.headline.values['due']) ? said.headline.values['due'] : undefined,
    goal: promise ? goalSaid(timer, cycle, promise, terms) : undefined,
    hours,
    used:
      promise && within !== undefined && !timer.unknown
        ? {
            share: shareOf(stands.elapsed, within),
            atRiskAt: (promise.atRiskAt ?? AT_RISK_AT) / 100,
          }
        : undefined,
  };
}

/** An ended cycle in short: how it was judged, what it took, and from when to when it ran. */
export function cycleSummary(
  timer: Timer,
  cycle: Cycle,
  terms: Terms,
  now: Instant,
): { states: CycleView['states']; took: Sentence; period: Sentence } {
  const hoursOf = hoursAmong(terms.calendars);
  const { promise, elapsed, within } = standing(cycle, timer.unknown, hoursOf, now);
  const calendarZone = promise ? hoursOf(promise.calendar).calendar.timeZone : undefined;
  return {
    states: cycleView(timer, cycle, terms, now).states,
    took:
      within !== undefined
        ? say('timer.earlierTook', { elapsed: settled(elapsed), within: settled(within) })
        : say('timer.earlierTookNoGoal', { elapsed: settled(elapsed) }),
    period: say('timer.period', {
      from: { at: cycle.startedAt, calendarZone },
      to: { at: cycle.end?.at ?? now, calendarZone },
    }),
  };
}

/** A goal may leave no working time at all, such as one that is due before its start. */
const shareOf = (elapsed: Span, within: Span): number =>
  within > 0 ? Math.min(1, Math.max(0, elapsed / within)) : 1;

const say = (key: Sentence['key'], values: Sentence['values'] = {}): Sentence => ({ key, values });
const settled = (span: Span): SpanPiece => ({ span, ticking: false });
const isInstant = (piece: Piece | undefined): piece is InstantPiece =>
  typeof piece === 'object' && 'at' in piece;
const ticking = (span: Span): SpanPiece => ({ span, ticking: true });

/** Puts one standing into sentences. */
class CycleWording {
  constructor(
    private readonly cycle: Cycle,
    private readonly stands: Standing,
    private readonly zone: Zone | undefined,
  ) {}

  view(): Pick<CycleView, 'states' | 'headline' | 'details'> {
    switch (this.stands.verdict) {
      case 'unknown':
        return { states: ['unknown'], headline: say('timer.unknown'), details: [say('timer.unknownWhy')] };
      case 'no-promise':
        return { states: ['no-promise'], headline: say('timer.noPromise'), details: this.clockSaid() };
      case 'none':
        return { states: [this.ending()], headline: say('timer.ended'), details: this.clockSaid() };
      case 'met':
        return { states: ['met'], headline: this.metSaid(), details: this.clockSaid() };
      case 'breached':
        return this.breached();
      case 'open':
        return {
          states: this.openStates(),
          headline: this.leftSaid('timer.left', 'timer.leftPaused'),
          details: this.clockSaid(),
        };
    }
  }

  private openStates(): CycleView['states'] {
    const [clock] = this.clockStates();
    if (!this.stands.atRisk) return [clock ?? 'running'];
    return clock ? ['at-risk', clock] : ['at-risk'];
  }

  private breached(): Pick<CycleView, 'states' | 'headline' | 'details'> {
    // Breached once is breached for good, even if a longer goal has left time since (engine rule 17).
    const hasTimeAgain = !this.cycle.end && (this.stands.left ?? NO_TIME) > 0;
    const timeAgain = hasTimeAgain ? [this.leftSaid('timer.goalChanged', 'timer.goalChangedPaused')] : [];
    return {
      states: ['breached', ...this.clockStates()],
      headline: this.breachSaid(),
      details: [...timeAgain, ...this.clockSaid()],
    };
  }

  private breachSaid(): Sentence {
    const { clock, left, breachedAt } = this.stands;
    const due = this.instant(breachedAt ?? this.cycle.startedAt);
    if (left === undefined || left >= 0 || clock.kind === 'cancelled') return say('timer.wasDue', { due });
    return clock.kind === 'stopped'
      ? say('timer.late', { over: settled(left), due })
      : say('timer.over', { over: ticking(left), due });
  }

  private leftSaid(key: Sentence['key'], keyWithoutDue: Sentence['key']): Sentence {
    const { left, due } = this.stands;
    const still = ticking(left ?? this.stands.elapsed);
    return due === undefined
      ? say(keyWithoutDue, { left: still })
      : say(key, { left: still, due: this.instant(due) });
  }

  private metSaid(): Sentence {
    const { left } = this.stands;
    return left ? say('timer.met', { spare: settled(left) }) : say('timer.metInTime');
  }

  /** What the clock does and since when, where that is not plain from the headline. */
  private clockSaid(): Sentence[] {
    const { clock, within } = this.stands;
    const elapsed = settled(this.stands.elapsed);
    switch (clock.kind) {
      case 'running':
        return [];
      case 'paused':
        return [say('timer.paused', { rule: clock.by, since: this.instant(clock.since) })];
      case 'suspended':
        return [say('timer.suspended', { reason: clock.by, since: this.instant(clock.since) })];
      case 'out-of-hours':
        return clock.opensAt === undefined
          ? [say('timer.neverOpens')]
          : [say('timer.opens', { opens: this.instant(clock.opensAt) })];
      case 'stopped': {
        const at = this.instant(clock.at);
        return within === undefined
          ? [say('timer.stoppedNoGoal', { at })]
          : [say('timer.stopped', { at, elapsed, within: settled(within) })];
      }
      case 'cancelled':
        return [
          say(this.ending() === 'reset' ? 'timer.reset' : 'timer.cancelled', {
            at: this.instant(clock.at),
            elapsed,
          }),
        ];
    }
  }

  /** What a lozenge adds about the clock, where it neither runs nor came to its proper stop. */
  private clockStates(): State[] {
    const { kind } = this.stands.clock;
    if (kind === 'cancelled') return [this.ending()];
    return kind === 'paused' || kind === 'suspended' || kind === 'out-of-hours' ? [kind] : [];
  }

  private ending(): 'cancelled' | 'reset' {
    return this.cycle.end?.kind === 'reset' ? 'reset' : 'cancelled';
  }

  private instant(at: Instant): InstantPiece {
    return { at, calendarZone: this.zone };
  }
}
