// Shows what the page knows of the place where it stands. `forge` is the real @forge/bridge, for tests to use.
const { events, view } = globalThis.forge;

async function show() {
  const { locale, moduleKey, extension } = await view.getContext();
  const facts = { moduleKey, locale, ...extension };
  document.getElementById('facts').replaceChildren(
    ...Object.entries(facts).flatMap(([name, value]) => {
      const [term, detail] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = name;
      detail.textContent = typeof value === 'object' ? JSON.stringify(value) : value;
      return [term, detail];
    }),
  );
}

globalThis.heard = [];
await events.on('JIRA_DASHBOARD_GADGET_REFRESH', (payload) => globalThis.heard.push(payload));
await view.theme.enable();
await show();

const form = document.getElementById('settings');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const { subject, refresh } = Object.fromEntries(new FormData(form));
  void view.submit({ subject, ...(refresh && { refresh: Number(refresh) }) });
});
document.getElementById('cancel')?.addEventListener('click', () => void view.close());
document.documentElement.dataset.ready = 'yes';
