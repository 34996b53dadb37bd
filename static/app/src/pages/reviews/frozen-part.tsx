import type { ReactElement } from 'react';
import {
  isWithoutCases,
  keptBefore,
  keptIn,
  type FrozenFigures,
} from '../../../../../src/domain/review/frozen-figures';
import { periodBefore, type ReviewPeriod } from '../../../../../src/domain/review/review-period';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { durationText } from '../../text/duration';
import { dateText, dayAndTimeText } from '../../text/when';
import { Change, Missing, Share } from '../reports/figures-table';
import { attainmentSaid, changeOf, periodText } from '../reports/report-text';
import { causeText, targetText } from './review-text';
import styles from './reviews.module.css';

interface Props {
  readonly figures: FrozenFigures;
  readonly period: ReviewPeriod;
}

const counts = ['excluded', 'late', 'nearMisses'] as const;
const lengths = ['median', 'ninetieth', 'waited'] as const;

/** What was frozen of a period: each target measured and reported beside the period before, breaches by cause, and what else stood out. */
export function FrozenPart({ figures, period }: Props): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const { targets, versions } = figures;
  return (
    <section className={styles['part']}>
      <h3 className="subheading">{messages.text('reviews.figures.title')}</h3>
      <p className="note">
        {messages.text('reviews.figures.frozen', {
          at: dayAndTimeText(figures.asOf, reader),
          count: versions.length,
          versions: versions.join(', '),
        })}
      </p>
      {isWithoutCases(figures) ? (
        <Notice tone="information" title={messages.text('reports.nothing.title')}>
          {messages.text('reports.nothing.text', { period: periodText(period, reader) })}
        </Notice>
      ) : (
        <div className={styles['table']}>
          <Table label={messages.text('reviews.figures.title')}>
            <thead>
              <tr>
                <th scope="col">{messages.text('reports.column.target')}</th>
                {(['measured', 'reported', 'change'] as const).map((column) => (
                  <th key={column} scope="col">
                    {messages.text(`reports.column.${column}`)}
                  </th>
                ))}
                {[...counts, ...lengths].map((column) => (
                  <th key={column} scope="col">
                    {messages.text(`reviews.figures.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {targets.map((target) => {
                const [now, before] = [keptIn(target), keptBefore(target)];
                const change = now && before && changeOf(now.measured, before.measured);
                return (
                  <tr key={`${target.kind} ${target.metric}`}>
                    <th scope="row">{targetText(target, targets, messages)}</th>
                    {(['measured', 'reported'] as const).map((by) => (
                      <td key={by}>{now ? <Share of={now[by]} button={(text) => text} /> : <Missing />}</td>
                    ))}
                    <td>{change === undefined ? <Missing /> : <Change points={change} />}</td>
                    {counts.map((count) => (
                      <td key={count}>{target[count].toLocaleString(locale)}</td>
                    ))}
                    {lengths.map((length) => {
                      const span = target[length];
                      return (
                        <td key={length}>{span === null ? <Missing /> : durationText(span, messages)}</td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </div>
      )}
      <Breaches figures={figures} />
    </section>
  );
}

/** How often promises were missed, and why; what was asked for, and what ends soon. */
function Breaches({
  figures: { breaches, exceptions, toRenew, asOf },
}: Pick<Props, 'figures'>): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  return (
    <dl className={styles['facts']}>
      <dt>{messages.text('reviews.figures.breaches')}</dt>
      <dd>
        {messages.text('reviews.figures.breachCount', { count: breaches.count })}
        {breaches.count > 0 && (
          <ul className={styles['list']}>
            {breaches.byCause.map((cause) => (
              <li key={cause.id}>
                {causeText(cause, messages)}: {cause.count}
              </li>
            ))}
            {breaches.withoutCause > 0 && (
              <li>
                {messages.text('reviews.figures.withoutCause')}: {breaches.withoutCause}
              </li>
            )}
          </ul>
        )}
      </dd>
      <dt>{messages.text('breaches.exception.title')}</dt>
      <dd>{messages.text('reviews.figures.exceptions', { ...exceptions })}</dd>
      <dt>{messages.text('reviews.figures.toRenew')}</dt>
      <dd>
        {toRenew.length === 0
          ? messages.text('reviews.none')
          : toRenew.map(({ name, endsAt }) => `${name} (${dateText(endsAt, asOf, reader)})`).join(', ')}
      </dd>
    </dl>
  );
}

/** Attainment of each target over the last periods, as it was frozen (R9). */
export function TrendPart({ figures: { targets }, period }: Props): ReactElement | null {
  const reader = useReader();
  const { messages } = reader;
  const longest = Math.max(0, ...targets.map(({ trend }) => trend.length));
  if (longest === 0) return null;
  const periods = Array.from({ length: longest }, (_, place) => periodBefore(period, longest - 1 - place));
  return (
    <section className={styles['part']}>
      <h3 className="subheading">{messages.text('reports.trend.title')}</h3>
      <div className={styles['table']}>
        <Table label={messages.text('reports.trend.title')}>
          <thead>
            <tr>
              <th scope="col">{messages.text('reports.column.target')}</th>
              {periods.map((each) => (
                <th key={each.from} scope="col">
                  {periodText(each, reader)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targets.map((target) => (
              <tr key={`${target.kind} ${target.metric}`}>
                <th scope="row">{targetText(target, targets, messages)}</th>
                {target.trend.map(({ reported }, place) => (
                  <td key={periods[place]?.from}>{attainmentSaid(reported, reader).main}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <p className="note">{messages.text('reviews.figures.trendNote')}</p>
    </section>
  );
}
