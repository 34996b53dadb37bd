import { useState, type ReactElement } from 'react';
import { ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { daysOf, isLocalDate, periods, type Period } from './period';

interface Props {
  readonly period: Period;
  readonly change: (period: Period) => void;
}

const CUSTOM = 'custom';

/** Of which time a register shows what happened. */
export function PeriodFields({ period, change }: Props): ReactElement {
  const { messages, zone } = useReader();
  const days = daysOf(period, clockNow(), zone);
  return (
    <>
      <ChoiceField
        label={messages.text('breaches.filter.period')}
        value={typeof period === 'string' ? period : CUSTOM}
        choices={[...periods, CUSTOM].map((value) => ({
          value,
          label: messages.text(`breaches.period.${value as (typeof periods)[number] | typeof CUSTOM}`),
        }))}
        change={(value) => change(periods.find((each) => each === value) ?? days)}
      />
      {typeof period !== 'string' && (
        <CustomDays key={`${period.from} ${period.to}`} days={period} change={change} />
      )}
    </>
  );
}

interface DaysProps {
  readonly days: { readonly from: string; readonly to: string };
  readonly change: (days: DaysProps['days']) => void;
}

/** From one day to another, both included; asked for once both are days and in their order. */
function CustomDays({ days, change }: DaysProps): ReactElement {
  const { messages } = useReader();
  const [typed, setTyped] = useState(days);
  const edit = (next: DaysProps['days']): void => {
    setTyped(next);
    if (isLocalDate(next.from) && isLocalDate(next.to) && next.from <= next.to) change(next);
  };
  return (
    <>
      <InputField
        type="date"
        label={messages.text('breaches.filter.from')}
        value={typed.from}
        change={(from) => edit({ ...typed, from })}
      />
      <InputField
        type="date"
        label={messages.text('breaches.filter.to')}
        value={typed.to}
        mistake={typed.from > typed.to ? messages.text('breaches.filter.backwards') : undefined}
        change={(to) => edit({ ...typed, to })}
      />
    </>
  );
}
