import type { ReactElement } from 'react';
import type { UsageView } from '../../../../../../src/contract/usage';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { issuesADay } from '../../../../../../src/domain/usage/usage';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { styles } from '../styles';
import own from './quota.module.css';

interface Props {
  readonly usage: UsageView;
  readonly now: Instant;
}

/** How many issues were judged on each of the last days. */
export function DaysPart({ usage, now }: Props): ReactElement {
  const { messages, locale, zone } = useReader();
  const days = issuesADay(usage.hours, zone, now).reverse();
  const most = Math.max(1, ...days.map(({ issues }) => issues));
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return (
    <section className={styles['section']} aria-labelledby="days">
      <h3 id="days" className="subheading">
        {messages.text('quota.days.title')}
      </h3>
      <Table label={messages.text('quota.days.title')}>
        <thead>
          <tr>
            <th scope="col">{messages.text('quota.days.day')}</th>
            <th scope="col">{messages.text('quota.days.issues')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, issues }) => (
            <tr key={date}>
              <th scope="row">{format.format(Date.parse(date))}</th>
              <td>
                <span className={own['line']}>
                  <span className={own['amount']}>{issues.toLocaleString(locale)}</span>
                  <span className={own['track']} aria-hidden="true">
                    <span className={own['long']} style={{ inlineSize: `${(issues / most) * 100}%` }} />
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
