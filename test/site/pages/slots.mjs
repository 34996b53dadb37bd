// @ts-check
/** What pages of the site do around the app's frames, and the question before a form that destroys something. */
import { forgeHost, refresh } from './site.mjs';

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof window.Element)) return;
  const button = target.closest('button');
  const { openModule, moduleType = '', source = '', size = '' } = button?.dataset ?? {};
  if (openModule === undefined) return;
  button?.closest('details')?.removeAttribute('open');
  const title = button?.textContent ?? '';
  forgeHost()?.openModule({ key: openModule, type: moduleType, source, size, title });
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof window.HTMLFormElement)) return;
  const { confirm, confirmYes = 'OK' } = form.dataset;
  if (confirm === undefined || event.defaultPrevented) return;
  event.preventDefault();
  form.closest('details')?.removeAttribute('open');
  const { submitter } = event;
  void forgeHost()
    ?.ask(confirm, confirmYes)
    .then((agreed) => {
      if (!agreed) return form.closest('details')?.querySelector('summary')?.focus();
      delete form.dataset['confirm'];
      return form.requestSubmit(submitter);
    });
});

/** The app's part of the address may have changed since the page was loaded. */
document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof window.HTMLFormElement)) return;
  const back = target.elements.namedItem('back');
  if (back instanceof window.HTMLInputElement) back.value = window.location.pathname + window.location.search;
});

/** `view.refresh()` of a page of the app on an issue. */
window.addEventListener('forge:refresh', (event) => {
  event.preventDefault();
  void refresh();
});
