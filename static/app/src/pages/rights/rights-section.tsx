import type { ReactElement } from 'react';
import { useRights } from '../../data/use-rights';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { CapabilityTable } from './capability-table';
import { ChangeLogPart } from './change-log-part';
import { RoleTable } from './role-table';
import styles from './rights.module.css';

/** Who may do what, who does what for which agreement, and who did what. */
export function RightsSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useRights();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('rights.noRights')}</Notice>;
  }
  return (
    <div className={styles['page']}>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('rights.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('rights.loading')} />}
      {data && (
        <>
          <CapabilityTable mayAdminister={data.mayAdminister} />
          <RoleTable agreements={data.agreements} />
        </>
      )}
      <ChangeLogPart />
    </div>
  );
}
