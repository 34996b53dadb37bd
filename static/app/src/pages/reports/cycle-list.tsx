import Button from '@atlaskit/button/new';
import { useEffect, useRef, type ReactElement } from 'react';
import { readAllCycles, useCycles, type Figures } from '../../data/use-figures';
import { readIssues } from '../../data/use-names';
import { useAddress } from '../../parts/address';
import { ExportButton } from '../../parts/export-button';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { CycleTable } from './cycle-table';
import { cyclesCsv } from './cycles-csv';
import { countOf, cyclesAsked, targetOf } from './figures';
import { PeriodBar } from './period-bar';
import { addressOf, periodCode, type ReportChoice } from './reports-address';
import styles from './reports.module.css';
import { fullName, useReportRows } from './use-report-rows';

interface Props {
  readonly figures: Figures;
  readonly choice: ReportChoice & { readonly list: NonNullable<ReportChoice['list']> };
  readonly choose: (choice: ReportChoice) => void;
}

/** The timers behind a number of a report: as many as the number says. */
export function CycleList({ figures, choice, choose }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { list, ...report } = choice;
  const { namesOf } = useReportRows(figures);
  const asked = cyclesAsked(list, choice);
  const { cycles, error, ...pages } = useCycles(asked);
  const names = namesOf(list);
  const target = targetOf(list, figures, choice.by);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div className="unprinted">
        <TextButton onClick={() => go(...addressOf(report))}>{messages.text('reports.list.back')}</TextButton>
      </div>
      <h3 ref={heading} tabIndex={-1} className="subheading">
        {`${messages.text(`reports.figure.${list.figure}`)}: ${fullName(names)}`}
      </h3>
      <div className={styles['head']}>
        <PeriodBar period={choice.period} choose={(period) => choose({ ...choice, period })} />
        <div className="buttons unprinted">
          <ExportButton
            label={messages.text('breaches.csv.export')}
            name={messages.text('reports.csv.listName', { period: periodCode(choice.period) })}
            text={async () => {
              const all = await readAllCycles(asked);
              return cyclesCsv(
                all,
                { names, issues: await readIssues(all.map(({ issue }) => issue)) },
                messages,
              );
            }}
          />
          <Button onClick={() => window.print()}>{messages.text('reports.print')}</Button>
        </div>
      </div>
      <p>{messages.text('reports.list.count', { count: target ? countOf(list.figure, target) : 0 })}</p>
      {error && (
        <FailureNotice error={error} retry={pages.retry} title={messages.text('reports.list.failed')} />
      )}
      {!cycles && !error && <DefinitionsSkeleton label={messages.text('reports.list.loading')} />}
      {cycles?.length === 0 && <Notice tone="information">{messages.text('reports.list.nothing')}</Notice>}
      {cycles && cycles.length > 0 && (
        <>
          <CycleTable cycles={cycles} />
          <div className={styles['foot']}>
            <p className="note">{messages.text('board.shown', { count: cycles.length })}</p>
            {pages.hasMore && (
              <Button onClick={pages.readMore} isLoading={pages.isReadingMore}>
                {messages.text('board.more')}
              </Button>
            )}
          </div>
        </>
      )}
    </>
  );
}
