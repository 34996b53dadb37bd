import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import { parties } from '../../../../../src/domain/breach/breach';
import { exceptionStates } from '../../../../../src/domain/breach/exception';
import { ChoiceField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { Tick } from '../../parts/tick';
import { compareNames } from '../../text/names';
import { causeName } from './breach-text';
import { choiceIn, type BreachChoice, type BreachFilter } from './breaches-address';
import styles from './breaches.module.css';
import { PeriodFields } from './period-fields';

interface Props {
  readonly choice: BreachChoice;
  readonly choose: (choice: BreachChoice) => void;
  readonly monitoring: MonitoringView;
}

const NONE = 'none';

/** What the register can be narrowed down to: a period, and what is or is not said. */
export function BreachFilters({ choice, choose, monitoring }: Props): ReactElement {
  const { messages, locale } = useReader();
  const { period, filter } = choice;
  const causes = monitoring.causes
    .map(({ id }) => ({ value: id, label: causeName(id, monitoring, messages) }))
    .sort((a, b) => compareNames(a.label, b.label, locale));
  const filters: readonly {
    readonly key: 'agreement' | 'cause' | 'party' | 'exception';
    readonly none?: string;
    readonly values: readonly { readonly value: string; readonly label: string }[];
  }[] = [
    {
      key: 'agreement',
      values: monitoring.agreements.map(({ id, name }) => ({ value: id, label: name })),
    },
    { key: 'cause', none: messages.text('breaches.filter.noCause'), values: causes },
    {
      key: 'party',
      none: messages.text('breaches.filter.noParty'),
      values: parties.map((value) => ({ value, label: messages.text(`breaches.party.${value}`) })),
    },
    {
      key: 'exception',
      none: messages.text('breaches.filter.noException'),
      values: exceptionStates.map((value) => ({ value, label: messages.text(`breaches.state.${value}`) })),
    },
  ];
  return (
    <fieldset className={styles['filters']} aria-label={messages.text('board.filters')}>
      <PeriodFields period={period} change={(next) => choose({ ...choice, period: next })} />
      {filters.map(({ key, none, values }) => (
        <ChoiceField
          key={key}
          label={messages.text(`breaches.filter.${key}`)}
          value={codeOf(filter[key])}
          choices={[
            { value: '', label: messages.text('board.all') },
            ...(none === undefined ? [] : [{ value: `=${NONE}`, label: none }]),
            ...values.map(({ value, label }) => ({ value: `=${value}`, label })),
          ]}
          change={(code) => choose({ ...choice, filter: withValue(filter, key, code) })}
        />
      ))}
      <Tick
        label={messages.text('breaches.filter.toldLate')}
        isChecked={filter.toldLate ?? false}
        change={(isLate) => {
          const { toldLate: _before, ...others } = filter;
          choose({ ...choice, filter: isLate ? { ...others, toldLate: true } : others });
        }}
      />
    </fieldset>
  );
}

const codeOf = (value: string | null | undefined): string => (value === undefined ? '' : `=${value ?? NONE}`);

/** Read as an address is, so that nothing can be chosen that an address cannot say. */
function withValue(filter: BreachFilter, key: string, code: string): BreachFilter {
  const others = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
  return { ...others, ...(code && choiceIn(['', `${key}${code}`]).filter) };
}
