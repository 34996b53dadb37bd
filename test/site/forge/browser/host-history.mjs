// @ts-check
/**
 * The address bar for pages of the app that are pages of the site: everything after the module's own address
 * (`data-base` of the frame) is the app's.
 *
 * @param {(iframe: HTMLIFrameElement, move: import('./frame-history.mjs').Move) => void} tell
 */
export function createHostHistory(tell) {
  /** @type {Set<HTMLIFrameElement>} frames that asked for a history */
  const followers = new Set();

  /** @param {import('./frame-history.mjs').Move['action']} action */
  function announceMove(action) {
    for (const iframe of followers) {
      if (iframe.isConnected) tell(iframe, { location: locationIn(baseOf(iframe)), action });
      else followers.delete(iframe);
    }
  }
  window.addEventListener('popstate', () => announceMove('POP'));

  /** @param {HTMLIFrameElement} iframe @returns {import('./frame-history.mjs').Move} */
  function create(iframe) {
    const location = locationIn(baseOf(iframe));
    followers.add(iframe);
    return { location, action: 'POP' };
  }

  /** @param {HTMLIFrameElement} iframe @param {{ how: 'push' | 'replace' | 'go', to: any, state?: unknown }} change */
  function change(iframe, { how, to, state }) {
    if (how === 'go') return window.history.go(to);
    const base = baseOf(iframe);
    const here = locationIn(base);
    const wanted = typeof to === 'string' ? to : (to.pathname ?? '') + (to.search ?? '') + (to.hash ?? '');
    const { pathname, search, hash } = new URL(wanted, `http://frame${here.pathname}${here.search}`);
    const address = base + (pathname === '/' ? '' : pathname) + search + hash;
    const kept = { forge: typeof to === 'string' ? state : to.state };
    if (how === 'push') window.history.pushState(kept, '', address);
    else window.history.replaceState(kept, '', address);
    announceMove(how === 'push' ? 'PUSH' : 'REPLACE');
  }

  return { create, change };
}

/** @param {HTMLIFrameElement} iframe */
function baseOf({ dataset }) {
  if (dataset.base === undefined) throw new Error('This module has no address of its own.');
  return dataset.base;
}

/** @param {string} base */
function locationIn(base) {
  const { pathname, search, hash } = window.location;
  return { pathname: pathname.slice(base.length) || '/', search, hash, state: window.history.state?.forge };
}
