import type { OutageRow } from '../../../../../src/contract/outages';
import { lengthOf } from '../../../../../src/domain/outage/outage';
import type { Instant } from '../../../../../src/domain/time/instant';
import type { IssueAddress, Person } from '../../platform/site-names';
import { csvText } from '../../text/csv';
import { exactDurationText } from '../../text/duration';
import type { Reader } from '../../text/reader';
import { causeName } from '../breaches/breach-text';
import { personName } from '../rights/person-name';
import { serviceName, type Known as Names } from './outage-text';

const columns = [
  'service',
  'begin',
  'end',
  'lasted',
  'planned',
  'degree',
  'rto',
  'rpo',
  'cause',
  'issue',
  'source',
  'explanation',
  'verified',
  'verifiedAt',
  'lookBackCause',
  'measures',
  'withdrawn',
] as const;
type Column = (typeof columns)[number];

interface Known extends Names {
  readonly issues: ReadonlyMap<string, IssueAddress>;
  readonly persons: ReadonlyMap<string, Person>;
  readonly now: Instant;
}

/** The register as a table that spreadsheets open; instants as ISO 8601 has them. */
export function outagesCsv(rows: readonly OutageRow[], known: Known, reader: Reader): string {
  const { messages } = reader;
  const head = columns.map((column) => messages.text(`outages.csv.${column}`));
  return csvText([
    head,
    ...rows.map((row) => {
      const cells = cellsOf(row, known, reader);
      return columns.map((column) => cells[column]);
    }),
  ]);
}

const iso = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());

function cellsOf(row: OutageRow, known: Known, { messages }: Reader): Readonly<Record<Column, string>> {
  const { doc, rto } = row;
  const { monitoring, services, issues, persons, now } = known;
  const { derived, rpo, lookBack, verified, withdrawn } = doc;
  return {
    service: serviceName(doc.service, services),
    begin: iso(doc.begin),
    end: iso(doc.end),
    lasted: exactDurationText(lengthOf(doc, now), messages),
    planned: doc.planned ? messages.text('outages.planned') : '',
    degree: messages.text(`outages.degree.${doc.degree}`),
    rto: rto === null ? '' : messages.text(`outages.rto.${rto}`),
    rpo: rpo
      ? [messages.text(`outages.rpo.${rpo.kept ? 'kept' : 'lost'}`), rpo.note].filter(Boolean).join(': ')
      : '',
    cause: doc.cause === undefined ? '' : causeName(doc.cause, monitoring, messages),
    issue: derived ? (issues.get(derived.issue)?.key ?? derived.issue) : (doc.issue ?? ''),
    source: messages.text(derived ? 'outages.byRule' : 'outages.byHand'),
    explanation: doc.explanation,
    verified: verified ? personName(persons.get(verified.by), messages) : '',
    verifiedAt: iso(verified?.at),
    lookBackCause: lookBack?.cause ?? '',
    measures: lookBack?.measures ?? '',
    withdrawn: withdrawn?.reason ?? '',
  };
}
