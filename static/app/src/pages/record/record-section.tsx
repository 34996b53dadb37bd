import { useId, type ReactElement } from 'react';
import { targetPeriods } from '../../../../../src/domain/monitoring/periodic-target';
import { endOf, periodOf } from '../../../../../src/domain/report/periods';
import { useNameOfProjectHere } from '../../data/use-figures';
import { useRecord, type MonitoringRecord } from '../../data/use-record';
import { useAddress } from '../../parts/address';
import { ExportButton } from '../../parts/export-button';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { PrintButton } from '../../parts/print-button';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import { compareNames } from '../../text/names';
import { dayOf } from '../../text/wall-input';
import { asOfText, dayAndTimeText } from '../../text/when';
import { CausesPart } from '../breaches/causes-part';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { PeriodBar } from '../reports/period-bar';
import { periodText } from '../reports/report-text';
import { periodCode } from '../reports/reports-address';
import { PlanTable } from './plan-table';
import { addressOf, choiceIn, targetPeriod, type RecordChoice } from './record-address';
import { recordCsv } from './record-csv';
import { RecordTable } from './record-table';
import styles from './record.module.css';
import { TrendTable } from './trend-table';

/** Each value that is promised against its target (M6), or the plan by which values are watched (M8): the address says which. */
export function RecordSection(): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const { parts, go } = useAddress();
  const id = useId();
  const now = clockNow();
  const project = useNameOfProjectHere();
  const choice = choiceIn(parts, dayOf(now, zone));
  const choose = (wanted: RecordChoice): void => go(...addressOf(wanted));
  const { kind, from } = choice.period;
  const { data, error, refetch, isPlaceholderData } = useRecord({ period: kind, day: from });
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('record.noRights')}</Notice>;
  }
  const time = data && asOfText(data.asOf, now, reader);
  const retry = (): void => void refetch();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id} className="heading">
          {messages.text(choice.isPlan ? 'record.plan.title' : 'record.title')}
          {project !== undefined && <span className="printed"> · {project}</span>}
        </h2>
        {data && time !== undefined && (
          <p className="note figure">
            <span className="unprinted">{messages.text('panel.asOf', { time })}</span>
            <span className="printed">
              {messages.text('panel.asOf', { time: dayAndTimeText(data.asOf, reader) })}
            </span>
          </p>
        )}
      </div>
      {error && time !== undefined && (
        <FailureNotice error={error} retry={retry} tone="warning">
          {messages.text('panel.stale', { time })}
        </FailureNotice>
      )}
      {error && !data && <FailureNotice error={error} retry={retry} title={messages.text('record.failed')} />}
      {!data && !error && <DefinitionsSkeleton label={messages.text('record.loading')} />}
      {data && (
        <div className={styles['content']} aria-busy={isPlaceholderData}>
          <Shown record={data} choice={choice} choose={choose} />
        </div>
      )}
    </section>
  );
}

interface ShownProps {
  readonly record: MonitoringRecord;
  readonly choice: RecordChoice;
  readonly choose: (choice: RecordChoice) => void;
}

function Shown({ record, choice, choose }: ShownProps): ReactElement {
  const reader = useReader();
  const { messages, locale, zone } = reader;
  const { names, asked } = record;
  const { agreement, isPlan } = choice;
  const { isPlan: _plan, ...values } = choice;
  const period = { kind: asked.period, from: asked.day };
  const today = dayOf(clockNow(), zone);
  const agreements = Object.entries(names.agreements)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => compareNames(a.label, b.label, locale));
  const shown = agreements.filter(({ value }) => agreement === undefined || value === agreement);
  const linesOf = (wanted: string) => record.lines.filter((line) => line.agreement === wanted);
  return (
    <>
      <p className="note">{messages.text(isPlan ? 'record.plan.intro' : 'record.intro')}</p>
      <fieldset
        className={`${styles['filters'] ?? ''} unprinted`}
        aria-label={messages.text('board.filters')}
      >
        <ChoiceField
          label={messages.text('reports.filter.period')}
          value={choice.period.kind}
          choices={targetPeriods.map((value) => ({ value, label: messages.text(`reports.period.${value}`) }))}
          change={(kind) => {
            if (!targetPeriod(kind)) return;
            const isNow = period.from <= today && today < endOf(period);
            choose({ ...choice, period: { ...periodOf(kind, isNow ? today : period.from), kind } });
          }}
        />
        <ChoiceField
          label={messages.text('record.agreement')}
          value={agreement ?? ''}
          choices={[{ value: '', label: messages.text('record.allAgreements') }, ...agreements]}
          change={(value) => {
            const { agreement: _before, ...others } = choice;
            choose(value === '' ? others : { ...others, agreement: value });
          }}
        />
      </fieldset>
      <div className={styles['head']}>
        <PeriodBar
          period={period}
          choose={({ kind, from }) => targetPeriod(kind) && choose({ ...choice, period: { kind, from } })}
        />
        <div className="buttons unprinted">
          <TextButton onClick={() => choose(isPlan ? values : { ...choice, isPlan: true })}>
            {messages.text(isPlan ? 'record.title' : 'record.plan.title')}
          </TextButton>
          {!isPlan && (
            <ExportButton
              label={messages.text('breaches.csv.export')}
              name={messages.text('record.csv.name', { period: periodCode(period) })}
              text={() => recordCsv(record, messages)}
            />
          )}
          <PrintButton />
        </div>
      </div>
      {shown.length === 0 && (
        <Notice tone="information">
          {messages.text('record.nothing', { period: periodText(period, reader) })}
        </Notice>
      )}
      {shown.map(({ value, label }) => (
        <section key={value} className={styles['agreement']} aria-label={label}>
          <h3 className="subheading">{label}</h3>
          {isPlan ? (
            <PlanTable record={record} agreement={value} name={label} />
          ) : (
            <>
              <RecordTable record={record} lines={linesOf(value)} name={label} />
              <TrendTable record={record} lines={linesOf(value)} name={label} />
              <CausesPart period={period} agreement={value} name={label} level="h4" />
            </>
          )}
        </section>
      ))}
    </>
  );
}
