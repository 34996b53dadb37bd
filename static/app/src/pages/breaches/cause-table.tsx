import type { ReactElement } from 'react';
import type { CausesCounted } from '../../../../../src/contract/cause-counts';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { compareNames } from '../../text/names';
import { wholePercentText } from '../reports/report-text';
import { causeName } from './breach-text';
import styles from './cause-table.module.css';

interface Props {
  readonly counted: Pick<CausesCounted, 'causes' | 'revision' | 'counts' | 'areAll'>;
  /** What the breaches have in common, said to who hears the table. */
  readonly label: string;
  readonly open: (cause: string | null) => void;
}

/** How many breaches have which cause (M3). What has none yet comes first: it is what somebody has to do. */
export function CauseTable({ counted, label, open }: Props): ReactElement {
  const { messages, locale } = useReader();
  const counts = new Map<string | null, number>();
  for (const { cause, count } of counted.counts) counts.set(cause, (counts.get(cause) ?? 0) + count);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts.values());
  const rows = [...counts]
    .map(([cause, count]) => ({
      cause,
      count,
      name: cause === null ? messages.text('causes.none') : causeName(cause, counted, messages),
    }))
    .sort(
      (a, b) =>
        Number(b.cause === null) - Number(a.cause === null) ||
        b.count - a.count ||
        compareNames(a.name, b.name, locale),
    );
  return (
    <>
      <Table label={label}>
        <thead>
          <tr>
            <th scope="col">{messages.text('breaches.filter.cause')}</th>
            <th scope="col">{messages.text('breaches.section')}</th>
            <th scope="col">{messages.text('causes.share')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cause, count, name }) => (
            <tr key={cause ?? ''}>
              <th scope="row">
                <TextButton onClick={() => open(cause)}>{name}</TextButton>
              </th>
              <td className="figure">{count.toLocaleString(locale)}</td>
              <td className={styles['share']}>
                <span
                  className={styles['bar']}
                  data-none={cause === null}
                  style={{ inlineSize: `${(count / most) * 100}%` }}
                />
                <span className="figure">{wholePercentText(count / all, locale)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {!counted.areAll && <p className="note">{messages.text('causes.latest', { count: all })}</p>}
    </>
  );
}
