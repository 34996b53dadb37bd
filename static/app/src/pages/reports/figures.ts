import type {
  CyclesAsked,
  FiguresView,
  Parting,
  TargetFiguresView,
} from '../../../../../src/contract/figures';
import { EMPTY_TALLY, measured, reported, type Tally } from '../../../../../src/domain/report/tally';
import type { FigureName, ReportChoice, TargetChoice } from './reports-address';

/** What became of a target in the period that the report is of, and in the one before. */
export const lastOf = ({ periods }: TargetFiguresView): Tally => periods.at(-1) ?? EMPTY_TALLY;
export const beforeOf = ({ periods }: TargetFiguresView): Tally => periods.at(-2) ?? EMPTY_TALLY;

/** How many timers stand behind a number. */
export function countOf(figure: FigureName, target: TargetFiguresView): number {
  const tally = lastOf(target);
  switch (figure) {
    case 'measured':
      return measured(tally).of;
    case 'reported':
      return reported(tally).of;
    case 'late':
      return target.late;
    case 'no-promise':
      return tally.noPromise;
    case 'breached':
    case 'excluded':
    case 'unknown':
      return tally[figure];
  }
}

const wantedBy: Readonly<Record<FigureName, Pick<CyclesAsked, 'verdicts' | 'reported' | 'late'>>> = {
  measured: { verdicts: ['met', 'breached'] },
  reported: { reported: ['met', 'breached'] },
  breached: { verdicts: ['breached'] },
  excluded: { reported: ['excluded'] },
  late: { late: true },
  unknown: { verdicts: ['unknown'] },
  'no-promise': { verdicts: ['no-promise'] },
};

/** What the server is asked for to list the timers behind a number. */
export function cyclesAsked(
  list: NonNullable<ReportChoice['list']>,
  { period, by }: Pick<ReportChoice, 'period' | 'by'>,
): Omit<CyclesAsked, 'offset'> {
  const { figure, agreement, metric, kind, value } = list;
  return {
    filter: { agreement, metric, kind, ...(by !== 'kind' && { [by]: value }) },
    period: period.kind,
    day: period.from,
    ...wantedBy[figure],
  };
}

/** The target that was chosen, among those of the report. */
export const targetOf = (
  { agreement, metric, kind, value }: TargetChoice,
  { targets }: FiguresView,
  by: Parting,
): TargetFiguresView | undefined =>
  targets.find(
    (target) =>
      target.agreement === agreement &&
      target.metric === metric &&
      target.kind === kind &&
      (by === 'kind' || target.value === value),
  );
