import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { ComplaintRow } from '../../../../../src/contract/complaints';
import { stateOf } from '../../../../../src/domain/complaint/complaint';
import type { Person } from '../../platform/site-names';
import { csvText } from '../../text/csv';
import type { Messages } from '../../text/messages';
import { personName } from '../rights/person-name';

const columns = [
  'received',
  'customer',
  'text',
  'agreement',
  'owner',
  'due',
  'late',
  'state',
  'outcome',
  'issue',
  'answered',
  'closed',
] as const;

interface Known {
  readonly agreements: MonitoringView['agreements'];
  readonly people: ReadonlyMap<string, Person>;
}

/** The register as a table that spreadsheets open; instants as ISO 8601 has them. */
export function complaintsCsv(rows: readonly ComplaintRow[], known: Known, messages: Messages): string {
  return csvText([
    columns.map((column) => messages.text(`complaints.csv.${column}`)),
    ...rows.map((row) => {
      const cells = cellsOf(row, known, messages);
      return columns.map((column) => cells[column]);
    }),
  ]);
}

const iso = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());

function cellsOf(
  { doc, isLate }: ComplaintRow,
  { agreements, people }: Known,
  messages: Messages,
): Readonly<Record<(typeof columns)[number], string>> {
  const { receivedAt, customer, text, agreement = '', owner, due, issue = '', answered, closed } = doc;
  return {
    received: iso(receivedAt),
    customer,
    text,
    agreement: agreements.find(({ id }) => id === agreement)?.name ?? agreement,
    owner: personName(people.get(owner), messages),
    due,
    late: isLate ? messages.text('complaints.late') : '',
    state: messages.text(`complaints.state.${stateOf(doc)}`),
    outcome: answered?.outcome ?? '',
    issue,
    answered: iso(answered?.at),
    closed: iso(closed?.at),
  };
}
