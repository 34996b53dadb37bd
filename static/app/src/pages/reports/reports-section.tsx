import { useId, type ReactElement } from 'react';
import { useFigures, useNameOfProjectHere } from '../../data/use-figures';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { clockNow } from '../../platform/clock';
import { dayOf } from '../../text/wall-input';
import { asOfText, dayAndTimeText } from '../../text/when';
import { NothingPromised } from '../board/nothing-promised';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { CycleList } from './cycle-list';
import { Report } from './report';
import { addressOf, choiceIn, type ReportChoice } from './reports-address';
import styles from './reports.module.css';

/** How the promises of a project were kept, or the timers behind one of the numbers (R1, R2): the address says which. */
export function ReportsSection(): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const { parts, go } = useAddress();
  const id = useId();
  const now = clockNow();
  const project = useNameOfProjectHere();
  const choice = choiceIn(parts, dayOf(now, zone));
  const choose = (wanted: ReportChoice): void => go(...addressOf(wanted));
  const { period, by, agreement, list } = choice;
  const { data, error, refetch, isPlaceholderData } = useFigures({
    filter: agreement === undefined ? {} : { agreement },
    period: period.kind,
    day: period.from,
    by,
  });
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('reports.noRights')}</Notice>;
  }
  const time = data && asOfText(data.asOf, now, reader);
  const retry = (): void => void refetch();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id} className="heading">
          {messages.text('reports.title')}
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
      {error && !data && (
        <FailureNotice error={error} retry={retry} title={messages.text('reports.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('reports.loading')} />}
      {data && !data.hasAgreements && <NothingPromised />}
      {data?.hasAgreements && (
        <div className={styles['content']} aria-busy={isPlaceholderData}>
          {list ? (
            <CycleList figures={data} choice={{ ...choice, list }} choose={choose} />
          ) : (
            <Report figures={data} choice={choice} choose={choose} />
          )}
        </div>
      )}
    </section>
  );
}
