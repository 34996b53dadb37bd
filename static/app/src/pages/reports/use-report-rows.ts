import type { TargetFiguresView } from '../../../../../src/contract/figures';
import { metricKinds } from '../../../../../src/domain/timer/metric';
import type { Figures } from '../../data/use-figures';
import { useReader } from '../../parts/reader-context';
import { useValueName } from '../../parts/use-value-name';
import { compareNames } from '../../text/names';
import type { TargetChoice } from './reports-address';

/** What a target, or a part of it, is called. */
export interface TargetNames {
  readonly timer: string;
  readonly agreement: string;
  /** What it is told apart by; left out for a whole target. */
  readonly part?: string;
}

export interface ReportRow {
  readonly target: TargetFiguresView;
  readonly names: TargetNames;
}

/** The targets of a report by their names, in the order of these. */
export function useReportRows(figures: Figures): {
  readonly rows: readonly ReportRow[];
  readonly namesOf: (target: TargetChoice) => TargetNames;
} {
  const { by } = figures.asked;
  const { messages, locale } = useReader();
  const accounts = figures.targets.flatMap(({ value }) => (by === 'assignee' ? (value ?? []) : []));
  const nameOf = useValueName(figures, accounts);
  const partOf = (value: string | null): string => {
    if (value === null) return messages.text(by === 'assignee' ? 'board.unassigned' : 'board.none');
    return by === 'goal' ? value : nameOf(by, value);
  };
  const namesOf = ({ agreement, metric, kind, value }: TargetChoice): TargetNames => {
    const isAlone = figures.targets.every(
      (other) => other.agreement !== agreement || other.kind !== kind || other.metric === metric,
    );
    const timer = messages.text(`timer.kind.${kind}`);
    return {
      timer: isAlone ? timer : messages.text('reports.timerNamed', { timer, metric }),
      agreement: nameOf('agreement', agreement),
      ...(by !== 'kind' && { part: partOf(value) }),
    };
  };
  const compare = (a: ReportRow, b: ReportRow): number =>
    compareNames(a.names.agreement, b.names.agreement, locale) ||
    metricKinds.indexOf(a.target.kind) - metricKinds.indexOf(b.target.kind) ||
    compareNames(a.target.metric, b.target.metric, locale) ||
    Number(a.target.value === null) - Number(b.target.value === null) ||
    compareNames(a.names.part ?? '', b.names.part ?? '', locale);
  const rows = figures.targets.map((target) => ({ target, names: namesOf(target) })).sort(compare);
  return { rows, namesOf };
}

/** All that tells it from others, in one line. */
export const fullName = ({ timer, agreement, part }: TargetNames): string =>
  [timer, agreement, ...(part === undefined ? [] : [part])].join(' · ');
