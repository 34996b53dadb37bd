// @ts-check
/**
 * What the site's own pages do in the browser. Changes go to Jira's REST API like anybody else's; then the fragments of
 * the page are fetched anew, and the frames of the app are left alone.
 *
 * @typedef {import('./clock.mjs').Reading} Reading
 * @typedef {import('./clock.mjs').ClockNews} ClockNews
 * @typedef {import('./clock.mjs').Saying} Saying
 * @typedef {{ issueId: string, projectId: string, changeType: string, atlassianId: string | null, own: boolean }} News
 * @typedef {{ key: string, type: string, source: string, title: string, size: string }} ModuleModal
 * @typedef {object} ForgeHost
 * @property {(event: string, payload: unknown) => void} emit
 * @property {(reading: Reading) => void} clock
 * @property {(module: ModuleModal) => void} openModule
 * @property {(text: string, yes: string) => Promise<boolean>} ask
 */

import { clockBar } from './clock.mjs';

/** @type {{ clock: ClockNews, issueId?: string }} */
const data = JSON.parse(document.getElementById('site-data')?.textContent ?? '{}');
const issueKey = document.querySelector('[data-issue]')?.getAttribute('data-issue');
const issuePath = `/rest/api/3/issue/${issueKey}`;

/** Jira tells panels of a change a few seconds after it. */
const PANEL_NEWS_DELAY_MS = 3000;
const REFRESH_DELAY_MS = 200;
/** Between two refreshes at least, when there is news all the time. */
const REFRESH_EVERY_MS = 1000;
/** When Jira asks again for the status of a panel after a change is a guess: by now the app has most likely heard of it. */
const STATUS_DELAY_MS = 5000;
const TOAST_MS = 6000;

/** @returns {ForgeHost | undefined} what the Forge half puts up. */
export function forgeHost() {
  return /** @type {{ forgeHost?: ForgeHost }} */ (/** @type {unknown} */ (window)).forgeHost;
}

/* Talking to the site */

/**
 * Rejects with Jira's own words.
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<unknown>} what was answered
 */
async function send(method, path, body) {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await fetch(path, { method, headers, body: JSON.stringify(body) });
  if (answer.ok) return answer.json().catch(() => undefined);
  const said = await answer.json().catch(() => ({}));
  const messages = [...(said.errorMessages ?? []), ...Object.values(said.errors ?? {}), said.error];
  throw new Error(messages.filter(Boolean).join(' ') || `The site answered ${answer.status}.`);
}

/** @param {string} text */
function announce(text) {
  say({ text });
}

let toastTimer = 0;

/**
 * Shows a message for a while; one with a link stays until another takes its place or Escape is pressed.
 * @param {Saying} saying
 */
function say({ text, link, rest = '' }) {
  const place = document.getElementById('announcer');
  if (!place) return;
  window.clearTimeout(toastTimer);
  place.replaceChildren(text);
  if (link === undefined) {
    toastTimer = window.setTimeout(() => place.replaceChildren(), TOAST_MS);
    return;
  }
  const anchor = document.createElement('a');
  anchor.href = link.href;
  anchor.textContent = link.text;
  place.append(anchor, rest);
}

/** @param {unknown} error */
function announceError(error) {
  announce(error instanceof Error ? error.message : String(error));
}

/* Fragments */

let refreshing = Promise.resolve();

/** Fetches this page again and puts its fragments in the place of those that differ; one refresh after the other. */
export function refresh() {
  refreshing = refreshing.then(loadFragments).catch(announceError);
  return refreshing;
}

async function loadFragments() {
  const answer = await fetch(window.location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return announce('This page is no longer there to see.');
  const fresh = new window.DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const old of document.querySelectorAll('[data-fragment]')) {
    const next = fresh.querySelector(`[data-fragment="${old.getAttribute('data-fragment')}"]`);
    if (next) replace(old, next);
  }
}

/** Has the app say anew what stands beside the titles of its panels. */
async function showStatuses() {
  for (const place of document.querySelectorAll('[data-panel-status]')) {
    const path = `/browse/${issueKey}/status/${place.getAttribute('data-panel-status')}`;
    const { status } = await fetch(path).then((answer) => answer.json());
    if (!status) continue;
    place.className = `lozenge ${status.value.type ?? status.type}`;
    place.textContent = status.value.label;
  }
}

void showStatuses().catch(announceError);

let statusTimer = 0;
function showStatusesSoon() {
  window.clearTimeout(statusTimer);
  statusTimer = window.setTimeout(() => showStatuses().catch(announceError), STATUS_DELAY_MS);
}

/**
 * Keeps what was open open, and the focus where it was.
 * @param {Element} old
 * @param {Element} next
 */
function replace(old, next) {
  const open = [...old.querySelectorAll('details')].map((details) => details.open);
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : undefined;
  for (const [at, details] of next.querySelectorAll('details').entries()) {
    details.open = open[at] ?? details.open;
  }
  if (old.innerHTML === next.innerHTML) return;
  old.replaceChildren(...next.childNodes);
  if (focused) document.getElementById(focused)?.focus();
}

let refreshPlanned = false;
let refreshedAt = 0;

/** One refresh for all that comes in a while, also when something comes all the time. */
function refreshSoon() {
  if (refreshPlanned) return;
  refreshPlanned = true;
  const wait = Math.max(REFRESH_DELAY_MS, refreshedAt + REFRESH_EVERY_MS - Date.now());
  window.setTimeout(() => {
    refreshPlanned = false;
    refreshedAt = Date.now();
    void refresh();
  }, wait);
}

/**
 * @param {{ method: string, path: string, body: unknown }} request
 * @param {string} done what to say then
 */
async function change({ method, path, body }, done) {
  try {
    await send(method, path, body);
    announce(done);
  } catch (error) {
    announceError(error);
  }
  await refresh();
}

/* What visitors do */

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof window.Element)) return;
  const button = target.closest('button');
  const { transition, assign } = button?.dataset ?? {};
  if (transition !== undefined) {
    document.getElementById('status-button')?.focus();
    const body = { transition: { id: transition } };
    void change({ method: 'POST', path: `${issuePath}/transitions`, body }, 'Status changed.');
  }
  if (assign !== undefined) {
    const body = { fields: { assignee: assign === '' ? null : { accountId: assign } } };
    void change({ method: 'PUT', path: issuePath, body }, 'Assignee changed.');
  }
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(target) || transition !== undefined) menu.removeAttribute('open');
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  document.getElementById('announcer')?.replaceChildren();
  const menu = document.querySelector('details.menu[open]');
  menu?.removeAttribute('open');
  menu?.querySelector('summary')?.focus();
});

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof window.HTMLSelectElement)) return;
  const { submit, field } = target.dataset;
  if (submit !== undefined) target.form?.requestSubmit();
  if (field === undefined) return;
  const body = { fields: { [field]: { id: target.value } } };
  void change({ method: 'PUT', path: issuePath, body }, 'Priority changed.');
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof window.HTMLFormElement) || form.dataset['commentForm'] === undefined) return;
  event.preventDefault();
  void addComment(form);
});

/** @param {HTMLFormElement} form */
async function addComment(form) {
  const fields = new FormData(form);
  const lines = String(fields.get('text')).split('\n');
  const content = lines.map((text) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }));
  const internal = fields.get('audience') === 'internal';
  const properties = internal ? [{ key: 'sd.public.comment', value: { internal } }] : [];
  try {
    await send('POST', `${issuePath}/comment`, { body: { type: 'doc', version: 1, content }, properties });
    const text = form.querySelector('textarea');
    if (text) text.value = '';
    announce(internal ? 'Internal note added.' : 'Reply sent to the customer.');
  } catch (error) {
    announceError(error);
  }
  await refresh();
}

/* What the site says */

/** @type {{ changeType: string, atlassianId: string | null }[]} */
let changes = [];
let panelTimer = 0;

/**
 * Jira does not tell a panel of what its own user does.
 * @param {News} news
 */
function tellPanels({ issueId, projectId, changeType, atlassianId }) {
  changes.push({ changeType, atlassianId });
  window.clearTimeout(panelTimer);
  panelTimer = window.setTimeout(() => {
    forgeHost()?.emit('JIRA_ISSUE_CHANGED', { issueId, projectId, changes });
    changes = [];
  }, PANEL_NEWS_DELAY_MS);
}

let reading = data.clock;
const bar = clockBar({ clock: reading, issueId: data.issueId, send, say, moved: refresh });

/** Epoch milliseconds on the site. */
export const siteNow = () => bar.now();

const stream = new window.EventSource(`/__site/stream${data.issueId ? `?issue=${data.issueId}` : ''}`);
stream.addEventListener('clock', (event) => {
  /** @type {ClockNews} */
  const next = JSON.parse(event.data);
  const { base, anchor, rate } = next;
  const same = base === reading.base && anchor === reading.anchor && rate === reading.rate;
  reading = next;
  bar.take(next);
  // The stream begins with the reading that the page, and the frames in it, most likely have.
  if (!same) forgeHost()?.clock({ base, anchor, rate });
});
stream.addEventListener('issue', (event) => {
  /** @type {News} */
  const news = JSON.parse(event.data);
  refreshSoon();
  showStatusesSoon();
  if (!news.own && news.changeType !== 'deleted') tellPanels(news);
});
if (!issueKey) stream.addEventListener('issues', refreshSoon);
