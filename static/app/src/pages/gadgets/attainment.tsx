import type { ReactElement } from 'react';
import type { FiguresView } from '../../../../../src/contract/figures';
import { endOf, type Period } from '../../../../../src/domain/report/periods';
import {
  EMPTY_TALLY,
  FEW_CASES,
  measured,
  reported,
  shareOf,
  together,
  type Tally,
} from '../../../../../src/domain/report/tally';
import { useFiguresOf } from '../../data/use-gadget';
import { Disclosure } from '../../parts/disclosure';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { Trend } from '../../parts/trend';
import { clockNow } from '../../platform/clock';
import { dayOf } from '../../text/wall-input';
import { attainmentSaid, changeOf, changeSaid, periodText, wholePercentText } from '../reports/report-text';
import { addressOf } from '../reports/reports-address';
import { agreementText } from './agreement-text';
import { GadgetFrame, type ShownProps } from './gadget-frame';
import styles from './gadgets.module.css';
import { periodIn } from './settings';

const figureOf = { measured, reported } as const;
const other = { measured: 'reported', reported: 'measured' } as const;

/** How many promises were kept in a period, and in those before it (R1). */
export function Attainment({ project, settings }: ShownProps): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const { agreement, kind } = settings;
  const today = dayOf(clockNow(), zone);
  const period = periodIn(settings, today);
  const { data, error, refetch } = useFiguresOf({
    project: project.id,
    filter: { ...(agreement !== undefined && { agreement }), ...(kind && { kind }) },
    period: period.kind,
    day: period.from,
    by: 'kind',
  });
  const isRunning = endOf(period) > today;
  return (
    <GadgetFrame
      project={project}
      scope={[
        agreementText(agreement, data, messages),
        ...(kind ? [messages.text(`timer.kind.${kind}`)] : []),
        `${periodText(period, reader)}${isRunning ? ` ${messages.text('reports.soFar')}` : ''}`,
      ]}
      answer={data}
      error={error}
      retry={() => void refetch()}
      more={{
        text: messages.text('gadgets.more.attainment'),
        parts: addressOf({ period, by: 'kind', ...(agreement !== undefined && { agreement }) }),
      }}
    >
      {data && <Figures figures={data} period={period} headline={settings.headline} />}
    </GadgetFrame>
  );
}

interface Props {
  readonly figures: FiguresView;
  readonly period: Period;
  readonly headline: keyof typeof figureOf;
}

function Figures({ figures, period, headline }: Props): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const attainmentOf = figureOf[headline];
  const second = other[headline];
  const over = figures.edges.slice(0, -1).map((from, place) => ({
    name: periodText({ kind: period.kind, from }, reader),
    tally: together(figures.targets.map(({ periods }) => periods[place] ?? EMPTY_TALLY)),
  }));
  const [first, before, last] = [over.at(0), over.at(-2), over.at(-1)];
  const tally = last?.tally ?? EMPTY_TALLY;
  const said = attainmentSaid(attainmentOf(tally), reader);
  const beside = attainmentSaid(figureOf[second](tally), reader);
  const late = figures.targets.reduce((sum, target) => sum + target.late, 0);
  const change = before && changeOf(attainmentOf(tally), attainmentOf(before.tally));
  const changed = change === undefined ? undefined : changeSaid(change, reader);
  return (
    <>
      <div className={styles['headline']}>
        <p>
          <span className={styles['large']}>{said.main}</span>
          {said.cases !== undefined && <span className="figure"> {said.cases}</span>}
          <span className="note"> {messages.text(`reports.figure.${headline}`)}</span>
        </p>
        {changed && before && (
          <p className="figure">
            <span aria-hidden>
              {messages.text('gadgets.change', { change: changed.shown, before: before.name })}
            </span>
            <span className="visually-hidden">
              {messages.text('gadgets.change', { change: changed.heard, before: before.name })}
            </span>
          </p>
        )}
      </div>
      <dl className={styles['facts']}>
        <div>
          <dt className="note">{messages.text(`reports.figure.${second}`)}</dt>
          <dd className="figure">{[beside.main, beside.cases].filter(Boolean).join(' · ')}</dd>
        </div>
        <div>
          <dt className="note">{messages.text('reports.figure.late')}</dt>
          <dd className="figure">{late.toLocaleString(locale)}</dd>
        </div>
      </dl>
      <Trend
        label={messages.text('reports.trend.label', {
          name: messages.text(`reports.figure.${headline}`),
          first: first?.name ?? '',
          last: last?.name ?? '',
          now: said.main,
          before: before ? attainmentSaid(attainmentOf(before.tally), reader).main : '',
        })}
        scale={{ none: wholePercentText(0, locale), all: wholePercentText(1, locale) }}
        points={over.map((each) => ({
          name: each.name,
          share: shareOf(attainmentOf(each.tally)),
          isFew: attainmentOf(each.tally).of < FEW_CASES,
        }))}
      />
      <Disclosure summary={messages.text('reports.trend.table')}>
        <PeriodTable over={over} />
      </Disclosure>
    </>
  );
}

interface TableProps {
  readonly over: readonly { readonly name: string; readonly tally: Tally }[];
}

function PeriodTable({ over }: TableProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  return (
    <Table label={messages.text('gadgets.byPeriod')}>
      <thead>
        <tr>
          {(['period', 'measured', 'reported'] as const).map((column) => (
            <th key={column} scope="col">
              {messages.text(`reports.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...over].reverse().map(({ name, tally }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {[measured, reported].map((figure) => {
              const { main, cases } = attainmentSaid(figure(tally), reader);
              return (
                <td key={figure.name} className="figure">
                  {main}
                  {cases !== undefined && <div className="note">{cases}</div>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
