import { businessDaysAfter, endOfDate, wallTimeOnBusinessDay } from '../calendar/business-days';
import type { ServiceHours } from '../calendar/service-hours';
import { findWorkingTime, workingTimeBetween } from '../calendar/working-time';
import { difference, NO_TIME, span, sum, type Instant, type Span } from '../time/instant';
import type { Cycle, Stretch } from './cycle';
import type { PromiseMade } from './goal';
import { sameTerms } from './terms';
import type { CalendarVersion } from './timeline';

/** The compiled calendar of a version that a cycle refers to. */
export type HoursOf = (version: CalendarVersion) => ServiceHours;

/**
 * Keeps the books of a cycle, stretch by stretch: the one place that says how much time is used, and when it is used up.
 * Verdicts, thresholds and the ledger all read from it.
 */
export class Account {
  /** Working time used. */
  elapsed: Span = NO_TIME;
  /** Working time that did not count, because the clock waited. */
  waited: Span = NO_TIME;
  /** What the promise that counts comes to in working time; undefined while nothing is promised. */
  within: Span | undefined;
  /** What the last takeover added to the time used; less than nothing when it took some away. */
  adjusted: Span = NO_TIME;
  breachedAt: Instant | undefined;
  /** When what the promise comes to was used up, or is due on the wall after that; nothing that follows moves it. */
  usedUpAt: Instant | undefined;
  hours: ServiceHours | undefined;
  private promise: PromiseMade | null = null;
  /** Since when time is used up: the start of the cycle, or of what replaced it. */
  private anchor: Instant;
  /** What the clock waited since the anchor. */
  private waitedSince: Span = NO_TIME;
  /** When the promise is due on the wall, where it says so itself, as long as no wait moves it. */
  private dueOnWall: Instant | undefined;

  constructor(
    { startedAt }: Pick<Cycle, 'startedAt'>,
    private readonly hoursOf: HoursOf,
  ) {
    this.anchor = startedAt;
  }

  /** A stretch begins: its promise may be another one than before. */
  enter({ from, promise, takeover }: Stretch): void {
    this.adjusted = NO_TIME;
    if (!promise) {
      this.within = undefined;
      this.hours = undefined;
      return;
    }
    const isSame = this.promise !== null && !takeover && sameTerms(promise, this.promise);
    if (isSame && this.within !== undefined) return;
    if (!isSame) this.usedUpAt = undefined;
    this.adopt(promise, from, takeover);
    // What takes over may be used up already, or due at an instant gone by, also while nothing counts.
    const isLate = this.within !== undefined && this.elapsed > this.within;
    if (isLate || (this.dueOnWall ?? from) < from) this.breachedAt ??= from;
    if (isLate || this.elapsed === this.within) this.usedUpAt ??= this.dueOnWall ?? from;
  }

  /** Time passes in the stretch that was entered last. */
  pass({ kind, from }: Stretch, to: Instant): void {
    const { hours, within } = this;
    if (!hours || within === undefined || to <= from) return;
    const worked = workingTimeBetween(hours, from, to);
    if (kind === 'counting') {
      const used = sum(this.elapsed, worked);
      if (used >= within) this.usedUpAt = this.dueFrom(from);
      this.elapsed = used;
    } else {
      this.waited = sum(this.waited, worked);
      this.waitedSince = sum(this.waitedSince, worked);
      if (worked > 0) this.dueOnWall = undefined;
    }
    // With no working time left before it, no wait moves it any more (engine rule 13); what has stopped is not late.
    if (kind !== 'stopped' && this.usedUpAt !== undefined && to > this.usedUpAt)
      this.breachedAt ??= this.usedUpAt;
  }

  /** When the promise is due if the clock counts from `from` on, before {@link pass} has counted it. */
  dueFrom(from: Instant): Instant | undefined {
    const known = this.usedUpAt ?? this.dueOnWall;
    if (known !== undefined) return known;
    return this.within === undefined ? undefined : this.usedUpFrom(from, this.within);
  }

  /** When so much working time is used if the clock counts from `from` on; `from` itself when it is used already. */
  usedUpFrom(from: Instant, amount: Span): Instant | undefined {
    const left = difference(amount, this.elapsed);
    return left > 0 && this.hours ? findWorkingTime(this.hours, from, left) : from;
  }

  private adopt(promise: PromiseMade, at: Instant, takeover: Stretch['takeover']): void {
    const used = this.elapsed;
    const before = this.within;
    const hours =
      promise.calendar === this.promise?.calendar && this.hours ? this.hours : this.hoursOf(promise.calendar);
    this.hours = hours;
    this.promise = promise;
    if (takeover === 'restart') {
      this.anchor = at;
      this.elapsed = NO_TIME;
      this.waitedSince = NO_TIME;
    }
    const { extendedBy = NO_TIME } = promise;
    const onWall = 'within' in promise ? undefined : dueOnWall(promise, hours, this.anchor);
    const due = onWall && findWorkingTime(hours, onWall, extendedBy);
    const within = 'within' in promise ? sum(promise.within, extendedBy) : undefined;
    if (takeover === 'pro-rata' && before !== undefined && before > 0) {
      const whole = within ?? (due && workingTimeBetween(hours, this.anchor, due));
      if (whole !== undefined) this.elapsed = span(Math.round((used / before) * whole));
      this.within = whole;
      this.dueOnWall = undefined;
    } else if (within !== undefined) {
      this.within = within;
      this.dueOnWall = undefined;
    } else {
      // What the clock waited moves it, as it moves any other.
      this.dueOnWall = due && findWorkingTime(hours, due, this.waitedSince);
      this.within = this.dueOnWall && sum(this.elapsed, workingTimeBetween(hours, at, this.dueOnWall));
    }
    this.adjusted = difference(this.elapsed, used);
  }
}

/** The books of a cycle, or of a reading of it, as they stand at `now`. */
export function accountOf(
  cycle: Pick<Cycle, 'startedAt' | 'stretches'>,
  hoursOf: HoursOf,
  now: Instant,
): Account {
  const account = new Account(cycle, hoursOf);
  for (const stretch of cycle.stretches) {
    account.enter(stretch);
    account.pass(stretch, stretch.to ?? now);
  }
  return account;
}

function dueOnWall(
  promise: Exclude<PromiseMade, { readonly within: Span }>,
  hours: ServiceHours,
  anchor: Instant,
): Instant | undefined {
  if ('businessDays' in promise) return businessDaysAfter(hours, anchor, promise.businessDays);
  if ('by' in promise) return wallTimeOnBusinessDay(hours, anchor, promise.onBusinessDay, promise.by);
  return typeof promise.until === 'number' ? promise.until : endOfDate(hours, promise.until);
}
