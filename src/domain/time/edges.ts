/**
 * Stretches of time as one row of numbers: where the first begins, where it ends, where the second begins, and so on; in
 * order, and none meets the next. Calendars have thousands of them, and a number takes a tenth of what an object does.
 */
export type Edges = readonly number[];

/** Adds a stretch; with those that it meets or overlaps it becomes one. Quick at the end, where most are added. */
export function join(edges: number[], start: number, end: number): void {
  const last = edges.length - 2;
  if (last < 0 || start > (edges[last + 1] as number)) {
    edges.push(start, end);
    return;
  }
  const lastStart = edges[last] as number;
  const lastEnd = edges[last + 1] as number;
  if (start < lastStart) {
    edges.length = last;
    join(edges, start, end);
    join(edges, lastStart, lastEnd);
  } else if (end > lastEnd) edges[last + 1] = end;
}

/** What of `edges` lies in none of `taken`. */
export function subtract(edges: Edges, taken: Edges): number[] {
  const left: number[] = [];
  let next = 0;
  for (let i = 0; i < edges.length; i += 2) {
    let from = edges[i] as number;
    const end = edges[i + 1] as number;
    for (; next < taken.length; next += 2) {
      const [cutStart, cutEnd] = [taken[next] as number, taken[next + 1] as number];
      if (cutStart >= end) break;
      if (cutStart > from) left.push(from, cutStart);
      if (cutEnd > from) from = cutEnd;
      // The next stretch may begin inside it too.
      if (cutEnd > end) break;
    }
    if (from < end) left.push(from, end);
  }
  return left;
}
