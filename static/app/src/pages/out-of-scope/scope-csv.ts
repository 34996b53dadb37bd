import type { ScopeRow } from '../../../../../src/contract/out-of-scope';
import { stateOf } from '../../../../../src/domain/out-of-scope/out-of-scope';
import type { IssueState } from '../../platform/issue-states';
import type { Person } from '../../platform/site-names';
import { csvText } from '../../text/csv';
import type { Messages } from '../../text/messages';
import { personName } from '../rights/person-name';

const columns = [
  'issue',
  'summary',
  'status',
  'open',
  'covered',
  'told',
  'toldBy',
  'text',
  'serving',
  'asked',
  'askedBy',
  'reason',
  'decided',
  'decidedBy',
  'note',
] as const;

interface Known {
  readonly issues: ReadonlyMap<string, IssueState>;
  readonly people: ReadonlyMap<string, Person>;
}

/** The accounts that the register names. */
export const accountsIn = (rows: readonly ScopeRow[]): string[] => [
  ...new Set(
    rows.flatMap(({ doc }) => [doc?.told, doc?.asked, doc?.decision].flatMap((act) => act?.by ?? [])),
  ),
];

/** The register as a table that spreadsheets open; instants as ISO 8601 has them. */
export function scopeCsv(rows: readonly ScopeRow[], known: Known, messages: Messages): string {
  return csvText([
    columns.map((column) => messages.text(`scope.csv.${column}`)),
    ...rows.map((row) => {
      const cells = cellsOf(row, known, messages);
      return columns.map((column) => cells[column]);
    }),
  ]);
}

interface Act {
  readonly by: string;
  readonly at: number;
}

function cellsOf(
  { issue, doc, isOpen, isCovered }: ScopeRow,
  { issues, people }: Known,
  messages: Messages,
): Readonly<Record<(typeof columns)[number], string>> {
  const { told, asked, decision } = doc ?? {};
  const {
    key = messages.text('board.unnamed', { id: issue }),
    summary = '',
    status = '',
  } = issues.get(issue) ?? {};
  const at = (act: Act | undefined): string => (act ? new Date(act.at).toISOString() : '');
  const by = (act: Act | undefined): string => (act ? personName(people.get(act.by), messages) : '');
  const yesOrNo = (is: boolean): string => messages.text(is ? 'scope.csv.yes' : 'scope.csv.no');
  return {
    issue: key,
    summary,
    status,
    open: yesOrNo(isOpen),
    covered: yesOrNo(isCovered),
    told: at(told),
    toldBy: by(told),
    text: told?.text ?? '',
    serving: messages.text(`scope.state.${doc ? stateOf(doc) : 'found'}`),
    asked: at(asked),
    askedBy: by(asked),
    reason: asked?.reason ?? '',
    decided: at(decision),
    decidedBy: by(decision),
    note: decision?.note ?? '',
  };
}
