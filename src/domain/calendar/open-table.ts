import { instant, span, type Instant, type Span } from '../time/instant';
import type { Edges } from '../time/edges';
import { DirectIndex } from './direct-index';

/**
 * The open intervals of a window of time, laid out so that both questions of engine rule 4 take a few steps however
 * long the time that they span: each closing stands beside the working time that has passed by then since the window
 * began, and both rows have an index of their own.
 */
export class OpenTable {
  /** How many intervals there are; they are numbered from 0. */
  readonly count: number;
  /** Working time in the whole window. */
  readonly total: Span;
  /** Behind the last closing stands one more, at the end of time, of an interval that never opens. */
  private readonly closings: Float64Array;
  /** Working time passed by the opening of interval i; its closing has that of i + 1. */
  private readonly passed: Float64Array;
  private readonly byClosing: DirectIndex;
  private readonly byPassed: DirectIndex;

  /** @param open when service is given in the window. */
  constructor(
    readonly start: Instant,
    readonly end: Instant,
    open: Edges,
  ) {
    this.count = open.length / 2;
    this.closings = new Float64Array(this.count + 1).fill(Infinity);
    this.passed = new Float64Array(this.count + 2);
    let passed = 0;
    for (let i = 0; i < this.count; i++) {
      const closing = open[2 * i + 1] as number;
      passed += closing - (open[2 * i] as number);
      this.closings[i] = closing;
      this.passed[i + 1] = passed;
    }
    this.passed[this.count + 1] = passed;
    this.total = span(passed);
    this.byClosing = new DirectIndex(this.closings, start, end);
    this.byPassed = new DirectIndex(this.passed, 0, passed);
  }

  /** Working time from the start of the window to `at`, which lies in the window or ends it. */
  passedBy(at: Instant): number {
    const i = this.byClosing.firstNotBelow(at);
    const untilClosing = (this.closings[i] as number) - at;
    return Math.max(this.passed[i] as number, (this.passed[i + 1] as number) - untilClosing);
  }

  /** The earliest instant by which so much working time has passed, more than none and at most the total. */
  whenPassed(amount: number): Instant {
    const i = this.byPassed.firstNotBelow(amount);
    return ((this.closings[i - 1] as number) - (this.passed[i] as number) + amount) as Instant;
  }

  /** The number of the first interval that closes at `at` or later; {@link count} when none does. */
  firstClosingFrom(at: Instant): number {
    return this.byClosing.firstNotBelow(at);
  }

  /** The number of the first interval that closes later than `at`; {@link count} when none does. */
  firstClosingAfter(at: Instant): number {
    return this.byClosing.firstNotBelow(at + 1);
  }

  opening(i: number): Instant {
    return instant(this.closing(i) - ((this.passed[i + 1] as number) - (this.passed[i] as number)));
  }

  closing(i: number): Instant {
    return instant(this.closings[i] as number);
  }

  /** Memory that the table takes, apart from a few hundred bytes of object headers. */
  get bytes(): number {
    return this.closings.byteLength + this.passed.byteLength + this.byClosing.bytes + this.byPassed.bytes;
  }
}
