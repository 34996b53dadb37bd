/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { canOnIssue, maySee } from '../jira/permissions';
import type { ForgeModule } from '../seams';
import { AppFrame } from './app-frame';
import type { Host, IssueView } from './host';
import { moduleTypes } from './module-types';
import { placeOf } from './place';
import { absent, viewOf } from './respond';

/**
 * The app's panels in the main column of an issue. Jira shows one only on issues to which somebody added it; that whoever
 * may edit the issue may do so, and that the choice holds for everybody, is a guess.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-panel/
 */
export function IssuePanels({ view }: { readonly view: IssueView }) {
  const { added } = panelsOf(view);
  return added.map((module) => (
    <section class="panel" aria-label={module.title}>
      <header>
        <h2>{module.title}</h2>
        {mayChange(view) && (
          <details class="menu end">
            <summary aria-label={`Actions for ${module.title}`}>•••</summary>
            <ul>
              <li>
                <button form="panels" name="remove" value={module.key}>
                  Hide from issue
                </button>
              </li>
            </ul>
          </details>
        )}
      </header>
      <AppFrame view={view} module={module} />
    </section>
  ));
}

/** What can be added to the issue. */
export function AppsMenu({ view }: { readonly view: IssueView }) {
  const { added, addable } = panelsOf(view);
  if (added.length + addable.length === 0 || !mayChange(view)) return null;
  return (
    <>
      <form id="panels" method="post" action={`/browse/${view.issue.key}/panels`}></form>
      {addable.length > 0 && (
        <details class="menu apps">
          <summary class="button">Apps</summary>
          <ul>
            {addable.map(({ key, title, icon }) => (
              <li>
                <button form="panels" name="add" value={key}>
                  {icon !== undefined && (
                    <img src={view.host.pagesOrigin + icon} alt="" width="16" height="16" />
                  )}
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The place beside a panel's title, which the page's script fills by asking the app. */
export function PanelStatus({ module: { key, status } }: { readonly module: ForgeModule }) {
  return (
    <span data-panel-status={key} class={status && `lozenge ${status.value.type ?? status.type}`}>
      {status?.value.label}
    </span>
  );
}

function panelsOf({ host, visitor, issue }: IssueView) {
  const keys = host.jira.store.issuePanels.get(issue.id);
  const modules = host.forge.modules(moduleTypes.issuePanel, visitor.locale);
  return {
    added: modules.filter(({ key }) => keys?.has(key)),
    addable: modules.filter(({ key }) => keys?.has(key) !== true),
  };
}

const mayChange = ({ host, caller, issue }: IssueView): boolean =>
  canOnIssue(host.jira.store, caller, 'EDIT_ISSUES', issue);

export function issuePanelRoutes(host: Host): Hono {
  const { store } = host.jira;
  const app = new Hono();

  app.post('/browse/:key/panels', async (context) => {
    const view = viewOf(host, context);
    const issue = store.issue(context.req.param('key'));
    if (issue === undefined || !maySee(store, view.caller, issue)) return absent(context, view);
    if (!canOnIssue(store, view.caller, 'EDIT_ISSUES', issue))
      return context.text('You may not edit this issue.', 403);
    const { add, remove } = await context.req.parseBody();
    const known = host.forge.modules(moduleTypes.issuePanel, 'en-US');
    const keys = new Set(store.issuePanels.get(issue.id));
    const added = known.find(({ key }) => key === add);
    if (added !== undefined) keys.add(added.key);
    if (typeof remove === 'string') keys.delete(remove);
    store.issuePanels.set(issue.id, keys);
    return context.redirect(`/browse/${issue.key}`, 303);
  });

  /** What the app says of a panel now; the page asks when it opens and when the issue has changed. When Jira does is a guess. */
  app.get('/browse/:key/status/:moduleKey', async (context) => {
    const { visitor, caller } = viewOf(host, context);
    const { key, moduleKey } = context.req.param();
    const place = placeOf(host, { page: `/browse/${key}`, moduleKey }, caller);
    if (place === undefined) return context.json({}, 403);
    return context.json((await host.forge.dynamicProperties(visitor, place)) ?? {});
  });

  return app;
}
