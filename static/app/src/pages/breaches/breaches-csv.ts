import type { BreachRow, MonitoringView } from '../../../../../src/contract/breaches';
import { stateOf } from '../../../../../src/domain/breach/exception';
import type { Instant } from '../../../../../src/domain/time/instant';
import type { IssueAddress } from '../../platform/site-names';
import { csvText } from '../../text/csv';
import { exactDurationText } from '../../text/duration';
import type { Reader } from '../../text/reader';
import { agreementOf, breachTitle, causeName, overOf, tellingText, wantedText } from './breach-text';

const columns = [
  'issue',
  'summary',
  'agreement',
  'version',
  'target',
  'goal',
  'happenedAt',
  'promised',
  'given',
  'over',
  'measured',
  'reported',
  'kind',
  'cause',
  'party',
  'explanation',
  'correctiveAction',
  'told',
  'toldAt',
  'toldHow',
  'exceptions',
] as const;
type Column = (typeof columns)[number];

interface Known {
  readonly monitoring: MonitoringView;
  readonly issues: ReadonlyMap<string, IssueAddress>;
  readonly now: Instant;
}

/** The register as a table that spreadsheets open; instants as ISO 8601 has them. */
export function breachesCsv(rows: readonly BreachRow[], known: Known, reader: Reader): string {
  const { messages } = reader;
  const head = columns.map((column) => messages.text(`breaches.csv.${column}`));
  return csvText([
    head,
    ...rows.map((row) => {
      const cells = cellsOf(row, known, reader);
      return columns.map((column) => cells[column] ?? '');
    }),
  ]);
}

const iso = (at: number): string => new Date(at).toISOString();

function cellsOf(
  row: BreachRow,
  { monitoring, issues, now }: Known,
  reader: Reader,
): Readonly<Partial<Record<Column, string>>> {
  const { messages } = reader;
  const { timer, said, exceptions } = row;
  const { doc } = said ?? {};
  const issue = timer && issues.get(timer.issue);
  const id = agreementOf(row);
  const over = overOf(row);
  return {
    issue: issue?.key ?? timer?.issue ?? doc?.byHand?.issue ?? '',
    summary: issue?.summary ?? '',
    agreement: monitoring.agreements.find((each) => each.id === id)?.name ?? id,
    target: breachTitle(row, messages),
    happenedAt: iso(row.happenedAt),
    told: tellingText(row, messages),
    kind: messages.text(`breaches.kind.${doc?.kind ?? 'delay'}`),
    exceptions: exceptions
      .map(
        (each) => `${wantedText(each, now, reader)}: ${messages.text(`breaches.state.${stateOf(each.doc)}`)}`,
      )
      .join('; '),
    ...(timer && {
      version: String(timer.version),
      goal: timer.goal ?? '',
      promised: timer.within === null ? '' : exactDurationText(timer.within, messages),
      given: exactDurationText(timer.elapsed, messages),
      measured: messages.text(`breaches.verdict.${timer.measured}`),
      reported: messages.text(`breaches.verdict.${timer.reported}`),
    }),
    ...(over !== undefined && { over: exactDurationText(over, messages) }),
    ...(doc?.byHand && { promised: doc.byHand.promised, given: doc.byHand.given }),
    ...(doc && {
      explanation: doc.explanation,
      correctiveAction: doc.correctiveAction,
      cause: doc.cause === undefined ? '' : causeName(doc.cause, monitoring, messages),
      party: doc.party === undefined ? '' : messages.text(`breaches.party.${doc.party}`),
    }),
    ...(doc?.told && { toldAt: iso(doc.told.at), toldHow: doc.told.how }),
  };
}
