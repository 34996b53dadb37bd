import type { ReactElement } from 'react';
import type { RecordLineView } from '../../../../../src/contract/monitoring-record';
import type { MonitoringRecord } from '../../data/use-record';
import { Disclosure } from '../../parts/disclosure';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { periodText } from '../reports/report-text';
import { Missing } from './record-table';
import { lineKey, lineName, valueText } from './record-text';
import styles from './record.module.css';

interface Props {
  readonly record: MonitoringRecord;
  readonly lines: readonly RecordLineView[];
  /** Of the agreement. */
  readonly name: string;
}

/** The values of all periods that are known, the latest first. */
export function TrendTable({ record, lines, name }: Props): ReactElement | null {
  const reader = useReader();
  const { messages } = reader;
  if (lines.length === 0) return null;
  const periods = record.edges.slice(0, -1).map((from) => ({ kind: record.asked.period, from }));
  return (
    <Disclosure summary={messages.text('record.trend')}>
      <div className={styles['table']}>
        <Table label={messages.text('record.trendTable', { name })}>
          <thead>
            <tr>
              <th scope="col">{messages.text('reports.column.period')}</th>
              {lines.map((line) => (
                <th key={lineKey(line)} scope="col">
                  {lineName(line, record, reader)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods
              .map((period, place) => (
                <tr key={period.from}>
                  <th scope="row">{periodText(period, reader)}</th>
                  {lines.map((line) => {
                    const value = line.values[place] ?? null;
                    return (
                      <td key={lineKey(line)}>
                        {value === null ? <Missing /> : valueText(line.measure, value, reader)}
                      </td>
                    );
                  })}
                </tr>
              ))
              .reverse()}
          </tbody>
        </Table>
      </div>
    </Disclosure>
  );
}
