import type { ReactElement } from 'react';
import { useMonitoring } from '../../data/use-breaches';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import styles from '../breaches/breaches.module.css';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { ActionPage } from './action-page';
import { filterIn, NEW, ONE, originIn } from './improvement-address';
import { NewActionPage } from './new-action-page';
import { Plan } from './plan';

/** The improvement plan of a project (R4), one action, or a new one: the address says which. */
export function ImprovementSection(): ReactElement {
  const { messages } = useReader();
  const { parts } = useAddress();
  const { data, error, refetch } = useMonitoring();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('improvement.noRights')}</Notice>;
  }
  if (error && !data) {
    return (
      <FailureNotice error={error} retry={() => void refetch()} title={messages.text('improvement.failed')} />
    );
  }
  if (!data) return <DefinitionsSkeleton label={messages.text('improvement.loading')} />;
  const [, which, id = ''] = parts;
  return (
    <section className={styles['section']} aria-labelledby="improvement">
      {which === ONE && <ActionPage key={id} id={id} mayMonitor={data.mayMonitor} />}
      {which === NEW && <NewActionPage origin={originIn(parts)} monitoring={data} />}
      {which !== ONE && which !== NEW && <Plan filter={filterIn(parts)} mayMonitor={data.mayMonitor} />}
    </section>
  );
}
