import type { ReactElement } from 'react';
import type { DefinitionsView } from '../../../../../src/contract/views';
import { useDefinitions } from '../../data/use-definitions';
import { FailureNotice } from '../../parts/failure-notice';
import { HowTimersCount } from '../../parts/how-timers-count';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { AgreementList } from './agreement-list';
import { BackfillSection } from './backfill-section';
import { CalendarTable } from './calendar-table';
import { DefinitionsSkeleton } from './definitions-skeleton';
import { Findings } from './findings';
import { ImportForm } from './import-form';
import styles from './project-settings.module.css';

/** What is promised in this project, and the way to change it. */
export function ProjectSettingsPage(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useDefinitions();
  const mayImport = !(error instanceof CallFailure && error.reason === 'not-allowed');
  return (
    <div className={styles['page']}>
      <div className={styles['intro']}>
        <p>{messages.text('settings.intro')}</p>
        <HowTimersCount />
      </div>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('settings.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('settings.loading')} />}
      {data && <InForce definitions={data} />}
      {data && data.agreements.length > 0 && <BackfillSection />}
      {mayImport && <ImportForm />}
    </div>
  );
}

function InForce({ definitions }: { readonly definitions: DefinitionsView }): ReactElement {
  const { messages } = useReader();
  const { agreements, calendars, holidaySets } = definitions;
  if (agreements.length === 0 && calendars.length === 0) {
    return (
      <Notice tone="information" title={messages.text('settings.empty.title')}>
        {messages.text('settings.empty.text')}
      </Notice>
    );
  }
  return (
    <>
      <Findings definitions={definitions} />
      <AgreementList agreements={agreements} calendars={calendars} />
      <CalendarTable calendars={calendars} holidaySets={holidaySets} />
    </>
  );
}
