import type { ReactElement } from 'react';
import type { DayKind, PlannedDay } from './year-plan';
import styles from './year.module.css';

/** Tells days apart without colour. Those of the week have none. */
const marks: Readonly<Record<DayKind | 'interruption', string>> = {
  open: '',
  closed: '',
  holiday: '●',
  'day-off': '✕',
  'other-hours': '◆',
  'extra-day': '+',
  interruption: '‖',
};

/** The sign of what a day is, or of an interruption in it. */
export function DayMark({
  planned: { kind, interruptedBy },
}: {
  readonly planned: Pick<PlannedDay, 'kind' | 'interruptedBy'>;
}): ReactElement {
  return (
    <span className={styles['mark']} aria-hidden="true">
      {marks[kind]}
      {interruptedBy.length > 0 && marks.interruption}
    </span>
  );
}

/** The sign of a kind of day, as a legend shows it: in a field like that of the day. */
export function LegendSign({ kind }: { readonly kind: DayKind | 'interruption' }): ReactElement {
  return (
    <span className={styles['sign']} data-kind={kind === 'interruption' ? 'open' : kind} aria-hidden="true">
      {marks[kind]}
    </span>
  );
}
