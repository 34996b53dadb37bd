import type { ReactElement } from 'react';
import { useMonitoring } from '../../data/use-breaches';
import { useComplaints } from '../../data/use-complaints';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import styles from '../breaches/breaches.module.css';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { ComplaintIssuesPart } from './complaint-issues-part';
import { ComplaintPage } from './complaint-page';
import { filterIn, NEW, ONE, originIn, type ComplaintFilter } from './complaints-address';
import { ComplaintsRegister } from './complaints-register';
import { NewComplaintPage } from './new-complaint-page';
import { SatisfactionPart } from './satisfaction-part';

/** Complaints of a project and how satisfied its customers are (M7), one complaint, or a new one: the address says which. */
export function ComplaintsSection(): ReactElement {
  const { messages } = useReader();
  const { parts } = useAddress();
  const { data, error, refetch } = useMonitoring();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('complaints.noRights')}</Notice>;
  }
  if (error && !data) {
    return (
      <FailureNotice error={error} retry={() => void refetch()} title={messages.text('complaints.failed')} />
    );
  }
  if (!data) return <DefinitionsSkeleton label={messages.text('complaints.loading')} />;
  const [, which, id = ''] = parts;
  if (which === ONE || which === NEW)
    return (
      <section className={styles['section']} aria-labelledby="complaints">
        {which === ONE ? (
          <ComplaintPage key={id} id={id} monitoring={data} />
        ) : (
          <NewComplaintPage origin={originIn(parts)} monitoring={data} />
        )}
      </section>
    );
  return (
    <>
      <section className={styles['section']} aria-labelledby="complaints">
        <ComplaintsRegister filter={filterIn(parts)} monitoring={data} />
      </section>
      <IssuesWhereChosen filter={filterIn(parts)} mayMonitor={data.mayMonitor} />
      <section className={styles['section']} aria-labelledby="satisfaction">
        <SatisfactionPart monitoring={data} />
      </section>
    </>
  );
}

interface IssuesProps {
  readonly filter: ComplaintFilter;
  readonly mayMonitor: boolean;
}

/** Where no type of issue is chosen, nothing is said of any. */
function IssuesWhereChosen({ filter, mayMonitor }: IssuesProps): ReactElement | null {
  const { hasIssueTypes } = useComplaints(filter);
  if (!hasIssueTypes) return null;
  return (
    <section className={styles['section']} aria-labelledby="complaint-issues">
      <ComplaintIssuesPart mayMonitor={mayMonitor} />
    </section>
  );
}
