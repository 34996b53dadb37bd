// @ts-check
/**
 * The object that `view.createHistory()` gives a page. The address is the host page's, so nothing here changes at once:
 * `location` and `action` follow, and listeners hear of it, when the host page says that the address has changed.
 *
 * @typedef {{ pathname: string, search: string, hash: string, state?: unknown }} FrameLocation
 * @typedef {{ location: FrameLocation, action: 'POP' | 'PUSH' | 'REPLACE' }} Move
 *
 * @param {Move} opening
 * @param {(how: 'push' | 'replace' | 'go', to: unknown, state?: unknown) => void} ask
 */
export function createFrameHistory(opening, ask) {
  /** @type {Set<(location: FrameLocation, action: Move['action']) => void>} */
  const listeners = new Set();
  const history = {
    ...opening,
    push: (/** @type {unknown} */ to, /** @type {unknown} */ state) => ask('push', to, state),
    replace: (/** @type {unknown} */ to, /** @type {unknown} */ state) => ask('replace', to, state),
    go: (/** @type {number} */ steps) => ask('go', steps),
    goBack: () => ask('go', -1),
    goForward: () => ask('go', 1),
    /** @param {(location: FrameLocation, action: Move['action']) => void} listener */
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  /** @param {Move} move */
  function moved({ location, action }) {
    Object.assign(history, { location, action });
    for (const listener of listeners) listener(location, action);
  }
  return { history, moved };
}
