import type { Caller, Jira, ProductEvent, SiteClock, SiteIdentity } from '../seams';
import { Changes } from './changes';
import { createApi } from './rest/api';
import type { Exchange } from './rest/api';
import type { Store } from './store';
import { Tasks } from './tasks';

/** The Jira half of the site: what the seam promises, and what the site's own pages and seeder use. */
export interface JiraSite extends Jira {
  readonly store: Store;
  /** Changes without any check of rights. */
  readonly changes: Changes;
}

export interface JiraOptions {
  readonly store: Store;
  readonly clock: Pick<SiteClock, 'now' | 'schedule'>;
  readonly identity: SiteIdentity;
  /** The site's default zone, for events and for callers without a zone of their own. */
  readonly timeZone: string;
  /** Told of every REST request that was answered, by whomever it was made. */
  readonly onExchange?: (exchange: Exchange) => void;
}

export function createJira({ store, clock, identity, timeZone, onExchange }: JiraOptions): JiraSite {
  const { siteUrl, cloudId } = identity;
  const listeners = new Set<(event: ProductEvent) => void>();
  const unmodelled = new Set<string>();
  const emit = (event: ProductEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const changes = new Changes(store, () => clock.now(), emit, { store, base: siteUrl, timeZone });
  const onUnmodelled = (operation: string): void => {
    unmodelled.add(operation);
  };
  const api = createApi({
    store,
    changes,
    tasks: new Tasks(store, clock),
    siteUrl,
    cloudId,
    timeZone,
    onUnmodelled,
    ...(onExchange === undefined ? {} : { onExchange }),
  });
  return {
    store,
    changes,
    rest: (request: Request, caller: Caller) => api(request, caller),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get unmodelled() {
      return [...unmodelled];
    },
  };
}
