// @ts-check
/** Refreshes gadgets, when somebody asks for it and every so many minutes of the site's time. */
import { forgeHost, siteNow } from './site.mjs';

const EVENT = 'JIRA_DASHBOARD_GADGET_REFRESH';
const MINUTE_MS = 60_000;

const gadgets = [...document.querySelectorAll('section')].filter(
  ({ dataset }) => dataset['gadget'] !== undefined,
);

/** @param {HTMLElement} gadget */
function refreshesItself({ dataset }) {
  return dataset['ownRefresh'] !== undefined;
}

/** @param {HTMLElement} gadget */
function load(gadget) {
  const iframe = gadget.querySelector('iframe');
  iframe?.setAttribute('src', iframe.src);
}

/**
 * Jira loads a gadget anew, unless it says that it refreshes itself: then all gadgets of the app hear of it.
 * @param {HTMLElement} gadget
 */
function refreshGadget(gadget) {
  if (!refreshesItself(gadget)) return load(gadget);
  forgeHost()?.emit(EVENT, { origin: 'gadget', gadgetId: gadget.dataset['gadget'] });
}

function refreshAll() {
  gadgets.filter((gadget) => !refreshesItself(gadget)).forEach(load);
  if (gadgets.some(refreshesItself)) forgeHost()?.emit(EVENT, { origin: 'dashboard' });
}

document.addEventListener('click', ({ target }) => {
  const wish = target instanceof window.Element ? target.closest('button')?.dataset['refresh'] : undefined;
  if (wish === 'dashboard') return refreshAll();
  const gadget = gadgets.find(({ dataset }) => dataset['gadget'] === wish);
  if (gadget) refreshGadget(gadget);
});

/* The interval that a gadget's settings ask for */

/** @type {Map<HTMLElement, number>} site time of the next refresh */
const due = new Map();
for (const gadget of gadgets) plan(gadget);

/** @param {HTMLElement} gadget */
function plan(gadget) {
  const minutes = Number(gadget.dataset['refreshMinutes']);
  if (minutes > 0) due.set(gadget, siteNow() + minutes * MINUTE_MS);
}

setInterval(() => {
  for (const [gadget, at] of due) {
    if (siteNow() < at) continue;
    plan(gadget);
    refreshGadget(gadget);
  }
}, 1000);

/* The settings of a gadget are left when they are submitted, and when its page closes itself */

for (const name of ['forge:submitted', 'forge:close']) {
  window.addEventListener(name, (event) => {
    if (!new URLSearchParams(window.location.search).has('configure')) return;
    event.preventDefault();
    window.location.assign(window.location.pathname);
  });
}
