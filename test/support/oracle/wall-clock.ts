const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Hours that are looked at together, and kept. */
const BLOCK = 1_000;

/**
 * The clock on a wall somewhere, read off `Intl` and nothing else. A reading is a date and a time of day as that wall
 * shows them, counted in minutes since 1970-01-01 00:00 on that wall; which instant that was is not known from it.
 */
export class WallClock {
  private static readonly known = new Map<string, WallClock>();

  static in(timeZone: string): WallClock {
    const clock = WallClock.known.get(timeZone) ?? new WallClock(timeZone);
    WallClock.known.set(timeZone, clock);
    return clock;
  }

  private readonly format: Intl.DateTimeFormat;
  private readonly blocks = new Map<number, Int32Array>();

  private constructor(timeZone: string) {
    // Swedish writes 2026-03-29 03:00, which needs no taking apart.
    this.format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  }

  reading(at: number): number {
    return Date.parse(`${this.format.format(at).replace(' ', 'T')}Z`) / MINUTE;
  }

  /** The reading of every minute from `from` to `to`, two whole hours. */
  readings(from: number, to: number): Int32Array {
    const readings = new Int32Array((to - from) / MINUTE);
    for (let hour = from; hour < to; hour += HOUR) {
      const first = (hour - from) / MINUTE;
      const shown = this.atHour(hour);
      const jumps = this.jumpsIn(hour);
      for (let minute = 0; minute < 60; minute++) {
        readings[first + minute] = jumps ? this.reading(hour + minute * MINUTE) : shown + minute;
      }
    }
    return readings;
  }

  /** The first minute after each jump of the clock between `from` and `to`, two whole hours. */
  jumps(from: number, to: number): number[] {
    const found: number[] = [];
    for (let hour = from; hour < to; hour += HOUR) {
      if (!this.jumpsIn(hour)) continue;
      for (let at = hour + MINUTE; at <= hour + HOUR; at += MINUTE) {
        if (this.reading(at) !== this.reading(at - MINUTE) + 1) found.push(at);
      }
    }
    return found;
  }

  /** A clock that shows an hour more after an hour has not jumped in between; one that does not has. */
  private jumpsIn(hour: number): boolean {
    return this.atHour(hour + HOUR) !== this.atHour(hour) + 60;
  }

  private atHour(at: number): number {
    const hour = at / HOUR;
    const inBlock = hour % BLOCK;
    const readings = this.blocks.get(hour - inBlock) ?? this.readBlock(hour - inBlock);
    return readings[inBlock] ?? 0;
  }

  private readBlock(first: number): Int32Array {
    const readings = Int32Array.from({ length: BLOCK }, (_, index) => this.reading((first + index) * HOUR));
    this.blocks.set(first, readings);
    return readings;
  }
}
