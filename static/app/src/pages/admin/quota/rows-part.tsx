import type { ReactElement } from 'react';
import type { UsageView } from '../../../../../../src/contract/usage';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { styles } from '../styles';
import own from './quota.module.css';

/** How many rows the tables that grow have. */
export function RowsPart({ usage: { rows } }: { readonly usage: UsageView }): ReactElement {
  const { messages, locale } = useReader();
  return (
    <section className={styles['section']} aria-labelledby="rows">
      <h3 id="rows" className="subheading">
        {messages.text('quota.rows.title')}
      </h3>
      <Table label={messages.text('quota.rows.title')}>
        <thead>
          <tr>
            <th scope="col">{messages.text('quota.rows.table')}</th>
            <th scope="col" className={own['number']}>
              {messages.text('quota.rows.rows')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(rows) as (keyof typeof rows)[]).map((table) => (
            <tr key={table}>
              <th scope="row">{messages.text(`quota.rows.name.${table}`)}</th>
              <td className={own['number']}>{rows[table].toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
