import { earlierOf, laterOf, type Instant } from '../time/instant';
import type { Cycle, CycleEnd, Stretch } from './cycle';
import type { PromiseMade } from './goal';
import { policyFor, sameTerms, type MetricTerms, type Paused } from './terms';

/** What the clock waits for, if it does. */
export type Waiting = Paused | { readonly kind: 'suspended'; readonly by: string };

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Making = Mutable<Stretch>;

/** A cycle while it is read from a history: what is known of it so far. */
export class OpenCycle {
  end: CycleEnd | null = null;
  undecided = false;
  /** Whether its agreement ever was about the issue; nothing is told of a cycle of which it never was. */
  wasCovered: boolean;
  private stretches: Making[] = [];
  private setAside: (readonly Stretch[])[] = [];
  /** What the clock waits for now. */
  waiting: Waiting | undefined;
  /** The promise that the issue as it is now gets, whether it came to count or not. */
  matched: PromiseMade | null = null;
  /** The promise that counts, or counted last. */
  private promised: PromiseMade | null = null;

  /** When the fact happened that started it; the start itself may be read from a field. */
  readonly openedAt: Instant;
  private knownFrom: Instant;

  /** @param isCovered whether the agreement is about the issue now. */
  constructor(
    public terms: MetricTerms,
    public startedAt: Instant,
    openedAt: Instant,
    public isCovered: boolean,
  ) {
    this.openedAt = openedAt;
    this.wasCovered = isCovered;
    this.knownFrom = laterOf(openedAt, terms.agreement.publication.at);
  }

  begin(promise: PromiseMade | null, waiting: Waiting | undefined, because: string): void {
    this.promised = promise;
    this.matched = promise;
    // Nobody knows of a pause before the issue was there.
    if (waiting && this.startedAt < this.openedAt) {
      this.push(this.startedAt, promise, undefined, because);
      this.goOn(this.openedAt, promise, waiting, because);
    } else {
      this.push(this.startedAt, promise, waiting, because);
    }
  }

  /**
   * From `at` on the clock waits for something else, or another promise counts (engine rule 14).
   *
   * @returns whether the whole cycle was read again because of that.
   */
  goOn(at: Instant, promise: PromiseMade | null, waiting: Waiting | undefined, because: string): boolean {
    this.matched = promise;
    let now = promise;
    let takeover: Stretch['takeover'];
    let isReadAgain = false;
    const before = this.promised;
    if (promise && !before) this.reachBack(promise, at);
    else if (promise && before && !sameTerms(before, promise)) {
      const policy = policyFor(this.terms, before, promise, this.startedAt);
      if (policy === 'freeze') now = before;
      else if (policy === 'recompute') {
        isReadAgain = true;
        this.setAsideAt(at);
        this.reachBack(promise, at);
      } else if (policy !== 'carry') takeover = policy;
    }
    if (now) this.promised = now;
    const last = this.stretches.at(-1);
    if (last && last.promise === now && alike(this.waiting, waiting)) return isReadAgain;
    const inherited = this.closeAt(at) ?? takeover;
    const begun = this.push(at, now, waiting, because);
    if (inherited) begun.takeover = inherited;
    return isReadAgain;
  }

  /** Pauses as another version of the metric sees them, for a cycle that was read again under it. */
  pauseAnew(
    pauses: readonly { readonly at: Instant; readonly by: string | undefined; readonly because: string }[],
  ): void {
    this.stretches = this.stretches.flatMap((stretch): Making[] => {
      if (stretch.kind !== 'counting' && stretch.kind !== 'paused') return [stretch];
      const { from, to, promise } = stretch;
      return pauses.flatMap(({ at, by, because }, index): Making[] => {
        const start = laterOf(from, at);
        const next = pauses[index + 1]?.at;
        const end = next === undefined ? to : to === null ? next : earlierOf(to, next);
        if (end !== null && start >= end) return [];
        const part = { from: start, to: end, promise, because };
        return [by === undefined ? { kind: 'counting', ...part } : { kind: 'paused', by, ...part }];
      });
    });
  }

  /** The start turns out to have been at another time than was known until `at`. */
  startFrom(start: Instant, at: Instant, because: string): void {
    if (start === this.startedAt) return;
    this.setAsideAt(at);
    const [first] = this.stretches;
    if (first && start < this.startedAt) {
      if (first.kind === 'counting') first.from = start;
      else
        this.stretches.unshift({
          kind: 'counting',
          from: start,
          to: first.from,
          promise: first.promise,
          because,
        });
    } else {
      while (this.stretches.length > 1 && (this.stretches[0]?.to ?? start) <= start) this.stretches.shift();
      const [left] = this.stretches;
      if (left) left.from = start;
    }
    this.startedAt = start;
    this.knownFrom = laterOf(this.knownFrom, at);
  }

  finish(end: CycleEnd): void {
    while (this.stretches.length > 1 && (this.stretches.at(-1)?.from ?? end.at) >= end.at)
      this.stretches.pop();
    const last = this.stretches.at(-1);
    if (last) last.to = laterOf(last.from, end.at);
    this.end = end;
  }

  /** What was stopped goes on; the time in between does not count (engine rule 12, `resume-last`). */
  resume(at: Instant, promise: PromiseMade | null, waiting: Waiting | undefined, because: string): void {
    const last = this.stretches.at(-1);
    if (!this.end || !last) return;
    if (this.end.at < at) {
      this.stretches.push({ ...this.end, kind: 'stopped', from: this.end.at, to: at, promise: last.promise });
    }
    this.end = null;
    this.push(at, this.promised ?? promise, waiting, because);
    this.goOn(at, promise, waiting, because);
  }

  /** The cycle as it is stored and sent. */
  sealed(number: number): Cycle {
    const cycle: Mutable<Cycle> = {
      number,
      version: this.terms.agreement.publication.version,
      startedAt: this.startedAt,
      knownFrom: this.knownFrom,
      // Copied, since an array that grew keeps room for more.
      stretches: this.stretches.slice(),
      end: this.end,
    };
    if (this.setAside.length > 0) cycle.setAside = this.setAside;
    if (this.undecided) cycle.undecided = true;
    return cycle;
  }

  /** From now on the promise is about the whole cycle, as if it had always held; nobody could be told of it before. */
  private reachBack(promise: PromiseMade, at: Instant): void {
    this.stretches = this.stretches.map(({ takeover: _, ...stretch }) => ({ ...stretch, promise }));
    this.knownFrom = laterOf(this.knownFrom, at);
  }

  private setAsideAt(at: Instant): void {
    // What was still to come has bound nobody.
    const lived = this.stretches.filter(({ from }) => from < at);
    if (lived.length > 0) this.setAside.push(lived.map((stretch) => ({ ...stretch, to: stretch.to ?? at })));
  }

  /**
   * Ends the stretch that lasts; one that would be empty never was.
   *
   * @returns the takeover of one that never was, which then belongs to the next.
   */
  private closeAt(at: Instant): Stretch['takeover'] {
    const last = this.stretches.at(-1);
    if (!last) return undefined;
    if (last.from < at) {
      last.to = at;
      return undefined;
    }
    this.stretches.pop();
    return last.takeover;
  }

  private push(
    at: Instant,
    promise: PromiseMade | null,
    waiting: Waiting | undefined,
    because: string,
  ): Making {
    this.waiting = waiting;
    const from = laterOf(at, this.startedAt);
    const stretch: Making = waiting
      ? { kind: waiting.kind, by: waiting.by, from, to: null, promise, because }
      : { kind: 'counting', from, to: null, promise, because };
    this.stretches.push(stretch);
    return stretch;
  }
}

function alike(a: Waiting | undefined, b: Waiting | undefined): boolean {
  return a === b || (a?.kind === b?.kind && a?.by === b?.by);
}
