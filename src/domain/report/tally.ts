import { NO_TIME, sum, type Span } from '../time/instant';
import type { ReportedVerdict } from '../timer/reported';
import type { Verdict } from '../timer/standing';

/** Cycles that ended in a period, counted by how they were judged (engine rules 21, 24). */
export interface Tally {
  readonly met: number;
  readonly breached: number;
  /** The same with what was approved: excluded cycles are in neither (engine rule 17). */
  readonly reportedMet: number;
  readonly reportedBreached: number;
  readonly excluded: number;
  /** In neither of them, but shown beside them. */
  readonly unknown: number;
  readonly noPromise: number;
  readonly cancelled: number;
  /** The working time that the met and the breached took together. */
  readonly elapsed: Span;
}

export const EMPTY_TALLY: Tally = {
  met: 0,
  breached: 0,
  reportedMet: 0,
  reportedBreached: 0,
  excluded: 0,
  unknown: 0,
  noPromise: 0,
  cancelled: 0,
  elapsed: NO_TIME,
};

/** Cycles that are alike, counted. */
export interface Alike {
  readonly verdict: Verdict;
  readonly reported: ReportedVerdict;
  readonly count: number;
  readonly elapsed: Span;
}

/** Whether cycles that were judged so have kept or missed a promise. */
export const isJudged = (verdict: Verdict): boolean => verdict === 'met' || verdict === 'breached';

/** All of them together. A cycle that has not ended is in none of the numbers. */
export function tallyOf(rows: readonly Alike[]): Tally {
  const counted = (holds: (row: Alike) => boolean): number =>
    rows.reduce((total, row) => (holds(row) ? total + row.count : total), 0);
  const judged = rows.filter(({ verdict }) => isJudged(verdict));
  return {
    met: counted(({ verdict }) => verdict === 'met'),
    breached: counted(({ verdict }) => verdict === 'breached'),
    reportedMet: counted(({ reported }) => reported === 'met'),
    reportedBreached: counted(({ reported }) => reported === 'breached'),
    excluded: counted(({ reported }) => reported === 'excluded'),
    unknown: counted(({ verdict }) => verdict === 'unknown'),
    noPromise: counted(({ verdict }) => verdict === 'no-promise'),
    cancelled: counted(({ verdict }) => verdict === 'none'),
    elapsed: judged.reduce((total, { elapsed }) => sum(total, elapsed), NO_TIME),
  };
}

/** Several tallies as one. */
export const together = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, each) => ({
      met: all.met + each.met,
      breached: all.breached + each.breached,
      reportedMet: all.reportedMet + each.reportedMet,
      reportedBreached: all.reportedBreached + each.reportedBreached,
      excluded: all.excluded + each.excluded,
      unknown: all.unknown + each.unknown,
      noPromise: all.noPromise + each.noPromise,
      cancelled: all.cancelled + each.cancelled,
      elapsed: sum(all.elapsed, each.elapsed),
    }),
    EMPTY_TALLY,
  );

/** How many of how many promises were kept. */
export interface Attainment {
  readonly met: number;
  readonly of: number;
}

export const measured = ({ met, breached }: Tally): Attainment => ({ met, of: met + breached });

export const reported = ({ reportedMet, reportedBreached }: Tally): Attainment => ({
  met: reportedMet,
  of: reportedMet + reportedBreached,
});

/** With fewer cases than this a share says less than the numbers that it is made of (engine rule 24). */
export const FEW_CASES = 10;

/** The share that was met, from 0 to 1; undefined where there are no cases. */
export const shareOf = ({ met, of }: Attainment): number | undefined => (of === 0 ? undefined : met / of);
