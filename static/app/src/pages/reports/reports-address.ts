import { LONGEST_ID } from '../../../../../src/contract/board';
import { partings, type Parting } from '../../../../../src/contract/figures';
import { periodKinds } from '../../../../../src/domain/report/period-kinds';
import { periodOf, type Period } from '../../../../../src/domain/report/periods';
import { dayNumberOf, type LocalDate } from '../../../../../src/domain/time/local-date';
import { metricKinds, type MetricKind } from '../../../../../src/domain/timer/metric';
import { saidIn } from '../../parts/address-path';

export const REPORTS = 'reports';

/** The numbers of a report that timers stand behind. */
export const figureNames = [
  'measured',
  'reported',
  'breached',
  'excluded',
  'late',
  'unknown',
  'no-promise',
] as const;
export type FigureName = (typeof figureNames)[number];

/** A target, or a part of it. */
export interface TargetChoice {
  readonly agreement: string;
  readonly metric: string;
  readonly kind: MetricKind;
  /** Of what targets are told apart by; null where its issues have none. */
  readonly value: string | null;
}

/** What a reader wants a report of. */
export interface ReportChoice {
  readonly period: Period;
  readonly by: Parting;
  readonly agreement?: string;
  /** The number whose timers are listed. */
  readonly list?: TargetChoice & { readonly figure: FigureName };
}

/** The first day that a report can be of. */
export const EARLIEST = '1990-01-01';

/** The address of a report, such as `reports/month=2026-11/by=priority`; nothing behind `value=` means none. */
export function addressOf({ period, by, agreement, list }: ReportChoice): string[] {
  return [
    REPORTS,
    `${period.kind}=${periodCode(period)}`,
    ...(by === 'kind' ? [] : [`by=${by}`]),
    ...(agreement === undefined ? [] : [`agreement=${agreement}`]),
    ...(list
      ? [
          `list=${list.figure}`,
          `of=${list.agreement}`,
          `timer=${list.metric}`,
          `kind=${list.kind}`,
          ...(by === 'kind' ? [] : [`value=${list.value ?? ''}`]),
        ]
      : []),
  ];
}

/** How a period is written for short: `2026`, `2026-Q4`, `2026-11`, or the Monday of a week. */
export function periodCode({ kind, from }: Period): string {
  if (kind === 'week') return from;
  if (kind === 'quarter') return `${from.slice(0, 4)}-Q${quarterOf(from)}`;
  return from.slice(0, kind === 'year' ? 4 : 7);
}

/** From 1 to 4. */
export const quarterOf = (day: LocalDate): number => Math.ceil(Number(day.slice(5, 7)) / 3);

/**
 * What an address says. Somebody may have typed it: what cannot be is left out. Without a period it is the month of today;
 * none lies in the future.
 */
export function choiceIn([, ...parts]: readonly string[], today: LocalDate): ReportChoice {
  const said = saidIn(parts);
  const by = partings.find((each) => each === said.get('by')) ?? 'kind';
  const agreement = idOf(said.get('agreement'));
  const list = listIn(said, by);
  return {
    period: periodIn(said, today),
    by,
    ...(agreement !== undefined && { agreement }),
    ...(list && { list }),
  };
}

/** An id, if it can be one. */
export const idOf = (text: string | undefined): string | undefined =>
  text !== undefined && text !== '' && text.length <= LONGEST_ID ? text : undefined;

/** The period that is said; without one the month of today. */
export function periodIn(said: ReadonlyMap<string, string>, today: LocalDate): Period {
  for (const kind of periodKinds) {
    const day = firstDayOf(said.get(kind) ?? '');
    if (dayNumberOf(day) !== undefined && day >= EARLIEST && day <= today) return periodOf(kind, day);
  }
  return periodOf('month', today);
}

/** The first day of what is written for short. */
function firstDayOf(code: string): LocalDate {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(code);
  if (quarter) return `${quarter[1] ?? ''}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  return `${code}-01-01`.slice(0, '2026-11-18'.length);
}

function listIn(said: ReadonlyMap<string, string>, by: Parting): ReportChoice['list'] {
  const figure = figureNames.find((each) => each === said.get('list'));
  const kind = metricKinds.find((each) => each === said.get('kind'));
  const [agreement, metric] = [idOf(said.get('of')), idOf(said.get('timer'))];
  const value = by === 'kind' ? kind : said.get('value');
  if (!figure || !kind || agreement === undefined || metric === undefined) return undefined;
  if (value === undefined || value.length > LONGEST_ID) return undefined;
  return { figure, agreement, metric, kind, value: value || null };
}
