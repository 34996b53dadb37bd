import type { ReactElement } from 'react';
import { useHealth } from '../../data/use-health';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { styles } from './styles';
import { HealthSection } from './health/health-section';
import { RepairsSection } from './repairs/repairs-section';

/** How the app keeps up on the whole site, and repairs of the past. */
export function AdminPage(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch, dataUpdatedAt } = useHealth();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('admin.noRights')}</Notice>;
  }
  return (
    <div className={styles['page']}>
      <div className={styles['intro']}>
        <p>{messages.text('admin.intro')}</p>
      </div>
      {error && (
        <FailureNotice
          error={error}
          retry={() => void refetch()}
          title={messages.text('admin.health.failed')}
        />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('admin.health.loading')} />}
      {data?.projects.length === 0 && (
        <Notice tone="information" title={messages.text('admin.noProjects.title')}>
          <p>{messages.text('admin.noProjects.text')}</p>
          <p>{messages.text('admin.noProjects.more')}</p>
        </Notice>
      )}
      {data && data.projects.length > 0 && (
        <>
          <HealthSection health={data} asOf={dataUpdatedAt} />
          <RepairsSection projects={data.projects.map(({ project }) => project)} />
        </>
      )}
    </div>
  );
}
