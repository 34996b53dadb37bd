import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { AgreementRow, AgreementsView } from '../../../../../src/contract/agreements';
import { useAgreements } from '../../data/use-agreements';
import { useAddress } from '../../parts/address';
import { Disclosure } from '../../parts/disclosure';
import { FailureNotice } from '../../parts/failure-notice';
import { InputField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import { dateText } from '../../text/when';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { AgreementStateLozenge } from './agreement-state';
import styles from './agreements.module.css';
import { EDIT, NEW } from './agreements-section';
import { compareNames } from '../../text/names';

/** More than so many are looked for, not looked through. */
const MANY = 12;

/** All agreements, those that were archived apart. */
export function AgreementList(): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useAgreements();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('agreements.noRights')}</Notice>;
  }
  return (
    <section className="section" aria-labelledby="agreement-list">
      <div className="section-head">
        <h2 id="agreement-list" className="heading">
          {messages.text('agreements.title')}
        </h2>
        <Button appearance="primary" onClick={() => go('agreements', NEW)}>
          {messages.text('agreements.create')}
        </Button>
      </div>
      <p>{messages.text('agreements.intro')}</p>
      {error && (
        <FailureNotice
          error={error}
          retry={() => void refetch()}
          title={messages.text('agreements.failed')}
        />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('agreements.loading')} />}
      {data && <Shown view={data} />}
    </section>
  );
}

function Shown({ view }: { readonly view: AgreementsView }): ReactElement {
  const { messages, locale } = useReader();
  const [wanted, setWanted] = useState('');
  const found = view.agreements
    .filter(({ name }) => name.toLocaleLowerCase(locale).includes(wanted.trim().toLocaleLowerCase(locale)))
    .sort((a, b) => compareNames(a.name, b.name, locale));
  const active = found.filter(({ state }) => state !== 'archived');
  const archived = found.filter(({ state }) => state === 'archived');
  if (view.agreements.length === 0) {
    return (
      <Notice tone="information" title={messages.text('agreements.empty.title')}>
        {messages.text('agreements.empty.text')}
      </Notice>
    );
  }
  return (
    <>
      {view.agreements.length > MANY && (
        <div className={styles['search']}>
          <InputField
            type="search"
            label={messages.text('agreements.search')}
            value={wanted}
            change={setWanted}
          />
        </div>
      )}
      {found.length === 0 && <p>{messages.text('agreements.noneFound')}</p>}
      {active.length > 0 && <Rows rows={active} label={messages.text('agreements.title')} />}
      {archived.length > 0 && (
        <Disclosure summary={messages.text('agreements.archived', { count: archived.length })}>
          <Rows rows={archived} label={messages.text('agreements.archived', { count: archived.length })} />
        </Disclosure>
      )}
    </>
  );
}

const columns = ['name', 'kind', 'state', 'version', 'ends', 'draft'] as const;

interface RowsProps {
  readonly rows: readonly AgreementRow[];
  readonly label: string;
}

function Rows({ rows, label }: RowsProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const now = clockNow();
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {messages.text(`agreements.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <TextButton onClick={() => go('agreements', row.id)}>
                {row.name || messages.text('agreements.unnamed')}
              </TextButton>
            </th>
            <td>{row.kind}</td>
            <td>
              <AgreementStateLozenge state={row.state} />
            </td>
            <td>
              {row.version ?? messages.text('agreements.nothing')}
              {row.scheduled
                .filter(({ version }) => version !== row.version)
                .map(({ version, from }) => (
                  <div key={version} className="note">
                    {messages.text('agreements.next', { version, date: dateText(from, now, reader) })}
                  </div>
                ))}
            </td>
            <td>
              {row.endsAt === null ? messages.text('agreements.nothing') : dateText(row.endsAt, now, reader)}
            </td>
            <td>
              {row.draftSavedAt === null ? (
                messages.text('agreements.nothing')
              ) : (
                <TextButton
                  aria-label={messages.text('agreements.goOnNamed', { name: row.name })}
                  onClick={() => go('agreements', row.id, EDIT)}
                >
                  {messages.text('agreements.goOn')}
                </TextButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
