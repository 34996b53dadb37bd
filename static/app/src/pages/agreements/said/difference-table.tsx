import type { ReactElement } from 'react';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import styles from '../agreements.module.css';
import type { Difference } from './differences';

/** What two versions say otherwise, side by side. */
export function DifferenceTable({
  differences,
}: {
  readonly differences: readonly Difference[];
}): ReactElement {
  const { messages } = useReader();
  if (differences.length === 0) return <p>{messages.text('agreements.difference.none')}</p>;
  return (
    <Table label={messages.text('agreements.difference.title')}>
      <thead>
        <tr>
          <th scope="col">{messages.text('agreements.difference.what')}</th>
          <th scope="col">{messages.text('agreements.difference.before')}</th>
          <th scope="col">{messages.text('agreements.difference.after')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ key, group, label, before, after }) => (
          <tr key={key}>
            <th scope="row">
              <span className="note">{group}</span>
              <br />
              {label}
            </th>
            <td className={styles['value']}>
              {before ?? <span className="note">{messages.text('agreements.nothing')}</span>}
            </td>
            <td className={styles['value']}>
              {after ?? <span className="note">{messages.text('agreements.nothing')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
