import type { ReactElement } from 'react';
import type { OutageRow } from '../../../../../src/contract/outages';
import { useIssues } from '../../data/use-names';
import { usePersons } from '../../data/use-rights';
import { IssueCell } from '../../parts/issue-cell';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import type { IssueAddress } from '../../platform/site-names';
import { causeName } from '../breaches/breach-text';
import { personName } from '../rights/person-name';
import { KindLozenge, RtoLozenge } from './outage-lozenges';
import { lastedText, serviceName, type Known } from './outage-text';
import styles from './outages.module.css';

const columns = [
  'service',
  'kind',
  'begin',
  'end',
  'lasted',
  'rto',
  'cause',
  'issue',
  'verified',
  'open',
] as const;

interface Props extends Known {
  readonly rows: readonly OutageRow[];
  readonly open: (id: string) => void;
}

/** Outages, each in a row, the open ones first. */
export function OutageTable({ rows, open, ...known }: Props): ReactElement {
  const { messages } = useReader();
  const issues = useIssues(rows.flatMap(({ doc }) => doc.derived?.issue ?? []));
  const persons = usePersons(rows.flatMap(({ doc }) => doc.verified?.by ?? []));
  return (
    <div className={styles['table']}>
      <Table label={messages.text('outages.table')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`outages.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { verified, derived } = row.doc;
            return (
              <Row
                key={row.doc.id}
                row={row}
                issue={derived && issues?.get(derived.issue)}
                verifiedBy={verified && personName(persons.get(verified.by), messages)}
                open={() => open(row.doc.id)}
                {...known}
              />
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

interface RowProps extends Known {
  readonly row: OutageRow;
  readonly issue: IssueAddress | null | undefined;
  readonly verifiedBy: string | undefined;
  readonly open: () => void;
}

function Row({ row, issue, verifiedBy, open, monitoring, services }: RowProps): ReactElement {
  const { messages } = useReader();
  const { doc } = row;
  const now = clockNow();
  const nothing = messages.text('outages.figures.missing');
  const name = serviceName(doc.service, services);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <KindLozenge doc={doc} />
        {doc.derived && <div className="note">{messages.text('outages.byRule')}</div>}
      </td>
      <td>
        <Moment at={doc.begin} calendarZone={undefined} now={now} />
      </td>
      <td>
        {doc.end === undefined ? (
          messages.text('outages.open')
        ) : (
          <Moment at={doc.end} calendarZone={undefined} now={now} />
        )}
      </td>
      <td>{lastedText(row, now, messages)}</td>
      <td>
        <RtoLozenge rto={row.rto} />
      </td>
      <td>
        {doc.cause === undefined ? (
          <span className="note">{messages.text('breaches.said.none')}</span>
        ) : (
          causeName(doc.cause, monitoring, messages)
        )}
      </td>
      <td>{doc.derived ? <IssueCell id={doc.derived.issue} issue={issue} /> : (doc.issue ?? nothing)}</td>
      <td>{verifiedBy ?? <span className="note">{messages.text('outages.notVerified')}</span>}</td>
      <td>
        <TextButton aria-label={messages.text('outages.openOf', { name })} onClick={open}>
          {messages.text('breaches.open')}
        </TextButton>
      </td>
    </tr>
  );
}
