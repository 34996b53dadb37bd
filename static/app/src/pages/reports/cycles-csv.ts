import type { CountedCycleView } from '../../../../../src/contract/figures';
import type { IssueAddress } from '../../platform/site-names';
import { csvText } from '../../text/csv';
import type { Messages } from '../../text/messages';
import { minutesIn } from './figures-csv';
import type { TargetNames } from './use-report-rows';

const columns = [
  'issue',
  'summary',
  'agreement',
  'timer',
  'cycle',
  'goal',
  'within',
  'used',
  'measured',
  'reported',
  'endedAt',
] as const;

interface Known {
  readonly names: TargetNames;
  readonly issues: ReadonlyMap<string, IssueAddress>;
}

/** The timers behind a number: lengths in minutes of working time, instants as ISO 8601 has them. */
export function cyclesCsv(
  cycles: readonly CountedCycleView[],
  { names, issues }: Known,
  messages: Messages,
): string {
  return csvText([
    columns.map((column) => messages.text(`reports.csv.${column}`)),
    ...cycles.map((each) => {
      const { key = each.issue, summary } = issues.get(each.issue) ?? {};
      const cells: Readonly<Record<(typeof columns)[number], string | number | null | undefined>> = {
        issue: key,
        summary,
        agreement: names.agreement,
        timer: names.timer,
        cycle: each.cycle,
        goal: each.goal,
        within: minutesIn(each.within),
        used: minutesIn(each.elapsed),
        measured: messages.text(`breaches.verdict.${each.verdict}`),
        reported: messages.text(`breaches.verdict.${each.reported}`),
        endedAt: each.endedAt === null ? '' : new Date(each.endedAt).toISOString(),
      };
      return columns.map((column) => String(cells[column] ?? ''));
    }),
  ]);
}
