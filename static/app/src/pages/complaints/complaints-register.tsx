import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { ComplaintRow } from '../../../../../src/contract/complaints';
import { complaintStates, stateOf } from '../../../../../src/domain/complaint/complaint';
import { readAllComplaints, useComplaints } from '../../data/use-complaints';
import { usePersons } from '../../data/use-rights';
import { useAddress } from '../../parts/address';
import { ExportButton } from '../../parts/export-button';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField } from '../../parts/field';
import { Moment } from '../../parts/moment';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { Tick } from '../../parts/tick';
import { clockNow } from '../../platform/clock';
import { readPersons } from '../../platform/site-names';
import { datesText } from '../../text/day-text';
import styles from '../breaches/breaches.module.css';
import own from '../improvement/improvement.module.css';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { personName } from '../rights/person-name';
import { ComplaintLozenge } from './complaint-lozenge';
import { addressOf, COMPLAINTS, filterIn, NEW, ONE, type ComplaintFilter } from './complaints-address';
import { complaintsCsv } from './complaints-csv';

interface Props {
  readonly filter: ComplaintFilter;
  readonly monitoring: MonitoringView;
}

/** As many people as Jira names at once. */
const MOST_NAMED = 50;

/** The complaints of a project: what filters show of them. */
export function ComplaintsRegister({ filter, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { rows, count, error, ...page } = useComplaints(filter);
  const isNarrowed = addressOf(filter).length > 1;
  return (
    <>
      <div className="section-head">
        <h2 id="complaints" className="heading">
          {messages.text('complaints.title')}
        </h2>
        <div className="buttons unprinted">
          {monitoring.mayMonitor && (
            <Button appearance="primary" onClick={() => go(COMPLAINTS, NEW)}>
              {messages.text('complaints.new')}
            </Button>
          )}
          {rows && rows.length > 0 && (
            <ExportButton
              label={messages.text('breaches.csv.export')}
              name={messages.text('complaints.csv.name')}
              text={async () => {
                const all = await readAllComplaints(filter);
                const owners = [...new Set(all.map(({ doc }) => doc.owner))];
                const people = await readPersons(owners.slice(0, MOST_NAMED));
                return complaintsCsv(all, { agreements: monitoring.agreements, people }, messages);
              }}
            />
          )}
        </div>
      </div>
      <p className="note">{messages.text('complaints.intro')}</p>
      {error && <FailureNotice error={error} retry={page.retry} title={messages.text('complaints.failed')} />}
      {!rows && !error && <DefinitionsSkeleton label={messages.text('complaints.loading')} />}
      {rows && (rows.length > 0 || isNarrowed) && <Filters filter={filter} monitoring={monitoring} />}
      {rows && rows.length === 0 && (
        <Notice tone="information">
          {messages.text(isNarrowed ? 'complaints.nothing' : 'complaints.empty')}
        </Notice>
      )}
      {rows && rows.length > 0 && (
        <div className={styles['list']} aria-busy={page.isOutdated}>
          <ComplaintTable rows={rows} monitoring={monitoring} />
          <div className={styles['bar']}>
            <p className="note">{messages.text('improvement.shown', { shown: rows.length, count })}</p>
            {rows.length < count && (
              <Button onClick={page.readMore} isLoading={page.isReadingMore}>
                {messages.text('board.more')}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

function Filters({ filter, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const choices: Readonly<Record<'state' | 'agreement', readonly { value: string; label: string }[]>> = {
    state: complaintStates.map((value) => ({ value, label: messages.text(`complaints.state.${value}`) })),
    agreement: monitoring.agreements.map(({ id, name }) => ({ value: id, label: name })),
  };
  const choose = (name: string, value: string): void => {
    const others = addressOf(filter).filter((part) => !part.startsWith(`${name}=`));
    // Read as an address is, so that nothing can be chosen that an address cannot say.
    go(...addressOf(filterIn([...others, ...(value ? [`${name}=${value}`] : [])])));
  };
  return (
    <fieldset className={`${styles['filters']} unprinted`} aria-label={messages.text('board.filters')}>
      {(['state', 'agreement'] as const).map((name) => (
        <ChoiceField
          key={name}
          label={messages.text(`improvement.filter.${name}`)}
          value={filter[name] ?? ''}
          choices={[{ value: '', label: messages.text('board.all') }, ...choices[name]]}
          change={(value) => choose(name, value)}
        />
      ))}
      <Tick
        label={messages.text('complaints.late')}
        isChecked={filter.late ?? false}
        change={(isLate) => choose('late', isLate ? 'yes' : '')}
      />
    </fieldset>
  );
}

const columns = ['customer', 'received', 'agreement', 'owner', 'due', 'state'] as const;

interface TableProps {
  readonly rows: readonly ComplaintRow[];
  readonly monitoring: MonitoringView;
}

function ComplaintTable({ rows, monitoring }: TableProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const persons = usePersons(rows.map(({ doc }) => doc.owner));
  const now = clockNow();
  return (
    <div className={own['table']}>
      <Table label={messages.text('complaints.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`complaints.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ doc, isLate }) => (
            <tr key={doc.id}>
              <th scope="row">
                <TextButton onClick={() => go(COMPLAINTS, ONE, doc.id)}>{doc.customer}</TextButton>
                <div className="note">{firstOf(doc.text)}</div>
              </th>
              <td>
                <Moment at={doc.receivedAt} calendarZone={undefined} now={now} />
              </td>
              <td>
                {monitoring.agreements.find(({ id }) => id === doc.agreement)?.name ?? doc.agreement ?? '—'}
              </td>
              <td>{personName(persons.get(doc.owner), messages)}</td>
              <td>
                <span className="figure">{datesText({ date: doc.due }, reader)}</span>
                {isLate && (
                  <div>
                    <Lozenge appearance="danger">{messages.text('complaints.late')}</Lozenge>
                  </div>
                )}
              </td>
              <td>
                <ComplaintLozenge state={stateOf(doc)} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** As much of a text as a row has room for. */
const SHOWN = 120;
const firstOf = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
