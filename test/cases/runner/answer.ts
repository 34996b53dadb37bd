/** One thing that an item asks and the engine answers otherwise; both as people read them. */
export interface Deviation {
  readonly what: string;
  readonly expected: string;
  readonly got: string;
}

/** How an item of a file came out. A quirk is judged by the plain answer, and counted apart. */
export interface Outcome {
  readonly id: string;
  readonly quirk: boolean;
  readonly deviations: readonly Deviation[];
}

/** Where a number may stand by tolerance, and by parts of a millisecond, which the engine does not count. */
export const near = (expected: number, got: number, toleranceMs: number): boolean =>
  Math.abs(expected - got) < 1 + toleranceMs;

/** An instant as the format writes it, without parts of a second where there are none; `none` where there is no instant. */
export function instantText(at: number | null | undefined): string {
  if (at === null || at === undefined) return 'none';
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

export const secondsText = (ms: number): string => `${ms / 1_000} s`;

/** What went wrong in an item that could not be answered, as its answer. */
export function failure(what: string, expected: string, error: unknown): Deviation {
  return { what, expected, got: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
