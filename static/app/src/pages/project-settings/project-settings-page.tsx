import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { DefinitionsView } from '../../../../../src/contract/views';
import { useDefinitions } from '../../data/use-definitions';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { HowTimersCount } from '../../parts/how-timers-count';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { AgreementList } from './agreement-list';
import { BackfillSection } from './backfill-section';
import { CalendarTable } from './calendar-table';
import { DefinitionsSkeleton } from './definitions-skeleton';
import { Findings } from './findings';
import styles from './project-settings.module.css';

/** What is promised in this project, and the way to change it. */
export function ProjectSettingsPage(): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useDefinitions();
  return (
    <div className={styles['page']}>
      <div className={styles['intro']}>
        <p>{messages.text('settings.intro')}</p>
        <div className="links">
          <HowTimersCount />
          {data && data.agreements.length > 0 && (
            <TextButton onClick={() => go('start')}>{messages.text('start.again')}</TextButton>
          )}
        </div>
      </div>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('settings.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('settings.loading')} />}
      {data && <InForce definitions={data} />}
      {data && data.agreements.length > 0 && <BackfillSection />}
    </div>
  );
}

function InForce({ definitions }: { readonly definitions: DefinitionsView }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { agreements, calendars, holidaySets } = definitions;
  return (
    <>
      {agreements.length === 0 && (
        <Notice
          tone="information"
          title={messages.text('settings.empty.title')}
          action={
            <Button appearance="primary" onClick={() => go('start')}>
              {messages.text('start.open')}
            </Button>
          }
        >
          {messages.text('settings.empty.text')}
        </Notice>
      )}
      <Findings definitions={definitions} />
      {agreements.length > 0 && <AgreementList agreements={agreements} calendars={calendars} />}
      {calendars.length > 0 && <CalendarTable calendars={calendars} holidaySets={holidaySets} />}
    </>
  );
}
