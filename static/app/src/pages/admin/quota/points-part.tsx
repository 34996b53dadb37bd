import type { ReactElement } from 'react';
import type { UsageView } from '../../../../../../src/contract/usage';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { lastDay } from '../../../../../../src/domain/usage/usage';
import { Filled } from '../../../parts/filled';
import { Moment } from '../../../parts/moment';
import { useReader } from '../../../parts/reader-context';
import { styles } from '../styles';
import { BarChart } from './bar-chart';
import { HourTable } from './hour-table';
import own from './quota.module.css';

interface Props {
  readonly usage: UsageView;
  readonly now: Instant;
}

/** Every so many hours there is room for a time below its bar. */
const LABEL_EVERY = 6;

/** The points of the last 24 hours, hour by hour, and how many are left. */
export function PointsPart({ usage: { hours, left }, now }: Props): ReactElement {
  const { messages, locale, zone } = useReader();
  const day = lastDay(hours, now);
  const total = day.reduce((sum, { points }) => sum + points, 0);
  const busiest = day.reduce((one, other) => (other.points > one.points ? other : one));
  const format = (value: number): string => value.toLocaleString(locale);
  const clock = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return (
    <section className={styles['section']} aria-labelledby="points">
      <h3 id="points" className="subheading">
        {messages.text('quota.points.title')}
      </h3>
      <p className="note">{messages.text('quota.points.note')}</p>
      {total === 0 && <p>{messages.text('quota.points.none')}</p>}
      {total > 0 && (
        <BarChart
          label={messages.text('quota.points.chart', { most: busiest.points })}
          format={format}
          bars={day.map(({ hour, points }, index) => ({
            key: hour,
            value: points,
            label: index % LABEL_EVERY === day.length % LABEL_EVERY ? clock.format(hour) : '',
          }))}
        />
      )}
      <dl className={own['figures']}>
        <div>
          <dt>{messages.text('quota.points.now')}</dt>
          <dd>{format(day.at(-1)?.points ?? 0)}</dd>
        </div>
        {total > 0 && (
          <div>
            <dt>{messages.text('quota.points.most')}</dt>
            <dd>
              <Filled
                text="quota.points.mostAt"
                values={{
                  points: busiest.points,
                  at: <Moment at={busiest.hour} calendarZone={undefined} now={now} />,
                }}
              />
            </dd>
          </div>
        )}
        <div>
          <dt>{messages.text('quota.points.total')}</dt>
          <dd>{format(total)}</dd>
        </div>
        <div>
          <dt>{messages.text('quota.points.left')}</dt>
          <dd>
            {left ? (
              <Filled
                text="quota.points.leftAt"
                values={{
                  points: left.points,
                  at: <Moment at={left.at} calendarZone={undefined} now={now} />,
                }}
              />
            ) : (
              messages.text('quota.points.leftUnknown')
            )}
          </dd>
        </div>
      </dl>
      <HourTable hours={day.toReversed()} now={now} />
    </section>
  );
}
