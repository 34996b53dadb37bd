import { lastDayOf, type Period } from '../../../../../src/domain/report/periods';
import { measured, reported, shareOf, type Attainment } from '../../../../../src/domain/report/tally';
import type { Span } from '../../../../../src/domain/time/instant';
import { csvText } from '../../text/csv';
import type { Messages } from '../../text/messages';
import { beforeOf, lastOf } from './figures';
import { changeOf } from './report-text';
import type { ReportRow } from './use-report-rows';

const columns = [
  'from',
  'to',
  'agreement',
  'timer',
  'part',
  'met',
  'breached',
  'measured',
  'reportedMet',
  'reportedBreached',
  'reported',
  'change',
  'excluded',
  'late',
  'unknown',
  'noPromise',
  'mean',
  'median',
  'ninetieth',
] as const;

/** The statistics of a period as spreadsheets count on: shares from 0 to 1, lengths in minutes of working time; empty is missing. */
export function figuresCsv(rows: readonly ReportRow[], period: Period, messages: Messages): string {
  const days = { from: period.from, to: lastDayOf(period) };
  return csvText([
    columns.map((column) => messages.text(`reports.csv.${column}`)),
    ...rows.map((row) => {
      const cells = { ...days, ...cellsOf(row) };
      return columns.map((column) => String(cells[column] ?? ''));
    }),
  ]);
}

type Cells = Readonly<Record<Exclude<(typeof columns)[number], 'from' | 'to'>, string | number | undefined>>;

function cellsOf({ target, names }: ReportRow): Cells {
  const now = lastOf(target);
  const { met, breached, reportedMet, reportedBreached, excluded, unknown, noPromise } = now;
  return {
    agreement: names.agreement,
    timer: names.timer,
    part: names.part,
    ...{ met, breached, reportedMet, reportedBreached, excluded, unknown, noPromise },
    measured: share(measured(now)),
    reported: share(reported(now)),
    change: changeOf(measured(now), measured(beforeOf(target))),
    late: target.late,
    mean: minutesIn(target.mean),
    median: minutesIn(target.median),
    ninetieth: minutesIn(target.ninetieth),
  };
}

const share = (attainment: Attainment): string | undefined => shareOf(attainment)?.toFixed(4);

/** To a tenth. */
export const minutesIn = (length: Span | null): number | undefined =>
  length === null ? undefined : Math.round(length / 6_000) / 10;
