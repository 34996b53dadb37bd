import type { ReactElement } from 'react';
import { useMonitoring } from '../../data/use-breaches';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import styles from '../breaches/breaches.module.css';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { filterIn } from './scope-address';
import { ScopeRegister } from './scope-register';

/** The issues of a project that no agreement covers (M5): the address says which are shown. */
export function ScopeSection(): ReactElement {
  const { messages } = useReader();
  const { parts } = useAddress();
  const { data, error, refetch } = useMonitoring();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('scope.noRights')}</Notice>;
  }
  if (error && !data) {
    return <FailureNotice error={error} retry={() => void refetch()} title={messages.text('scope.failed')} />;
  }
  if (!data) return <DefinitionsSkeleton label={messages.text('scope.loading')} />;
  return (
    <section className={styles['section']} aria-labelledby="scope">
      <ScopeRegister filter={filterIn(parts)} monitoring={data} />
    </section>
  );
}
