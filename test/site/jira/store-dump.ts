import { Store } from './store';

/** All that a store holds, as plain data that `v8.serialize` takes. */
export type StoreDump = Readonly<Record<string, unknown>>;

/** Not a copy: what changes in the store later, changes in the dump. */
export function dumpStore(store: Store): StoreDump {
  return Object.fromEntries(Object.entries(store));
}

/** The store of which that was the dump, ids that were given out included. */
export function restoreStore(dump: StoreDump): Store {
  return Object.assign(new Store(''), dump);
}
