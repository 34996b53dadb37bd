import type { MonitoringRecordView, RecordLineView } from '../../../../../src/contract/monitoring-record';
import { ruleOf, type Measure } from '../../../../../src/domain/monitoring/measures';
import {
  amountOf,
  keptBy,
  type Kept,
  type PeriodicTarget,
} from '../../../../../src/domain/monitoring/periodic-target';
import { span } from '../../../../../src/domain/time/instant';
import { durationText } from '../../text/duration';
import type { Reader } from '../../text/reader';
import { attainmentSaid, percentText } from '../reports/report-text';

/** A value for the eye. */
export function valueText(measure: Measure, value: number, reader: Reader): string {
  if (measure === 'attainment') return percentText(value / 100, reader.locale);
  const isPart = ruleOf(measure).unit === 'percent' && value > 0 && value < 100;
  // What is not quite all or nothing does not look so.
  return amountSaid(measure, isPart ? Math.min(Math.max(value, 0.001), 99.999) : value, reader);
}

/** As much of something as is promised; percentages to a thousandth, since availability is promised so. */
function amountSaid(measure: Measure, amount: number, { messages, locale }: Reader): string {
  const { unit } = ruleOf(measure);
  if (unit === 'duration') return durationText(span(Math.round(amount)), messages);
  if (unit === 'number') return amount.toLocaleString(locale, { maximumFractionDigits: 2 });
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(amount / 100);
}

/** What was promised, such as `at least 99.9%`. */
export function promisedText({ measure, target }: PeriodicTarget, reader: Reader): string {
  const { unit, bound } = ruleOf(measure);
  const amount = amountOf(unit, target);
  return reader.messages.text(`measure.bound.${bound}`, {
    amount: amount === undefined ? target : amountSaid(measure, amount, reader),
  });
}

type Named = Pick<MonitoringRecordView, 'names'>;
interface Measured {
  readonly measure: Measure;
  readonly target: PeriodicTarget | null;
  readonly metric: RecordLineView['metric'];
}

/** What a line is of beside its measure: a kind of timer, a service, a base; undefined where there is nothing to say. */
export function whatOf(
  { target, metric }: Measured,
  { names }: Named,
  { messages }: Reader,
): string | undefined {
  if (metric) return messages.text(`timer.kind.${metric.kind}`);
  const { service, base, name } = target ?? {};
  return service === undefined ? (base ?? name) : (names.services[service] ?? service);
}

/** A line in one line, such as `Availability: Mail`. */
export function lineName(line: Measured, names: Named, reader: Reader): string {
  const { messages } = reader;
  const what = whatOf(line, names, reader);
  const measure = messages.text(`measure.${line.measure}`);
  return what === undefined ? measure : messages.text('measure.of', { measure, what });
}

/** Tells lines of a record apart. */
export const lineKey = ({ agreement, target, metric }: RecordLineView): string =>
  JSON.stringify([agreement, target?.id ?? null, metric?.id ?? null]);

/** The value of the period asked for; undefined where it is missing. A share of few cases is told by its cases. */
export function lastText(line: RecordLineView, reader: Reader): string | undefined {
  const value = line.values.at(-1) ?? null;
  if (line.cases && value !== null) return attainmentSaid(line.cases.reported, reader).main;
  return value === null ? undefined : valueText(line.measure, value, reader);
}

/** How a line's value stands against its target; undefined without one. */
export const keptOf = ({ target, values }: RecordLineView): Kept | undefined =>
  target ? keptBy(target, values.at(-1) ?? null) : undefined;
