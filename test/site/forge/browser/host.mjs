// @ts-check
/**
 * Runs in the host pages of the site. It serves every
 * `<iframe data-forge-frame="id" data-module-key="key" data-extension="{…}" src="<pages origin><page>?frame=id">`
 * on the page, those added later included, and puts up `window.forgeHost` for the host page itself:
 *
 * - `emit(event, payload)` raises an event of Jira, such as JIRA_ISSUE_CHANGED, in all frames
 * - `clock(reading)` tells all frames that the site's clock was moved
 * - `theme('light' | 'dark')` tells them that the visitor's theme changed; at first it is `data-color-mode` of html
 *
 * `view.refresh()` raises a cancelable `forge:refresh` on window; when nobody prevents it, the frame is loaded anew.
 */
import { createFlags } from './flags.mjs';

/** @typedef {{ iframe: HTMLIFrameElement, event: string, open: boolean, callback: (payload: unknown) => void }} Subscription */

export function startHost() {
  const flags = createFlags();
  /** @type {Map<number, Subscription>} */
  const subscriptions = new Map();
  let lastSubscription = 0;
  let theme = document.documentElement.getAttribute('data-color-mode') === 'dark' ? 'dark' : 'light';
  /** @type {unknown} the reading of a clock that was moved since the page was loaded */
  let clock;

  /** @type {Record<string, (iframe: HTMLIFrameElement, payload: any) => unknown>} */
  const commands = {
    enableTheming: () => theme,
    on: (iframe, { event, callback }) => subscribe({ iframe, event, open: false, callback }),
    onPublic: (iframe, { event, callback }) => subscribe({ iframe, event, open: true, callback }),
    unsubscribe: (_, subscription) => subscriptions.delete(subscription),
    emit: (_, { event, payload }) => emit(event, payload, false),
    emitPublic: (_, { event, payload }) => emit(event, payload, true),
    showFlag: (_, options) => flags.show(options),
    closeFlag: (_, { id }) => flags.close(id),
    navigate,
    getUrl: (iframe, location) => urlOf(iframe, location),
    reload: () => window.location.reload(),
    refresh(iframe, payload) {
      const detail = { frame: iframe.dataset.forgeFrame, payload };
      const event = new window.CustomEvent('forge:refresh', { detail, cancelable: true });
      if (window.dispatchEvent(event)) iframe.setAttribute('src', iframe.src);
      return true;
    },
  };

  /** @param {Subscription} subscription */
  function subscribe(subscription) {
    subscriptions.set((lastSubscription += 1), subscription);
    return lastSubscription;
  }

  /** @param {string} event @param {unknown} payload @param {boolean} open */
  function emit(event, payload, open) {
    for (const [id, one] of subscriptions) {
      if (!one.iframe.isConnected) subscriptions.delete(id);
      else if (one.event === event && one.open === open) one.callback(payload);
    }
  }

  /** @param {HTMLIFrameElement} iframe @param {any} target */
  async function urlOf(iframe, target) {
    if (target.url !== undefined) return new URL(target.url, window.location.origin).href;
    if (target.target !== 'issue') return askServer(iframe, `navigate to ${target.target}`, target);
    return new URL(`/browse/${encodeURIComponent(target.issueKey)}`, window.location.origin).href;
  }

  /** @param {HTMLIFrameElement} iframe @param {any} target */
  async function navigate(iframe, target) {
    const url = await urlOf(iframe, target);
    if (!/^https?:/.test(url)) throw new Error(`Cannot navigate to ${url}`);
    if (target.type === 'new-tab') window.open(url, '_blank', 'noopener');
    else window.location.assign(url);
  }

  /** @param {HTMLIFrameElement} iframe @param {any} message */
  async function receive(iframe, message) {
    if (message.resize !== undefined) {
      iframe.style.height = `${Number(message.resize)}px`;
    } else if (message.hello) {
      for (const [id, one] of subscriptions) if (one.iframe === iframe) subscriptions.delete(id);
      if (clock !== undefined) post(iframe, { clock });
    } else {
      post(iframe, { id: message.id, ...(await outcome(iframe, message)) });
    }
  }

  /** @param {HTMLIFrameElement} iframe @param {{ command: string, payload: unknown }} message */
  async function outcome(iframe, { command, payload }) {
    try {
      const here = Object.hasOwn(commands, command) ? commands[command] : undefined;
      const result = here
        ? await here(iframe, decode(iframe, payload))
        : await askServer(iframe, command, payload);
      return { ok: true, result };
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  }

  window.addEventListener('message', (event) => {
    if (event.data?.forge !== 1) return;
    const iframe = frames().find((one) => one.contentWindow === event.source);
    const known =
      iframe && event.origin === originOf(iframe) && event.data.frame === iframe.dataset.forgeFrame;
    if (known) void receive(iframe, event.data);
  });

  Object.defineProperty(window, 'forgeHost', {
    value: {
      emit: (/** @type {string} */ event, /** @type {unknown} */ payload) => emit(event, payload, false),
      clock(/** @type {unknown} */ reading) {
        clock = reading;
        for (const iframe of frames()) post(iframe, { clock });
      },
      theme(/** @type {'light' | 'dark'} */ next) {
        theme = next;
        for (const iframe of frames()) post(iframe, { theme });
      },
    },
  });
}

/** @returns {HTMLIFrameElement[]} */
function frames() {
  return [...document.querySelectorAll('iframe')].filter((one) => one.dataset.forgeFrame !== undefined);
}

/** @param {HTMLIFrameElement} iframe */
function originOf(iframe) {
  return new URL(iframe.src, window.location.href).origin;
}

/** @param {HTMLIFrameElement} iframe @param {object} message */
function post(iframe, message) {
  iframe.contentWindow?.postMessage({ forge: 1, ...message }, originOf(iframe));
}

/**
 * Gives the page's functions back their form: calling one tells the page to call its own.
 *
 * @param {HTMLIFrameElement} iframe
 * @param {any} value
 * @returns {any}
 */
function decode(iframe, value) {
  if (Array.isArray(value)) return value.map((one) => decode(iframe, one));
  if (typeof value !== 'object' || value === null) return value;
  const callback = value.__callback;
  if (callback !== undefined) {
    return (/** @type {unknown[]} */ ...args) => post(iframe, { callback, args });
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decode(iframe, one)]));
}

/**
 * A command that the page cannot answer by itself. Commands that nobody knows come here too: the server refuses them
 * by name and remembers that they were asked for.
 *
 * @param {HTMLIFrameElement} iframe
 * @param {string} command
 * @param {unknown} payload
 */
async function askServer(iframe, command, payload) {
  const response = await fetch('/__forge/bridge', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      page: window.location.pathname + window.location.search,
      moduleKey: iframe.dataset.moduleKey,
      extension: JSON.parse(iframe.dataset.extension ?? '{}'),
      command,
      payload,
    }),
  });
  const answer = await response.json().catch(() => ({ error: `The site answered ${response.status}` }));
  if (!answer.ok) throw new Error(answer.error);
  return answer.result;
}
