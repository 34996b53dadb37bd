import type { ReactElement } from 'react';
import { instant } from '../../../../../../src/domain/time/instant';
import { useUsage } from '../../../data/use-usage';
import { FailureNotice } from '../../../parts/failure-notice';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { useNow } from '../../../parts/use-now';
import { CallFailure } from '../../../platform/call-failure';
import { asOfText } from '../../../text/when';
import { DefinitionsSkeleton } from '../../project-settings/definitions-skeleton';
import { styles } from '../styles';
import { CostPart } from './cost-part';
import { DaysPart } from './days-part';
import { Holds } from './holds';
import { LimitsPart } from './limits-part';
import { PointsPart } from './points-part';
import { RowsPart } from './rows-part';

/** What the app takes of what Jira and Forge grant it, and what that costs. */
export function QuotaSection(): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { data, error, refetch, dataUpdatedAt } = useUsage();
  const now = useNow();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('admin.noRights')}</Notice>;
  }
  if (!data) {
    return error ? (
      <FailureNotice error={error} retry={() => void refetch()} title={messages.text('quota.failed')} />
    ) : (
      <DefinitionsSkeleton label={messages.text('quota.loading')} />
    );
  }
  return (
    <section className={styles['page']} aria-labelledby="quota">
      <div className={styles['section']}>
        <h2 id="quota" className="heading">
          {messages.text('quota.title')}
        </h2>
        <p>{messages.text('quota.intro')}</p>
        <p className="note">
          {messages.text('quota.asOf', { time: asOfText(instant(dataUpdatedAt), now, reader) })}
        </p>
        <Holds usage={data} now={now} />
      </div>
      <PointsPart usage={data} now={now} />
      <DaysPart usage={data} now={now} />
      <LimitsPart usage={data} now={now} />
      <RowsPart usage={data} />
      <CostPart usage={data} now={now} />
    </section>
  );
}
