import type { ReactElement } from 'react';
import { useDefaults } from '../../../data/use-defaults';
import { FailureNotice } from '../../../parts/failure-notice';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { CallFailure } from '../../../platform/call-failure';
import { DefinitionsSkeleton } from '../../project-settings/definitions-skeleton';
import { DefaultsForm } from './defaults-form';

/** What new calendars and agreements of the site begin with, and what holds for its jobs and notices at once. */
export function DefaultsSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useDefaults('site');
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('admin.noRights')}</Notice>;
  }
  if (data) return <DefaultsForm view={data} reload={async () => (await refetch()).data} />;
  return error ? (
    <FailureNotice error={error} retry={() => void refetch()} title={messages.text('defaults.failed')} />
  ) : (
    <DefinitionsSkeleton label={messages.text('defaults.loading')} />
  );
}
