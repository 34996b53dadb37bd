/** Chance that repeats itself: the same seed draws the same numbers. */
export class Chance {
  constructor(private state: number) {}

  /** A number of `[0, 1)`. Mulberry32. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  one<Value>(values: readonly Value[]): Value {
    return values[this.whole(0, values.length - 1)] as Value;
  }

  /** True in `share` of the draws. */
  in(share: number): boolean {
    return this.next() < share;
  }

  times<Value>(count: number, draw: () => Value): Value[] {
    return Array.from({ length: count }, draw);
  }
}
