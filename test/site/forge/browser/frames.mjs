// @ts-check
/** What the host page knows of the frames of the app, and how it talks with them and, for them, with the server. */

/** @returns {HTMLIFrameElement[]} */
export function frames() {
  return [...document.querySelectorAll('iframe')].filter((one) => one.dataset.forgeFrame !== undefined);
}

/** @param {HTMLIFrameElement} iframe */
export function originOf(iframe) {
  return new URL(iframe.src, window.location.href).origin;
}

/** @param {HTMLIFrameElement} iframe @param {object} message */
export function post(iframe, message) {
  iframe.contentWindow?.postMessage({ forge: 1, ...message }, originOf(iframe));
}

/** @type {Map<number, () => void>} calls of functions of pages that have not ended yet */
const calls = new Map();
let lastCall = 0;

/** @param {number} call */
export function returned(call) {
  calls.get(call)?.();
  calls.delete(call);
}

/**
 * Gives the page's functions back their form: calling one tells the page to call its own, and resolves when that has
 * ended.
 *
 * @param {HTMLIFrameElement} iframe
 * @param {any} value
 * @returns {any}
 */
export function decode(iframe, value) {
  if (Array.isArray(value)) return value.map((one) => decode(iframe, one));
  if (typeof value !== 'object' || value === null) return value;
  const callback = value.__callback;
  if (callback !== undefined) {
    return (/** @type {unknown[]} */ ...args) =>
      new Promise((resolve) => {
        const call = (lastCall += 1);
        calls.set(call, () => resolve(undefined));
        post(iframe, { callback, args, call });
      });
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
export async function askServer(iframe, command, payload) {
  const response = await fetch('/__forge/bridge', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      page: window.location.pathname + window.location.search,
      moduleKey: iframe.dataset.moduleKey,
      slot: iframe.dataset.slot,
      command,
      payload,
    }),
  });
  const answer = await response.json().catch(() => ({ error: `The site answered ${response.status}` }));
  if (!answer.ok) throw new Error(answer.error);
  return answer.result;
}
