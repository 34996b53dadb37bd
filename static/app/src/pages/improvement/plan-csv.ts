import type { ActionRow, PlanAgreement } from '../../../../../src/contract/improvement';
import { stateOf, type ImprovementAction } from '../../../../../src/domain/improvement/improvement';
import type { Attainment } from '../../../../../src/domain/report/tally';
import type { IssueAddress, Person } from '../../platform/site-names';
import { csvText } from '../../text/csv';
import type { Messages } from '../../text/messages';
import { personName } from '../rights/person-name';
import { targetText } from './improvement-text';

const columns = [
  'title',
  'description',
  'kind',
  'source',
  'target',
  'owner',
  'due',
  'late',
  'state',
  'issue',
  'planned',
  'done',
  'before',
  'after',
  'remark',
  'finding',
  'correction',
  'cause',
  'prevention',
  'proof',
] as const;
type Column = (typeof columns)[number];

interface Known {
  readonly agreements: readonly PlanAgreement[];
  readonly issues: ReadonlyMap<string, IssueAddress>;
  readonly people: ReadonlyMap<string, Person>;
}

/** The plan as a table that spreadsheets open; instants as ISO 8601 has them. */
export function planCsv(rows: readonly ActionRow[], known: Known, messages: Messages): string {
  const head = columns.map((column) => messages.text(`improvement.csv.${column}`));
  return csvText([
    head,
    ...rows.map((row) => {
      const cells = cellsOf(row, known, messages);
      return columns.map((column) => cells[column] ?? '');
    }),
  ]);
}

const iso = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());

function cellsOf(
  { doc, isLate }: ActionRow,
  { agreements, issues, people }: Known,
  messages: Messages,
): Readonly<Partial<Record<Column, string>>> {
  const { title, description, kind, source, owner, due, issue, planned, done } = doc;
  const kept = ({ met, of }: Attainment): string => messages.text('reports.cases', { met, of });
  return {
    title,
    description,
    kind: messages.text(`improvement.kind.${kind}`),
    source: messages.text(`improvement.source.${source}`),
    target: targetText(doc, agreements, messages) ?? '',
    owner: personName(people.get(owner), messages),
    due,
    late: isLate ? messages.text('improvement.late') : '',
    state: messages.text(`improvement.state.${stateOf(doc)}`),
    issue: issue ? (issues.get(issue.id)?.key ?? issue.key) : '',
    planned: iso(planned.at),
    done: iso(done?.at),
    remark: remarkOf(doc),
    ...(doc.judged?.effect && {
      before: kept(doc.judged.effect.before),
      after: kept(doc.judged.effect.after),
    }),
    ...doc.nonconformity,
  };
}

const remarkOf = ({ judged, dropped }: ImprovementAction): string => judged?.remark ?? dropped?.reason ?? '';
