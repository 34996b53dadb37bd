import type { ReactElement } from 'react';
import type { Period } from '../../../../../src/domain/report/periods';
import { useCausesCounted } from '../../data/use-breaches';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { addressOf } from './breaches-address';
import { CauseTable } from './cause-table';
import styles from './cause-table.module.css';
import { daysIn, spanOf } from './period';

interface Props {
  readonly period: Period;
  /** Breaches of this agreement only; of all without one. */
  readonly agreement: string | undefined;
  /** What the breaches have in common, said to who hears the table. */
  readonly name?: string;
  readonly level: 'h3' | 'h4';
}

/** Why promises were broken in a period (M3, R2); each cause opens its breaches in the register. */
export function CausesPart({ period, agreement, name, level: Heading }: Props): ReactElement {
  const { messages, zone } = useReader();
  const { go } = useAddress();
  const days = daysIn(period);
  const { data, error, refetch } = useCausesCounted(spanOf(days, clockNow(), zone));
  const title = messages.text('causes.title');
  const counts = data?.counts.filter((each) => agreement === undefined || each.agreement === agreement);
  const filter = agreement === undefined ? {} : { agreement };
  return (
    <div className={styles['part']}>
      <Heading className="subheading">{title}</Heading>
      <p className="note">{messages.text('causes.note')}</p>
      {error && (
        <FailureNotice
          error={error}
          retry={() => void refetch()}
          title={messages.text('causes.failed')}
          tone={data ? 'warning' : 'error'}
        />
      )}
      {!counts && !error && <DefinitionsSkeleton label={messages.text('causes.loading')} />}
      {counts?.length === 0 && <p>{messages.text('causes.nothing')}</p>}
      {data && counts && counts.length > 0 && (
        <CauseTable
          counted={{ ...data, counts }}
          label={name === undefined ? title : messages.text('causes.table', { name })}
          open={(cause) => go(...addressOf({ period: days, filter: { ...filter, cause } }))}
        />
      )}
    </div>
  );
}
