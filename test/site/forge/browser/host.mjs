// @ts-check
/**
 * Runs in the host pages of the site. It serves every
 * `<iframe data-forge-frame="id" data-module-key="key" data-module-type="type" src="<pages origin><page>?frame=id">`
 * on the page, those added later included. A frame that is one of several of a module has its `data-slot`, one that is
 * the page's own has the address of it in `data-base`. For the host page itself it puts up `window.forgeHost`:
 *
 * - `emit(event, payload)` raises an event of Jira, such as JIRA_ISSUE_CHANGED, in all frames
 * - `clock(reading)` tells all frames that the site's clock was moved
 * - `theme('light' | 'dark')` tells them that the visitor's theme changed; at first it is `data-color-mode` of html
 * - `openModule({ key, type, source, title, size })` opens the page of a module in a modal
 * - `ask(text, yes)` asks the visitor a question, and resolves to whether he agreed
 *
 * What a page asks of the page around it is raised as a cancelable event on window: `forge:refresh`, `forge:close` and
 * `forge:submitted`. When nobody prevents it, there was nothing to do, and the SDK tells the app so.
 */
import { createFlags } from './flags.mjs';
import { askServer, decode, frames, originOf, post, returned } from './frames.mjs';
import { createHostHistory } from './host-history.mjs';
import { ask, createModals } from './modals.mjs';

/** @typedef {{ iframe: HTMLIFrameElement, event: string, open: boolean, callback: (payload: unknown) => void }} Subscription */

export function startHost() {
  const flags = createFlags();
  const modals = createModals();
  const histories = createHostHistory((iframe, history) => post(iframe, { history }));
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
    refresh: (iframe) => isIssueModule(iframe) && raise('forge:refresh', iframe),
    openModal,
    open: () => false,
    close: (iframe, payload) => closeView(iframe, payload),
    onClose(iframe, guard) {
      const modal = modals.of(iframe);
      if (modal) modal.guard = guard;
      return modal !== undefined;
    },
    async submit(iframe, payload) {
      const taken = await askServer(iframe, 'submit', payload);
      return taken && raise('forge:submitted', iframe);
    },
    createHistory: (iframe) => histories.create(iframe),
    changeHistory: (iframe, change) => histories.change(iframe, change),
    changeWindowTitle(iframe, title) {
      if (iframe.dataset.base === undefined) throw new Error('This module has no window of its own.');
      document.title = title;
    },
    emitReadyEvent: () => undefined,
    getFrameId: (iframe) => iframe.dataset.forgeFrame,
    async getContext(iframe) {
      const context = await askServer(iframe, 'getContext', undefined);
      const modal = modals.of(iframe)?.context;
      return modal === undefined ? context : { ...context, extension: { ...context.extension, modal } };
    },
  };

  /** @param {HTMLIFrameElement} iframe @param {any} options */
  async function openModal(iframe, { resource, size, context, title, icon, onClose, ...more }) {
    const { page } = await askServer(iframe, 'openModal', { resource, size });
    const { moduleKey, moduleType, slot } = iframe.dataset;
    modals.show({
      source: page === null ? iframe.src : originOf(iframe) + page,
      dataset: { moduleKey, moduleType, ...(slot !== undefined && { slot }) },
      size,
      title,
      label: iframe.title,
      ...(icon && { icon: new URL(icon, iframe.src).href }),
      context,
      onClose,
      ...more,
    });
    return true;
  }

  /** @param {HTMLIFrameElement} iframe @param {unknown} payload */
  function closeView(iframe, payload) {
    const modal = modals.of(iframe);
    if (modal === undefined) return raise('forge:close', iframe);
    void modal.finish(payload);
    return true;
  }

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
    if (target.url === undefined) return askServer(iframe, 'getUrl', target);
    return new URL(target.url, window.location.origin).href;
  }

  /** @param {HTMLIFrameElement} iframe @param {any} target */
  async function navigate(iframe, target) {
    const url = await urlOf(iframe, target);
    if (!/^https?:/.test(url)) throw new Error(`Cannot navigate to ${url}`);
    const outside = new URL(url).origin !== window.location.origin;
    if (outside && !(await ask(`This link leads out of the site, to ${url}`, 'Open')))
      throw new Error('The user did not want to leave the site');
    if (outside || target.type === 'new-tab') window.open(url, '_blank', 'noopener');
    else window.location.assign(url);
  }

  /** @param {HTMLIFrameElement} iframe @param {any} message */
  async function receive(iframe, message) {
    if (message.resize !== undefined) {
      // A modal has the size that was asked for, and its page scrolls in it.
      if (!modals.of(iframe)) iframe.style.height = `${Number(message.resize)}px`;
    } else if (message.returned !== undefined) {
      returned(message.returned);
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
      /** @param {{ key: string, type: string, source: string, title: string, size: string }} module */
      openModule({ key, type, source, title, size }) {
        modals.show({ source, size, title, dataset: { moduleKey: key, moduleType: type } });
      },
      ask,
    },
  });
}

/** @param {string} name @param {HTMLIFrameElement} iframe */
function raise(name, iframe) {
  const detail = { slot: iframe.dataset.slot };
  return !window.dispatchEvent(new window.CustomEvent(name, { detail, cancelable: true }));
}

/** The modules that Jira's documentation lets refresh the page around them. @param {HTMLIFrameElement} iframe */
function isIssueModule({ dataset }) {
  return dataset.moduleType?.startsWith('jira:issue') === true;
}
