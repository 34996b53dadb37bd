import { useState, type ReactElement } from 'react';
import type { CatalogueView } from '../../../../../src/contract/catalogue';
import { useCatalogue, useService } from '../../data/use-catalogue';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { ServiceEditor } from './service-editor';
import { ServiceList } from './service-list';

/** The address of a service that is not there yet. No id begins so. */
export const NEW = '+';

/** The service catalogue of a project: a tree of services, and an editor for each. */
export function CatalogueSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useCatalogue();
  const [, id] = useAddress().parts;
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('catalogue.noRights')}</Notice>;
  }
  return (
    <>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('catalogue.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('catalogue.loading')} />}
      {data && id === undefined && <ServiceList view={data} />}
      {data && id === NEW && (
        <ServiceEditor key={NEW} view={data} kept={undefined} reload={() => undefined} />
      )}
      {data && id !== undefined && id !== NEW && <Known key={id} id={id} view={data} />}
    </>
  );
}

/** The editor of a service that is there. */
function Known({ id, view }: { readonly id: string; readonly view: CatalogueView }): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useService(id);
  const [reloads, setReloads] = useState(0);
  if (data === null) {
    return (
      <>
        <Notice tone="warning">{messages.text('catalogue.gone')}</Notice>
        <ServiceList view={view} />
      </>
    );
  }
  if (data) {
    return (
      <ServiceEditor
        key={reloads}
        view={view}
        kept={data}
        reload={() => void refetch().then(() => setReloads(reloads + 1))}
      />
    );
  }
  if (!error) return <DefinitionsSkeleton label={messages.text('service.history.loading')} />;
  return (
    <FailureNotice
      error={error}
      retry={() => void refetch()}
      title={messages.text('service.history.failed')}
    />
  );
}
