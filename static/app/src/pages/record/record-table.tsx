import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { RecordLineView } from '../../../../../src/contract/monitoring-record';
import type { Kept } from '../../../../../src/domain/monitoring/periodic-target';
import { lastDayOf } from '../../../../../src/domain/report/periods';
import type { MonitoringRecord } from '../../data/use-record';
import { useAddress } from '../../parts/address';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { COMPLAINTS } from '../complaints/complaints-address';
import { addressOf as outagesOf } from '../outages/outages-address';
import { attainmentSaid, periodText } from '../reports/report-text';
import { addressOf as reportOf } from '../reports/reports-address';
import { EnterDialog } from './enter-dialog';
import { keptOf, lastText, lineKey, lineName, promisedText, valueText, whatOf } from './record-text';
import styles from './record.module.css';

interface Props {
  readonly record: MonitoringRecord;
  readonly lines: readonly RecordLineView[];
  /** Of the agreement. */
  readonly name: string;
}

/** What an agreement promises, what came of it in a period, and what is entered by hand. */
export function RecordTable({ record, lines, name }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const [entering, setEntering] = useState<RecordLineView>();
  const period = { kind: record.asked.period, from: record.asked.day };
  return (
    <div className={styles['table']}>
      <Table label={messages.text('record.table', { period: periodText(period, reader), name })}>
        <thead>
          <tr>
            {(['what', 'target', 'value', 'before', 'kept', 'source'] as const).map((column) => (
              <th key={column} scope="col">
                {messages.text(`record.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={lineKey(line)} line={line} record={record} enter={() => setEntering(line)} />
          ))}
        </tbody>
      </Table>
      {entering && (
        <EnterDialog
          line={entering}
          name={lineName(entering, record, reader)}
          period={period}
          close={() => setEntering(undefined)}
        />
      )}
    </div>
  );
}

interface RowProps {
  readonly line: RecordLineView;
  readonly record: MonitoringRecord;
  readonly enter: () => void;
}

function Row({ line, record, enter }: RowProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { target, source, entered, values } = line;
  const before = values.at(-2) ?? null;
  const kept = keptOf(line);
  const button = messages.text(
    entered && entered.value !== null ? 'record.enter.change' : 'record.enter.button',
  );
  return (
    <tr>
      <th scope="row">
        {messages.text(`measure.${line.measure}`)}
        <div className="note">{whatOf(line, record, reader)}</div>
      </th>
      <td>
        {target ? (
          promisedText(target, reader)
        ) : (
          <span className="note">{messages.text('record.noTarget')}</span>
        )}
      </td>
      <td>
        <Value line={line} record={record} />
        {entered && entered.value !== null && (
          <div className="note">{messages.text('record.enter.shown', { text: entered.evidence })}</div>
        )}
      </td>
      <td>{before === null ? <Missing /> : valueText(line.measure, before, reader)}</td>
      <td>{kept && <KeptLozenge kept={kept} isRunning={record.isRunning} />}</td>
      <td>
        {messages.text(`measure.source.${source}`)}
        {source === 'hand' && target && record.mayMonitor && (
          <div className="unprinted">
            <Button
              spacing="compact"
              aria-label={messages.text('record.enter.of', { button, name: lineName(line, record, reader) })}
              onClick={enter}
            >
              {button}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}

/** The value of the period: one that timers make opens them. */
function Value({ line, record }: Pick<RowProps, 'line' | 'record'>): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const { cases, answers } = line;
  const text = lastText(line, reader);
  if (text === undefined) return <Missing />;
  const to = placeBehind(line, record);
  const said = cases && {
    measured: attainmentSaid(cases.measured, reader),
    of: attainmentSaid(cases.reported, reader),
  };
  const notes: ReactNode[] = said
    ? [said.of.cases, messages.text('record.measured', { value: said.measured.main })]
    : answers
      ? [messages.text(`record.answers.${answers.from}`, { n: answers.n })]
      : [];
  return (
    <>
      {to ? (
        <TextButton
          aria-label={messages.text('record.openOf', { text, name: lineName(line, record, reader) })}
          onClick={() => go(...to)}
        >
          {text}
        </TextButton>
      ) : (
        text
      )}
      {notes.map((note, index) => (
        <div key={index} className="note">
          {note}
        </div>
      ))}
    </>
  );
}

/** Where a reader finds what a value is made of; undefined for what was entered. */
function placeBehind(
  { source, metric, agreement, target, measure }: RecordLineView,
  { asked }: MonitoringRecord,
): readonly string[] | undefined {
  const period = { kind: asked.period, from: asked.day };
  if (metric) {
    const list = { agreement, metric: metric.id, kind: metric.kind, value: metric.kind };
    const figure = measure === 'attainment' ? 'reported' : 'measured';
    return reportOf({ period, by: 'kind', list: { ...list, figure } });
  }
  if (source === 'satisfaction') return [COMPLAINTS];
  if (source !== 'outages') return undefined;
  return outagesOf({ period: { from: asked.day, to: lastDayOf(period) }, service: target?.service });
}

const appearances = { met: 'success', missed: 'danger', missing: 'neutral' } as const;

/** How a value stands against its target. */
export function KeptLozenge({
  kept,
  isRunning,
}: {
  readonly kept: Kept;
  readonly isRunning: boolean;
}): ReactElement {
  const { messages } = useReader();
  const said = messages.text(`record.kept.${kept}`);
  const text = isRunning && kept !== 'missing' ? messages.text('record.kept.soFar', { kept: said }) : said;
  return <Lozenge appearance={appearances[kept]}>{text}</Lozenge>;
}

/** Nothing was measured or entered. */
export function Missing(): ReactElement {
  const { messages } = useReader();
  return (
    <>
      <span className="note" aria-hidden>
        —
      </span>
      <span className="visually-hidden">{messages.text('record.missing')}</span>
    </>
  );
}
