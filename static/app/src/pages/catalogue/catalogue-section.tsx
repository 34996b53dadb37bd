import { useCallback, useState, type ReactElement } from 'react';
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
  const { parts, replace } = useAddress();
  const [, id] = parts;
  const [created, setCreated] = useState<string>();
  const showCreated = useCallback(
    (service: string): void => {
      setCreated(service);
      replace('catalogue', service);
    },
    [replace],
  );
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
      {data && id !== undefined && (
        // What was new stays open as it is when it gets an address of its own.
        <Opened key={id === created ? NEW : id} id={id} view={data} created={showCreated} />
      )}
    </>
  );
}

interface OpenedProps {
  readonly id: string;
  readonly view: CatalogueView;
  /** Called when a new service has been saved. */
  readonly created: (service: string) => void;
}

/** The editor of a service, or of a new one. */
function Opened({ id, view, created }: OpenedProps): ReactElement {
  const { messages } = useReader();
  const [isNew] = useState(id === NEW);
  const { data, error, refetch } = useService(id, id !== NEW);
  const [reloads, setReloads] = useState(0);
  if (data === null && !isNew) {
    return (
      <>
        <Notice tone="warning">{messages.text('catalogue.gone')}</Notice>
        <ServiceList view={view} />
      </>
    );
  }
  if (data || isNew) {
    return (
      <ServiceEditor
        key={reloads}
        view={view}
        kept={data ?? undefined}
        created={created}
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
