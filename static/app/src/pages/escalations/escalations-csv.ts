import type { EscalationRow } from '../../../../../src/contract/escalations';
import type { ActionSummary } from '../../../../../src/domain/alert/action-summary';
import type { IssueAddress } from '../../platform/site-names';
import { csvText } from '../../text/csv';
import type { Messages } from '../../text/messages';
import { markText, reasonText } from './escalation-text';

const columns = [
  'passed',
  'raised',
  'issue',
  'summary',
  'agreement',
  'target',
  'goal',
  'threshold',
  'action',
  'outcome',
  'reason',
  'when',
] as const;

const iso = (at: number): string => new Date(at).toISOString();

interface Known {
  readonly issues: ReadonlyMap<string, IssueAddress>;
  readonly actionText: (action: ActionSummary) => string;
}

/** The log as a table that spreadsheets open, a line for each action; instants as ISO 8601 has them. */
export function escalationsCsv(
  rows: readonly EscalationRow[],
  { issues, actionText }: Known,
  messages: Messages,
): string {
  return csvText([
    columns.map((column) => messages.text(`escalations.csv.${column}`)),
    ...rows.flatMap((row) => {
      const { issue, agreementName, kind, goal, mark, passedAt, raisedAt, steps } = row;
      const address = issues.get(issue);
      const alert = [
        iso(passedAt),
        iso(raisedAt),
        address?.key ?? issue,
        address?.summary ?? '',
        agreementName,
        messages.text(`timer.kind.${kind}`),
        goal,
        markText(mark, messages),
      ];
      if (steps.length === 0) return [[...alert, messages.text('escalations.noAction'), '', '', '']];
      return steps.map((step) => [
        ...alert,
        actionText(step.action),
        messages.text(`escalations.outcome.${step.outcome}`),
        reasonText(step.reason, messages),
        step.outcome === 'to-do' ? '' : iso(step.at),
      ]);
    }),
  ]);
}
