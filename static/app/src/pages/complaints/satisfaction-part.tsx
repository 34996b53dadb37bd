import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { RatedMonth, SatisfactionEntry, SatisfactionView } from '../../../../../src/contract/complaints';
import type { SatisfactionValue } from '../../../../../src/domain/satisfaction/satisfaction';
import { useSatisfaction } from '../../data/use-complaints';
import { Dialog } from '../../parts/dialog';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import own from '../improvement/improvement.module.css';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { periodText } from '../reports/report-text';
import { SatisfactionForm } from './satisfaction-form';

const columns = ['month', 'agreement', 'source', 'n', 'score', 'satisfied', 'nps', 'note'] as const;

/** How satisfied customers were, month by month: what was entered, and beside it how they rated their requests in Jira. */
export function SatisfactionPart({ monitoring }: { readonly monitoring: MonitoringView }): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useSatisfaction();
  const [edited, setEdited] = useState<SatisfactionEntry | 'new'>();
  const close = (): void => setEdited(undefined);
  const lines = data && linesOf(data);
  const mayEnter = monitoring.mayMonitor && monitoring.agreements.length > 0;
  return (
    <>
      <div className="section-head">
        <h2 id="satisfaction" className="heading">
          {messages.text('satisfaction.title')}
        </h2>
        {mayEnter && (
          <div className="unprinted">
            <Button onClick={() => setEdited('new')}>{messages.text('satisfaction.new')}</Button>
          </div>
        )}
      </div>
      <p className="note">{messages.text('satisfaction.intro')}</p>
      {error && (
        <FailureNotice
          error={error}
          retry={() => void refetch()}
          title={messages.text('satisfaction.failed')}
        />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('satisfaction.loading')} />}
      {lines?.length === 0 && <Notice tone="information">{messages.text('satisfaction.empty')}</Notice>}
      {lines && lines.length > 0 && (
        <div className={own['table']}>
          <Table label={messages.text('satisfaction.title')}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {messages.text(`satisfaction.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Row
                  key={line.entry?.doc.id ?? `${line.agreement}/${line.month}`}
                  line={line}
                  monitoring={monitoring}
                  edit={mayEnter && line.entry ? () => setEdited(line.entry) : undefined}
                />
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {edited && (
        <Dialog
          title={messages.text(edited === 'new' ? 'satisfaction.new' : 'satisfaction.change')}
          close={close}
        >
          <SatisfactionForm
            kept={edited === 'new' ? undefined : edited}
            monitoring={monitoring}
            close={close}
          />
        </Dialog>
      )}
    </>
  );
}

/** What is shown of a month: an entry, or ratings. */
type Line = Pick<RatedMonth, 'agreement' | 'month' | 'n'> &
  Readonly<Partial<Record<SatisfactionValue, number>>> &
  (
    | { readonly entry: SatisfactionEntry; readonly rated?: never }
    | { readonly entry?: never; readonly rated: RatedMonth }
  );

/** The latest month first, ratings of an agreement below what was entered of it. */
const linesOf = ({ entered, rated }: SatisfactionView): Line[] =>
  [
    ...entered.map((entry) => ({ ...entry.doc, entry })),
    ...rated.map((one) => ({ ...one, rated: one })),
  ].sort((a, b) => (a.month === b.month ? 0 : a.month < b.month ? 1 : -1));

interface RowProps {
  readonly line: Line;
  readonly monitoring: MonitoringView;
  readonly edit: (() => void) | undefined;
}

function Row({ line, monitoring, edit }: RowProps): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const { entry, rated } = line;
  const month = periodText({ kind: 'month', from: line.month }, reader);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const shown = (value: number | undefined): string => (value === undefined ? '—' : numbers.format(value));
  const agreement = monitoring.agreements.find(({ id }) => id === line.agreement)?.name ?? line.agreement;
  return (
    <tr>
      <th scope="row">
        {month}
        {edit && (
          <div className="unprinted">
            <TextButton
              aria-label={messages.text('satisfaction.changeOf', { month, agreement })}
              onClick={edit}
            >
              {messages.text('satisfaction.edit')}
            </TextButton>
          </div>
        )}
      </th>
      <td>{agreement}</td>
      <td>{messages.text(entry ? `satisfaction.source.${entry.doc.source}` : 'satisfaction.rated')}</td>
      <td className="figure">{numbers.format(line.n)}</td>
      <td className="figure">{shown(line.score)}</td>
      <td className="figure">{line.satisfied === undefined ? '—' : percent.format(line.satisfied / 100)}</td>
      <td className="figure">{shown(line.nps)}</td>
      <td>
        {rated
          ? messages.text('satisfaction.looked', { looked: rated.looked, of: rated.of })
          : entry.doc.note || '—'}
      </td>
    </tr>
  );
}
