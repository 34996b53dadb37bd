import type { Caller, Jira, ProductEvent, SiteClock, SiteIdentity } from '../seams';
import { provideAppData } from './app-data';
import { Changes } from './changes';
import { SearchIndex } from './jql/search-index';
import { createApi } from './rest/api';
import type { Exchange } from './rest/api';
import type { Mail } from './model';
import type { Store } from './store';
import { Tasks } from './tasks';

/** The Jira half of the site: what the seam promises, and what the site's own pages and seeder use. */
export interface JiraSite extends Jira {
  readonly store: Store;
  /** Changes without any check of rights. */
  readonly changes: Changes;
  /** What searches see. */
  readonly index: SearchIndex;
  /** What `notify` has sent, oldest first. */
  mails(): readonly Mail[];
}

export interface JiraOptions {
  readonly store: Store;
  readonly clock: Pick<SiteClock, 'now' | 'schedule'>;
  readonly identity: SiteIdentity;
  /** The site's default zone, for events and for callers without a zone of their own. */
  readonly timeZone: string;
  /** How long searches stay behind, in milliseconds of the site. Default: 3 s, as most of Jira's are "within seconds". */
  readonly searchLagMs?: number;
  /** Told of every REST request that was answered, by whomever it was made. */
  readonly onExchange?: (exchange: Exchange) => void;
}

const defaultSearchLagMs = 3000;

export function createJira(options: JiraOptions): JiraSite {
  const { store, clock, identity, timeZone, searchLagMs = defaultSearchLagMs, onExchange } = options;
  const { siteUrl, cloudId } = identity;
  const listeners = new Set<(event: ProductEvent) => void>();
  const unmodelled = new Set<string>();
  const index = new SearchIndex(store, () => clock.now(), searchLagMs);
  const emit = (event: ProductEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const changes = new Changes(store, () => clock.now(), emit, {
    store,
    caller: { kind: 'app' },
    base: siteUrl,
    timeZone,
  });
  const onUnmodelled = (operation: string): void => {
    unmodelled.add(operation);
  };
  const api = createApi({
    store,
    changes,
    index,
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
    index,
    mails: () => store.mails,
    rest: (request: Request, caller: Caller) => api(request, caller),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    provide: (data) => provideAppData(store, clock.now(), data),
    get unmodelled() {
      return [...unmodelled];
    },
  };
}
