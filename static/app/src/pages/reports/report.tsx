import type { ReactElement } from 'react';
import type { Period } from '../../../../../src/domain/report/periods';
import type { Figures } from '../../data/use-figures';
import { ExportButton } from '../../parts/export-button';
import { Notice } from '../../parts/notice';
import { PrintButton } from '../../parts/print-button';
import { useReader } from '../../parts/reader-context';
import { CausesPart } from '../breaches/causes-part';
import { countOf } from './figures';
import { figuresCsv } from './figures-csv';
import { FiguresTable } from './figures-table';
import { PeriodBar } from './period-bar';
import { ReportFilters } from './report-filters';
import { periodText } from './report-text';
import { figureNames, periodCode, type FigureName, type ReportChoice } from './reports-address';
import styles from './reports.module.css';
import { Trends } from './trends';
import { useReportRows, type ReportRow } from './use-report-rows';

interface Props {
  readonly figures: Figures;
  readonly choice: ReportChoice;
  readonly choose: (choice: ReportChoice) => void;
}

/** The statistics of a period, and how they came about (R2). */
export function Report({ figures, choice, choose }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { by, period: kind, day } = figures.asked;
  const period: Period = { kind, from: day };
  const { rows } = useReportRows(figures);
  const open = (figure: FigureName, { target }: ReportRow, of: Period = period): void => {
    const { agreement, metric, kind: timer, value } = target;
    choose({ ...choice, by, period: of, list: { figure, agreement, metric, kind: timer, value } });
  };
  const hasEnded = rows.some(({ target }) => figureNames.some((figure) => countOf(figure, target) > 0));
  const lacksQuantiles = rows.some(({ target }) => target.mean !== null && target.median === null);
  return (
    <>
      <p className="note">{messages.text('reports.intro')}</p>
      <ReportFilters figures={figures} choice={choice} choose={choose} />
      <div className={styles['head']}>
        <PeriodBar period={choice.period} choose={(wanted) => choose({ ...choice, period: wanted })} />
        <div className="buttons unprinted">
          <ExportButton
            label={messages.text('breaches.csv.export')}
            name={messages.text('reports.csv.name', { period: periodCode(period) })}
            text={() => figuresCsv(rows, period, messages)}
          />
          <PrintButton />
        </div>
      </div>
      {hasEnded ? (
        <FiguresTable rows={rows} open={open} />
      ) : (
        <Notice tone="information" title={messages.text('reports.nothing.title')}>
          {messages.text('reports.nothing.text', { period: periodText(period, reader) })}
        </Notice>
      )}
      {lacksQuantiles && <p className="note">{messages.text('reports.noQuantiles')}</p>}
      <CausesPart period={period} agreement={choice.agreement} level="h3" />
      {rows.length > 0 && <Trends rows={rows} figures={figures} open={open} />}
    </>
  );
}
