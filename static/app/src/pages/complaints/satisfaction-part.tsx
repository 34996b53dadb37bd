import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { SatisfactionView } from '../../../../../src/contract/complaints';
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

type Entry = SatisfactionView[number];

const columns = ['month', 'agreement', 'source', 'n', 'score', 'satisfied', 'nps', 'note'] as const;

/** How satisfied customers were, month by month, as it was entered. */
export function SatisfactionPart({ monitoring }: { readonly monitoring: MonitoringView }): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useSatisfaction();
  const [edited, setEdited] = useState<Entry | 'new'>();
  const close = (): void => setEdited(undefined);
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
      {data && data.length === 0 && <Notice tone="information">{messages.text('satisfaction.empty')}</Notice>}
      {data && data.length > 0 && (
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
              {data.map((entry) => (
                <Row
                  key={entry.doc.id}
                  entry={entry}
                  monitoring={monitoring}
                  edit={mayEnter ? () => setEdited(entry) : undefined}
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

interface RowProps {
  readonly entry: Entry;
  readonly monitoring: MonitoringView;
  readonly edit: (() => void) | undefined;
}

function Row({ entry: { doc }, monitoring, edit }: RowProps): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const month = periodText({ kind: 'month', from: doc.month }, reader);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const shown = (value: number | undefined): string => (value === undefined ? '—' : numbers.format(value));
  const agreement = monitoring.agreements.find(({ id }) => id === doc.agreement)?.name ?? doc.agreement;
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
      <td>{messages.text(`satisfaction.source.${doc.source}`)}</td>
      <td className="figure">{numbers.format(doc.n)}</td>
      <td className="figure">{shown(doc.score)}</td>
      <td className="figure">{doc.satisfied === undefined ? '—' : percent.format(doc.satisfied / 100)}</td>
      <td className="figure">{shown(doc.nps)}</td>
      <td>{doc.note || '—'}</td>
    </tr>
  );
}
