import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { Period } from '../../../../../src/domain/report/periods';
import { FEW_CASES, measured, reported, shareOf, EMPTY_TALLY } from '../../../../../src/domain/report/tally';
import type { Figures } from '../../data/use-figures';
import { Disclosure } from '../../parts/disclosure';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { Trend } from '../../parts/trend';
import { TrendCard, TrendCards } from '../../parts/trend-cards';
import { FigureButton } from './figure-button';
import { Share } from './figures-table';
import { attainmentSaid, periodText, wholePercentText } from './report-text';
import type { FigureName } from './reports-address';
import styles from './reports.module.css';
import { fullName, type ReportRow } from './use-report-rows';

/** With more, nobody would find the one looked for among them. */
const SHOWN_FIRST = 12;

interface Props {
  readonly rows: readonly ReportRow[];
  readonly figures: Figures;
  readonly open: (figure: FigureName, row: ReportRow, period: Period) => void;
}

/** The measured attainment of each target over the periods, drawn and as a table. */
export function Trends({ rows, figures, open }: Props): ReactElement {
  const { messages } = useReader();
  const [areAll, setAll] = useState(false);
  const periods = figures.edges.slice(0, -1).map((from): Period => ({ kind: figures.asked.period, from }));
  return (
    <section className={styles['trends']} aria-labelledby="trends">
      <h3 id="trends" className="subheading">
        {messages.text('reports.trend.title')}
      </h3>
      <p className="note">{messages.text('reports.trend.note', { few: FEW_CASES })}</p>
      <TrendCards>
        {(areAll ? rows : rows.slice(0, SHOWN_FIRST)).map((row) => (
          <TrendCard key={fullName(row.names)} name={fullName(row.names)}>
            <TargetTrend row={row} periods={periods} open={open} />
          </TrendCard>
        ))}
      </TrendCards>
      {!areAll && rows.length > SHOWN_FIRST && (
        <div className="unprinted">
          <Button onClick={() => setAll(true)}>
            {messages.text('reports.trend.all', { count: rows.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface TargetProps extends Pick<Props, 'open'> {
  readonly row: ReportRow;
  readonly periods: readonly Period[];
}

function TargetTrend({ row, periods, open }: TargetProps): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const name = fullName(row.names);
  const over = periods.map((period, place) => {
    const tally = row.target.periods[place] ?? EMPTY_TALLY;
    return { period, name: periodText(period, reader), measured: measured(tally), reported: reported(tally) };
  });
  const [first, before, last] = [over.at(0), over.at(-2), over.at(-1)];
  const said = (each: typeof last): string => (each ? attainmentSaid(each.measured, reader).main : '');
  return (
    <>
      <Trend
        label={messages.text('reports.trend.label', {
          name,
          first: first?.name ?? '',
          last: last?.name ?? '',
          now: said(last),
          before: said(before),
        })}
        scale={{ none: wholePercentText(0, locale), all: wholePercentText(1, locale) }}
        points={over.map((each) => ({
          name: each.name,
          share: shareOf(each.measured),
          isFew: each.measured.of < FEW_CASES,
        }))}
      />
      <div className="unprinted">
        <Disclosure summary={messages.text('reports.trend.table')}>
          <Table label={messages.text('reports.trend.tableOf', { name })}>
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
              {[...over].reverse().map((each) => (
                <tr key={each.period.from}>
                  <th scope="row">{each.name}</th>
                  {(['measured', 'reported'] as const).map((figure) => (
                    <td key={figure}>
                      <Share
                        of={each[figure]}
                        button={(text) => (
                          <FigureButton
                            figure={figure}
                            text={text}
                            of={`${name} · ${each.name}`}
                            open={() => open(figure, row, each.period)}
                          />
                        )}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </Disclosure>
      </div>
    </>
  );
}
