import type { ReactElement } from 'react';
import {
  isWithoutCases,
  keptBefore,
  keptIn,
  type FrozenFigures,
} from '../../../../../src/domain/review/frozen-figures';
import type { Measure } from '../../../../../src/domain/monitoring/measures';
import type { ReviewPeriod } from '../../../../../src/domain/review/review-period';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { datesText } from '../../text/day-text';
import { durationText } from '../../text/duration';
import { dateText, dayAndTimeText } from '../../text/when';
import { KeptLozenge } from '../record/record-table';
import { promisedText, valueText } from '../record/record-text';
import { Change, Missing, Share } from '../reports/figures-table';
import { changeOf, periodText } from '../reports/report-text';
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
      {figures.values.length > 0 && <Values values={figures.values} />}
      <Breaches figures={figures} />
    </section>
  );
}

/** What was promised for the period as a whole, and what came of it. */
function Values({ values }: Pick<FrozenFigures, 'values'>): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const said = (measure: Measure, value: number | null): ReactElement | string =>
    value === null ? <Missing /> : valueText(measure, value, reader);
  return (
    <div className={styles['table']}>
      <Table label={messages.text('agreement.edit.periodic.title')}>
        <thead>
          <tr>
            {(['what', 'target', 'value', 'before', 'kept'] as const).map((column) => (
              <th key={column} scope="col">
                {messages.text(`record.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.map(({ target, kind, service, value, before, kept }) => (
            <tr key={target.id}>
              <th scope="row">
                {messages.text(`measure.${target.measure}`)}
                <div className="note">
                  {kind ? messages.text(`timer.kind.${kind}`) : (service ?? target.base ?? target.name)}
                </div>
              </th>
              <td>{promisedText(target, reader)}</td>
              <td>{said(target.measure, value)}</td>
              <td>{said(target.measure, before)}</td>
              <td>
                <KeptLozenge kept={kept} isRunning={false} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** How often promises were missed, and why; what was asked for, and what ends soon. */
function Breaches({
  figures: { breaches, exceptions, toRenew, actions, asOf },
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
      <dt>{messages.text('reviews.figures.actions')}</dt>
      <dd>
        {messages.text('reviews.figures.actionCount', { open: actions.open, late: actions.late })}
        {actions.open > 0 && (
          <ul className={styles['list']}>
            {actions.first.map(({ id, title, due }) => (
              <li key={id}>
                {title} ({datesText({ date: due }, reader)})
              </li>
            ))}
            {actions.open > actions.first.length && <li>…</li>}
          </ul>
        )}
      </dd>
    </dl>
  );
}
