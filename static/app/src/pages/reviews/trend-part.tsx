import type { ReactElement } from 'react';
import {
  keptBefore,
  keptIn,
  MOST_SERVICES,
  type FrozenFigures,
  type FrozenTarget,
} from '../../../../../src/domain/review/frozen-figures';
import { FEW_CASES, shareOf } from '../../../../../src/domain/report/tally';
import { periodBefore, type ReviewPeriod } from '../../../../../src/domain/review/review-period';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { Trend } from '../../parts/trend';
import { TrendCard, TrendCards } from '../../parts/trend-cards';
import { attainmentSaid, periodText, wholePercentText } from '../reports/report-text';
import { targetText } from './review-text';
import styles from './reviews.module.css';

interface Props {
  readonly figures: Pick<FrozenFigures, 'targets' | 'services'>;
  readonly period: ReviewPeriod;
}

/** Attainment over the last periods as it was frozen: each target drawn, then all as a table, and service by service (R9). */
export function TrendPart({ figures: { targets, services }, period }: Props): ReactElement | null {
  const { messages } = useReader();
  const longest = Math.max(0, ...targets.map(({ trend }) => trend.length));
  if (longest === 0) return null;
  const periods = Array.from({ length: longest }, (_, place) => periodBefore(period, longest - 1 - place));
  const named = (target: Pick<FrozenTarget, 'kind' | 'metric'>): string =>
    targetText(target, targets, messages);
  return (
    <section className={styles['part']}>
      <h3 className="subheading">{messages.text('reports.trend.title')}</h3>
      <TrendCards>
        {targets.map((target) => (
          <TrendCard key={`${target.kind} ${target.metric}`} name={named(target)}>
            <Drawn name={named(target)} target={target} periods={periods} />
          </TrendCard>
        ))}
      </TrendCards>
      <TrendTable
        label={messages.text('reports.trend.title')}
        periods={periods}
        rows={targets.map((target) => ({ name: named(target), trend: target.trend }))}
      />
      {services.length > 0 && (
        <>
          <h4 className="subheading">{messages.text('reviews.figures.byService')}</h4>
          <TrendTable
            label={messages.text('reviews.figures.byService')}
            periods={periods}
            rows={services.map(({ service, trend, ...target }) => ({
              name: service ?? messages.text('reviews.figures.noService'),
              note: named(target),
              trend,
            }))}
          />
          {services.length === MOST_SERVICES && (
            <p className="note">{messages.text('reviews.figures.mostServices', { count: MOST_SERVICES })}</p>
          )}
        </>
      )}
      <p className="note">{messages.text('reviews.figures.trendNote')}</p>
    </section>
  );
}

interface DrawnProps {
  readonly name: string;
  readonly target: FrozenTarget;
  readonly periods: readonly ReviewPeriod[];
}

function Drawn({ name, target, periods }: DrawnProps): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const said = (each: FrozenTarget['trend'][number] | undefined): string =>
    each ? attainmentSaid(each.reported, reader).main : '';
  const edge = (place: number): string => {
    const found = periods.at(place);
    return found ? periodText(found, reader) : '';
  };
  return (
    <Trend
      label={messages.text('reports.trend.label', {
        name,
        first: edge(0),
        last: edge(-1),
        now: said(keptIn(target)),
        before: said(keptBefore(target)),
      })}
      scale={{ none: wholePercentText(0, locale), all: wholePercentText(1, locale) }}
      points={target.trend.map(({ reported }, place) => ({
        name: edge(place),
        share: shareOf(reported),
        isFew: reported.of < FEW_CASES,
      }))}
    />
  );
}

interface TableProps {
  readonly label: string;
  readonly periods: readonly ReviewPeriod[];
  readonly rows: readonly {
    readonly name: string;
    readonly note?: string;
    readonly trend: FrozenTarget['trend'];
  }[];
}

function TrendTable({ label, periods, rows }: TableProps): ReactElement {
  const reader = useReader();
  return (
    <div className={styles['table']}>
      <Table label={label}>
        <thead>
          <tr>
            <th scope="col">{reader.messages.text('reports.column.target')}</th>
            {periods.map((each) => (
              <th key={each.from} scope="col">
                {periodText(each, reader)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, note, trend }) => (
            <tr key={`${name} ${note ?? ''}`}>
              <th scope="row">
                {name}
                {note !== undefined && <div className="note">{note}</div>}
              </th>
              {trend.map(({ reported }, place) => (
                <td key={periods[place]?.from}>{attainmentSaid(reported, reader).main}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
