import type { ReactElement } from 'react';
import { partings, type FiguresView, type Parting } from '../../../../../src/contract/figures';
import { periodKinds, type PeriodKind } from '../../../../../src/domain/report/period-kinds';
import { endOf, periodOf, type Period } from '../../../../../src/domain/report/periods';
import type { LocalDate } from '../../../../../src/domain/time/local-date';
import { ChoiceField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { compareNames } from '../../text/names';
import { dayOf } from '../../text/wall-input';
import type { ReportChoice } from './reports-address';
import styles from './reports.module.css';

interface Props {
  readonly figures: FiguresView;
  readonly choice: ReportChoice;
  readonly choose: (choice: ReportChoice) => void;
}

/** How long the periods of a report are, what targets are told apart by, and of which agreement they are. */
export function ReportFilters({ figures, choice, choose }: Props): ReactElement {
  const { messages, locale, zone } = useReader();
  const { period, by, agreement } = choice;
  const named = Object.entries(figures.names.agreements)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => compareNames(a.label, b.label, locale));
  return (
    <fieldset className={`${styles['filters'] ?? ''} unprinted`} aria-label={messages.text('board.filters')}>
      <ChoiceField
        label={messages.text('reports.filter.period')}
        value={period.kind}
        choices={periodKinds.map((value) => ({ value, label: messages.text(`reports.period.${value}`) }))}
        change={(kind) =>
          choose({ ...choice, period: ofKind(kind as PeriodKind, period, dayOf(clockNow(), zone)) })
        }
      />
      <ChoiceField
        label={messages.text('reports.filter.by')}
        value={by}
        choices={partings.map((value) => ({ value, label: messages.text(`reports.by.${value}`) }))}
        change={(value) => choose({ ...choice, by: value as Parting })}
      />
      <ChoiceField
        label={messages.text('board.filter.agreement')}
        value={agreement ?? ''}
        choices={[{ value: '', label: messages.text('board.all') }, ...named]}
        change={(value) => {
          const { agreement: _before, ...others } = choice;
          choose(value === '' ? others : { ...others, agreement: value });
        }}
      />
    </fieldset>
  );
}

/** The present period stays the present one; of another it is the first of its days. */
const ofKind = (kind: PeriodKind, period: Period, today: LocalDate): Period =>
  periodOf(kind, period.from <= today && today < endOf(period) ? today : period.from);
