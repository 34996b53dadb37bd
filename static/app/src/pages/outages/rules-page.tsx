import type { ReactElement } from 'react';
import { useCalendars } from '../../data/use-calendars';
import { useOutageRules } from '../../data/use-outages';
import { useProjectShape } from '../../data/use-project-shape';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { CallFailure } from '../../platform/call-failure';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import type { Known } from './outage-text';
import { OUTAGES } from './outages-address';
import { RulesEditor } from './rules-editor';

/** The rules by which issues are outages, for whoever administers the project. */
export function RulesPage({ services }: { readonly services: Known['services'] | undefined }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const rules = useOutageRules();
  const shape = useProjectShape();
  const calendars = useCalendars('project');
  const error = rules.error ?? shape.error ?? calendars.error;
  const isRefused = error instanceof CallFailure && error.reason === 'not-allowed';
  const retry = (): void => void Promise.all([rules.refetch(), shape.refetch(), calendars.refetch()]);
  const isLoaded = rules.data && shape.data && calendars.data && services;
  return (
    <>
      <div>
        <TextButton onClick={() => go(OUTAGES)}>{messages.text('outages.back')}</TextButton>
      </div>
      <h2 id="outages" className="heading">
        {messages.text('outages.rules.title')}
      </h2>
      <p className="note">{messages.text('outages.rules.intro')}</p>
      {isRefused && <Notice tone="warning">{messages.text('outages.rules.noRights')}</Notice>}
      {error && !isRefused && !isLoaded && (
        <FailureNotice error={error} retry={retry} title={messages.text('outages.failed')} />
      )}
      {!isLoaded && !error && <DefinitionsSkeleton label={messages.text('outages.loading')} />}
      {isLoaded && (
        <RulesEditor
          kept={rules.data}
          shape={shape.data}
          calendars={calendars.data}
          services={services}
          close={() => go(OUTAGES)}
        />
      )}
    </>
  );
}
