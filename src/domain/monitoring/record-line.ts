import type { Agreement } from '../agreement/agreement';
import type { OutageFigures } from '../outage/outage-figures';
import type { Period } from '../report/periods';
import { EMPTY_TALLY, measured, reported, shareOf, type Attainment, type Tally } from '../report/tally';
import type { Averaged, SatisfactionOf, SatisfactionValue } from '../satisfaction/satisfaction';
import type { MetricKind } from '../timer/metric';
import type { Measurement, MeasurementName } from './measurement';
import type { Measure } from './measures';
import { sourceOf, type PeriodicTarget } from './periodic-target';

/** Something that is promised, what it came to in a period and in those before it (M6). */
export interface RecordLine {
  readonly agreement: Agreement['id'];
  readonly measure: Measure;
  /** What was promised for a period; undefined for a metric that no share is promised of. */
  readonly target: PeriodicTarget | undefined;
  /** Undefined for what no metric measures. */
  readonly metric: { readonly id: string; readonly kind: MetricKind } | undefined;
  /** One a period, the one asked for last; null where there is none. Shares in percent, times in milliseconds. */
  readonly values: readonly (number | null)[];
  /** The cases behind a share of the last period, without and with what was approved. */
  readonly cases: Cases | undefined;
  /** What was entered for the last period; undefined for what is computed, and where nothing was. */
  readonly entered: Measurement | undefined;
  /** The answers of customers behind the value of the last period; undefined for what rests on none. */
  readonly answers: Pick<Averaged, 'n' | 'from'> | undefined;
}

export interface Cases {
  readonly measured: Attainment;
  readonly reported: Attainment;
}

/** What values are made of, for some periods in a row. */
export interface RecordSources {
  /** Of one kind; the last is the one asked for. */
  readonly periods: readonly Period[];
  /** The cycles of a metric that ended in each period; undefined where there were none in any. */
  readonly tallies: (agreement: Agreement['id'], metric: string) => readonly Tally[] | undefined;
  readonly entered: (name: MeasurementName) => Measurement | undefined;
  /** What outages of the target's service came to in each period, in the hours that it names; undefined for a period to come, or too many to count. */
  readonly outages: (
    agreement: Agreement['id'],
    target: PeriodicTarget,
  ) => readonly (OutageFigures | undefined)[];
  /** What customers of an agreement answered in each period; undefined where nobody did. */
  readonly satisfaction: (agreement: Agreement['id']) => readonly (SatisfactionOf | undefined)[];
}

/** What an agreement promises, line by line: first the share of each metric's cycles that were met, then all else. */
export function recordLines(agreement: Agreement, sources: RecordSources): RecordLine[] {
  const { metrics, periodicTargets = [] } = agreement;
  const kind = sources.periods.at(-1)?.kind;
  // What is promised for a year is not judged by a month.
  const targets = periodicTargets.filter(({ period }) => period === kind);
  return [
    ...metrics.flatMap(({ id }): readonly Measured[] => {
      const promised = targets.filter(({ measure, metric }) => measure === 'attainment' && metric === id);
      return promised.length > 0 ? promised : [{ measure: 'attainment', metric: id }];
    }),
    ...targets.filter(({ measure }) => measure !== 'attainment'),
  ].map((what) => lineOf(agreement, what, sources));
}

type Measured = PeriodicTarget | { readonly measure: 'attainment'; readonly metric: string };

function lineOf(agreement: Agreement, what: Measured, sources: RecordSources): RecordLine {
  const { id, metrics } = agreement;
  const { measure } = what;
  const target = 'id' in what ? what : undefined;
  const metric = metrics.find((each) => each.id === what.metric);
  const line = {
    agreement: id,
    measure,
    target,
    metric: metric && { id: metric.id, kind: metric.kind },
    cases: undefined,
    entered: undefined,
    answers: undefined,
  };
  if (target && sourceOf(target) === 'hand') {
    const entered = sources.periods.map((period) =>
      sources.entered({ agreement: id, target: target.id, period }),
    );
    return { ...line, values: entered.map((one) => one?.value ?? null), entered: entered.at(-1) };
  }
  if (metric) {
    const tallies = sources.tallies(id, metric.id) ?? sources.periods.map(() => EMPTY_TALLY);
    const last = tallies.at(-1) ?? EMPTY_TALLY;
    return {
      ...line,
      values: tallies.map((tally) => ofTally(measure, tally)),
      ...(measure === 'attainment' && { cases: { measured: measured(last), reported: reported(last) } }),
    };
  }
  const value = satisfactionMeasures[measure];
  if (value) {
    const found = sources.satisfaction(id).map((known) => known?.[value]);
    return { ...line, values: found.map((one) => one?.value ?? null), answers: found.at(-1) };
  }
  const outages = target ? sources.outages(id, target) : [];
  return { ...line, values: outages.map((figures) => (figures ? ofOutages(measure, figures) : null)) };
}

const satisfactionMeasures: Readonly<Partial<Record<Measure, SatisfactionValue>>> = {
  'satisfaction-score': 'score',
  'satisfaction-share': 'satisfied',
  nps: 'nps',
};

/** What a period's outages come to; null where nothing is to be said of none. */
function ofOutages(measure: Measure, figures: OutageFigures): number | null {
  switch (measure) {
    case 'availability':
      return figures.availability === undefined ? null : figures.availability * 100;
    case 'mttr':
      return figures.mttrMs ?? null;
    case 'mttf':
      return figures.mttfMs ?? null;
    case 'mtbf':
      return figures.mtbfMs ?? null;
    case 'interruptions':
      return figures.count;
    case 'interruption-time':
      return figures.downMs;
    default:
      return null;
  }
}

/** What a period's cycles come to; null where nothing is to be said of none. */
function ofTally(measure: Measure, tally: Tally): number | null {
  const { met, breached, unknown, noPromise, elapsed } = tally;
  const judged = met + breached;
  if (measure === 'workload') return judged + unknown + noPromise;
  if (measure === 'mean-time') return judged === 0 ? null : elapsed / judged;
  const share = shareOf(reported(tally));
  return share === undefined ? null : share * 100;
}
