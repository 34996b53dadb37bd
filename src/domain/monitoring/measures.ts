/** What a number counts, and so how it is written: `99.9%`, `2h 30m`, `12`. */
export type Unit = 'percent' | 'duration' | 'number';

/** Where the values of a measure come from (M8): nobody enters what the app can compute. */
export const sources = ['timers', 'outages', 'satisfaction', 'hand'] as const;
export type Source = (typeof sources)[number];

interface MeasureRule {
  readonly unit: Unit;
  /** Whether the target is the least or the most that it may be. */
  readonly bound: 'least' | 'most';
  readonly source: Source;
  /** What a number has to be told by, so that another person would count the same. */
  readonly asks: 'metric' | 'service' | 'base' | 'name' | 'nothing';
  /** It is counted in the agreed hours of a service; all else around the clock. */
  readonly inHours?: true;
  /** The lowest and the highest that a target can be; none below and none above, when left out. */
  readonly within: readonly [least: number, most: number];
}

const AMOUNT = [0, 1e12] as const;
const SHARE = [0, 100] as const;

/**
 * What can be promised for a period, beside what is timed on an issue (T3).
 *
 * - `attainment`: the share of a metric's cycles that were met, of those that ended in the period, as reported.
 * - `mean-time`: the mean working time of a metric's cycles that ended in the period.
 * - `workload`: how many cycles of a metric ended in the period, whatever became of them.
 * - `availability`: the share of a service's agreed time in which it was not interrupted.
 * - `mttr`, `mttf`, `mtbf`: mean time to restore a service, from restoration to the next failure, from failure to failure (T11).
 * - `interruptions`, `interruption-time`: how many unplanned outages a service had, and how long it was down together.
 * - `satisfaction-score`, `satisfaction-share`, `nps`: the average score, the share of the satisfied, promoters less detractors.
 * - `failure-rate`: failed among all, of whatever the base names (T11). `cost`: money. Both are entered by hand.
 * - `at-least`, `at-most`: any other number, by its name, entered by hand.
 */
export const measureRules = {
  attainment: { unit: 'percent', bound: 'least', source: 'timers', asks: 'metric', within: SHARE },
  'mean-time': { unit: 'duration', bound: 'most', source: 'timers', asks: 'metric', within: AMOUNT },
  workload: { unit: 'number', bound: 'most', source: 'timers', asks: 'metric', within: AMOUNT },
  availability: {
    unit: 'percent',
    bound: 'least',
    source: 'outages',
    asks: 'service',
    inHours: true,
    within: SHARE,
  },
  mttr: { unit: 'duration', bound: 'most', source: 'outages', asks: 'service', within: AMOUNT },
  mttf: { unit: 'duration', bound: 'least', source: 'outages', asks: 'service', within: AMOUNT },
  mtbf: { unit: 'duration', bound: 'least', source: 'outages', asks: 'service', within: AMOUNT },
  interruptions: { unit: 'number', bound: 'most', source: 'outages', asks: 'service', within: AMOUNT },
  'interruption-time': {
    unit: 'duration',
    bound: 'most',
    source: 'outages',
    asks: 'service',
    inHours: true,
    within: AMOUNT,
  },
  'satisfaction-score': {
    unit: 'number',
    bound: 'least',
    source: 'satisfaction',
    asks: 'nothing',
    within: [1, 5],
  },
  'satisfaction-share': {
    unit: 'percent',
    bound: 'least',
    source: 'satisfaction',
    asks: 'nothing',
    within: SHARE,
  },
  nps: { unit: 'number', bound: 'least', source: 'satisfaction', asks: 'nothing', within: [-100, 100] },
  'failure-rate': { unit: 'percent', bound: 'most', source: 'hand', asks: 'base', within: SHARE },
  cost: { unit: 'number', bound: 'most', source: 'hand', asks: 'nothing', within: AMOUNT },
  'at-least': { unit: 'number', bound: 'least', source: 'hand', asks: 'name', within: [-1e12, 1e12] },
  'at-most': { unit: 'number', bound: 'most', source: 'hand', asks: 'name', within: [-1e12, 1e12] },
} as const satisfies Readonly<Record<string, MeasureRule>>;

export type Measure = keyof typeof measureRules;
export const measures = Object.keys(measureRules) as readonly Measure[];

export const ruleOf = (measure: Measure): MeasureRule => measureRules[measure];
