import type { RecordLineView } from '../../../../../src/contract/monitoring-record';
import { ruleOf } from '../../../../../src/domain/monitoring/measures';
import { lastDayOf } from '../../../../../src/domain/report/periods';
import { shareOf } from '../../../../../src/domain/report/tally';
import type { MonitoringRecord } from '../../data/use-record';
import { csvText } from '../../text/csv';
import type { Messages } from '../../text/messages';
import { keptOf } from './record-text';

const columns = [
  'from',
  'to',
  'agreement',
  'measure',
  'of',
  'target',
  'value',
  'unit',
  'measured',
  'met',
  'cases',
  'kept',
  'source',
  'evidence',
] as const;

/** The record as spreadsheets count on: percentages as numbers, times in minutes; empty is missing. */
export function recordCsv(record: MonitoringRecord, messages: Messages): string {
  const { names, asked } = record;
  const period = { kind: asked.period, from: asked.day };
  const days = { from: asked.day, to: lastDayOf(period) };
  return csvText([
    columns.map((column) => messages.text(`record.csv.${column}`)),
    ...record.lines.map((line) => {
      const { target, metric, cases, entered } = line;
      const { unit } = ruleOf(line.measure);
      const kept = keptOf(line);
      const measured = cases && shareOf(cases.measured);
      const cells = {
        ...days,
        agreement: names.agreements[line.agreement] ?? line.agreement,
        measure: messages.text(`measure.${line.measure}`),
        of: ofText(line, record, messages),
        target: target?.target,
        value: amountIn(line),
        unit: messages.text(`record.unit.${unit}`),
        measured: measured === undefined || measured === null ? undefined : (measured * 100).toFixed(3),
        met: metric && cases?.reported.met,
        cases: cases?.reported.of,
        kept: kept && messages.text(`record.kept.${kept}`),
        source: messages.text(`measure.source.${line.source}`),
        evidence: entered?.value == null ? undefined : entered.evidence,
      };
      return columns.map((column) => String(cells[column] ?? ''));
    }),
  ]);
}

function ofText({ target, metric }: RecordLineView, { names }: MonitoringRecord, messages: Messages): string {
  if (metric) return messages.text(`timer.kind.${metric.kind}`);
  const { service, base, name } = target ?? {};
  return (service === undefined ? (base ?? name) : (names.services[service] ?? service)) ?? '';
}

function amountIn({ measure, values }: RecordLineView): string | undefined {
  const value = values.at(-1) ?? null;
  if (value === null) return undefined;
  return ruleOf(measure).unit === 'duration' ? (value / 60_000).toFixed(1) : String(Number(value.toFixed(3)));
}
