import type { ReactElement } from 'react';
import type { UsageView } from '../../../../../../src/contract/usage';
import type { Instant } from '../../../../../../src/domain/time/instant';
import {
  listPrice,
  priceAlone,
  PRICES,
  PRICES_FROM,
  type PricedUnit,
} from '../../../../../../src/domain/usage/price-list';
import { monthlyEstimate } from '../../../../../../src/domain/usage/usage';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { styles } from '../styles';
import own from './quota.module.css';

interface Props {
  readonly usage: UsageView;
  readonly now: Instant;
}

/** What the app can count, then what it cannot. */
const UNITS = ['gbSeconds', 'sqlRequests', 'sqlGbHours', 'sqlHours', 'logGb'] as const satisfies PricedUnit[];
const COUNTED: readonly PricedUnit[] = ['gbSeconds', 'sqlRequests'];
/** A site has 1 GiB of SQL storage, for the 720 hours of thirty days. */
const MOST_GB_HOURS = 720;

/** What a month would cost by Atlassian's price list, and how that comes about. */
export function CostPart({ usage: { hours }, now }: Props): ReactElement {
  const { messages, locale } = useReader();
  const estimate = monthlyEstimate(hours, now);
  const number = (value: number): string =>
    value.toLocaleString(locale, { maximumFractionDigits: value < 10 ? 2 : 0 });
  const dollars = (value: number): string =>
    value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const price = (value: number): string => value.toLocaleString(locale, { maximumSignificantDigits: 4 });
  const unknown = messages.text('quota.cost.unknown');
  return (
    <section className={styles['section']} aria-labelledby="cost">
      <h3 id="cost" className="subheading">
        {messages.text('quota.cost.title')}
      </h3>
      {!estimate && <p>{messages.text('quota.cost.early')}</p>}
      {estimate && (
        <>
          <p>{messages.text('quota.cost.from', { hours: estimate.hours })}</p>
          <Table label={messages.text('quota.cost.title')}>
            <thead>
              <tr>
                {(['unit', 'used', 'free', 'price', 'sum'] as const).map((column) => (
                  <th key={column} scope="col" className={column === 'unit' ? undefined : own['number']}>
                    {messages.text(`quota.cost.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {UNITS.map((unit) => {
                const isCounted = COUNTED.includes(unit);
                const used = estimate.bill[unit];
                const atMost = messages.text('quota.cost.atMost', { value: MOST_GB_HOURS });
                return (
                  <tr key={unit}>
                    <th scope="row">{messages.text(`quota.cost.name.${unit}`)}</th>
                    <td className={own['number']}>
                      {isCounted ? number(used) : unit === 'sqlGbHours' ? atMost : unknown}
                    </td>
                    <td className={own['number']}>{number(PRICES[unit].free)}</td>
                    <td className={own['number']}>{price(PRICES[unit].price)}</td>
                    <td className={own['number']}>
                      {isCounted ? dollars(used * PRICES[unit].price) : unknown}
                    </td>
                  </tr>
                );
              })}
              {(['list', 'alone'] as const).map((sum) => (
                <tr key={sum}>
                  <th scope="row" colSpan={4}>
                    {messages.text(`quota.cost.${sum}`)}
                  </th>
                  <td className={own['number']}>
                    <b>{dollars(sum === 'list' ? listPrice(estimate.bill) : priceAlone(estimate.bill))}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <p className="note">{messages.text('quota.cost.formula')}</p>
        </>
      )}
      <p className="note">{messages.text('quota.cost.source', { address: PRICES_FROM.address })}</p>
    </section>
  );
}
