// @ts-check
/**
 * Runs in every page of the app before anything else. It brings the site's clock and `__bridge.callBridge`, which
 * passes commands to the host page (host.mjs). Messages of both directions carry `forge: 1`:
 *
 * to the host    { frame, hello } | { frame, id, command, payload } | { frame, returned } | { frame, resize }
 * to the page    { id, ok, result | error } | { callback, args, call } | { history } | { clock } | { theme }
 *
 * A function cannot cross: it travels as `{ __callback: number }` and is called back by that number; when it has ended,
 * the host page hears of it by the number of the call.
 */
import { createFrameHistory } from './frame-history.mjs';
import { installSiteDate } from './site-date.mjs';

/** @typedef {{ base: number, anchor: number, rate: number }} ClockReading */

/** @param {{ clock: ClockReading, hostOrigin: string }} site */
export function startBridge(site) {
  const source = document.currentScript?.getAttribute('src') ?? '';
  const frame = new URL(source, window.location.href).searchParams.get('frame');
  const machineNow = Date.now;
  let reading = site.clock;
  let themed = false;
  let lastId = 0;
  /** @type {Map<number, { resolve(result: any): void, reject(error: Error): void }>} */
  const waiting = new Map();
  /** @type {Map<number, Function>} */
  const callbacks = new Map();
  /** @type {((move: import('./frame-history.mjs').Move) => void)[]} */
  const histories = [];

  installSiteDate(() => Math.floor(reading.base + (machineNow() - reading.anchor) * reading.rate));

  /** @param {object} message */
  function post(message) {
    window.parent.postMessage({ forge: 1, frame, ...message }, site.hostOrigin);
  }

  /** @param {any} value @returns {any} the value with numbers in the place of functions */
  function encode(value) {
    if (typeof value === 'function') {
      callbacks.set((lastId += 1), value);
      return { __callback: lastId };
    }
    if (Array.isArray(value)) return value.map(encode);
    const plain =
      typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    return plain ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encode(one)])) : value;
  }

  /** @param {string} command @param {unknown} [payload] @returns {Promise<any>} */
  function send(command, payload) {
    const id = (lastId += 1);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ id, command, payload: encode(payload) });
    });
  }

  /** @param {string} theme */
  function applyTheme(theme) {
    const html = document.documentElement;
    html.setAttribute('data-theme', 'light:light dark:dark spacing:spacing typography:typography');
    html.setAttribute('data-color-mode', theme);
  }

  /** @param {string} command @param {unknown} [payload] */
  async function callBridge(command, payload) {
    const result = await send(command, payload);
    if (command === 'enableTheming') {
      themed = true;
      return applyTheme(result);
    }
    if (command === 'createHistory') {
      const { history, moved } = createFrameHistory(result, (how, to, state) => {
        send('changeHistory', { how, to, state }).catch((error) => console.error(error));
      });
      histories.push(moved);
      return history;
    }
    if (command === 'on' || command === 'onPublic')
      return { unsubscribe: () => void send('unsubscribe', result) };
    return result;
  }

  /** @param {{ callback: number, args: unknown[], call: number }} message */
  async function callBack({ callback, args, call }) {
    try {
      await callbacks.get(callback)?.(...args);
    } finally {
      post({ returned: call });
    }
  }

  /** @param {any} message */
  function receive(message) {
    if (message.clock) reading = message.clock;
    else if (message.theme) themed && applyTheme(message.theme);
    else if (message.history) for (const moved of histories) moved(message.history);
    else if (message.callback) void callBack(message);
    else {
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) one?.resolve(message.result);
      else one?.reject(new Error(message.error));
    }
  }

  window.addEventListener('message', (event) => {
    const fromHost = event.source === window.parent && event.origin === site.hostOrigin;
    if (fromHost && event.data?.forge === 1) receive(event.data);
  });
  Object.defineProperty(globalThis, '__bridge', { value: { callBridge } });
  post({ hello: true });
  reportHeight((resize) => post({ resize }));
}

/**
 * Reports the height that the content needs, whenever it changes. Measured at the children of body, since body itself
 * is often as high as the frame; margins that collapse through them show only as an overflow of the resized frame.
 *
 * @param {(height: number) => void} report pixels
 */
function reportHeight(report) {
  let last = -1;
  let corrected = false;
  function measure() {
    const { marginBottom, paddingBottom } = window.getComputedStyle(document.body);
    const bottoms = [...document.body.children].map(
      (child) => child.getBoundingClientRect().bottom + window.scrollY,
    );
    const height = Math.ceil(Math.max(0, ...bottoms) + parseFloat(marginBottom) + parseFloat(paddingBottom));
    if (height === last) return;
    corrected = false;
    report((last = height));
  }
  window.addEventListener('resize', () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    // Once only: content that is always higher than the frame would grow without end.
    if (corrected || scrollHeight <= clientHeight) return;
    corrected = true;
    report(scrollHeight);
  });
  const sizes = new ResizeObserver(measure);
  function observe() {
    for (const child of document.body.children) sizes.observe(child);
    measure();
  }
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(observe).observe(document.body, { childList: true });
    observe();
  });
}
