import type { ReactElement } from 'react';
import type { MonitoringRecord } from '../../data/use-record';
import { usePeople } from '../../data/use-names';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { promisedText, whatOf } from './record-text';
import styles from './record.module.css';

interface Props {
  readonly record: MonitoringRecord;
  readonly agreement: string;
  /** Of the agreement. */
  readonly name: string;
}

/** For each value of an agreement where it comes from, how often, and who sees to it (M8). */
export function PlanTable({ record, agreement, name }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const manager = record.managers[agreement];
  const timers = record.lines.flatMap(({ metric, ...line }) =>
    metric && line.agreement === agreement ? metric : [],
  );
  const targets = record.plan.filter((each) => each.agreement === agreement);
  const people = usePeople([manager ?? '', ...targets.map(({ target }) => target.responsible ?? '')]);
  const person = (account = manager): string =>
    account === undefined
      ? messages.text('record.plan.nobody')
      : (people.get(account) ?? messages.text('person.unknown'));
  return (
    <div className={styles['table']}>
      <Table label={messages.text('record.plan.table', { name })}>
        <thead>
          <tr>
            {(['what', 'target', 'source', 'rhythm', 'responsible'] as const).map((column) => (
              <th key={column} scope="col">
                {messages.text(`record.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...new Map(timers.map((timer) => [timer.id, timer])).values()].map(({ id, kind }) => (
            <tr key={`timer ${id}`}>
              <th scope="row">{messages.text(`timer.kind.${kind}`)}</th>
              <td>{messages.text('record.plan.goals')}</td>
              <td>{messages.text('measure.source.timers')}</td>
              <td>{messages.text('record.plan.asItHappens')}</td>
              <td>{person()}</td>
            </tr>
          ))}
          {targets.map(({ target, source }) => {
            const kind = record.lines.find(
              ({ metric, ...line }) => line.agreement === agreement && metric?.id === target.metric,
            )?.metric;
            return (
              <tr key={target.id}>
                <th scope="row">
                  {messages.text(`measure.${target.measure}`)}
                  <div className="note">
                    {whatOf({ measure: target.measure, target, metric: kind ?? null }, record, reader)}
                  </div>
                </th>
                <td>{promisedText(target, reader)}</td>
                <td>{messages.text(`measure.source.${source}`)}</td>
                <td>{messages.text(`measure.each.${target.period}`)}</td>
                <td>{person(target.responsible)}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
