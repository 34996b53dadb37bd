/** Cells per value: as many as make most look-ups end at the first value that they try. */
const CELLS_PER_VALUE = 4;

/**
 * Finds a place among ascending numbers without a search: the range is cut into cells of one size, and each knows the
 * first value that can be the answer for a number in it. Where values are spread evenly, as openings are over the
 * years, that takes the same few steps however many values there are.
 */
export class DirectIndex {
  private readonly origin: number;
  private readonly cellsPerUnit: number;
  private readonly firstInCell: Uint16Array | Uint32Array;

  /** @param values ascending, from `origin` on; the last may be Infinity. */
  constructor(
    private readonly values: Float64Array,
    origin: number,
    end: number,
  ) {
    const cells = CELLS_PER_VALUE * values.length;
    const cellsPerUnit = cells / Math.max(end - origin, 1);
    this.origin = origin;
    this.cellsPerUnit = cellsPerUnit;
    this.firstInCell = new (values.length > 0xffff ? Uint32Array : Uint16Array)(cells + 1);
    const first = this.firstInCell;
    let cell = 0;
    for (let place = 0; place < values.length; place++) {
      const last = ((values[place] as number) - origin) * cellsPerUnit;
      while (cell <= last && cell <= cells) first[cell++] = place;
    }
    first.fill(values.length - 1, cell);
  }

  /** Where the first value stands that is not less than `sought`, a number from the origin up to the end. */
  firstNotBelow(sought: number): number {
    let place = this.firstInCell[this.cellOf(sought) | 0] as number;
    while ((this.values[place] as number) < sought) place++;
    return place;
  }

  get bytes(): number {
    return this.firstInCell.byteLength;
  }

  private cellOf(value: number): number {
    return (value - this.origin) * this.cellsPerUnit;
  }
}
