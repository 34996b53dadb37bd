/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import { can } from '../jira/permissions';
import { ClockBar } from './clock-bar';
import { clockNews } from './clock-control';
import type { PageView } from './host';
import { settingsModuleType } from './place';
import { locales } from './visitor';
import { initials } from './words';

interface LayoutProps {
  readonly view: PageView;
  readonly title: string;
  /** Which entry of the navigation is the page's own. */
  readonly current?: 'issues' | 'settings';
  /** Id of the issue whose changes the page wants to hear of. */
  readonly issueId?: string;
}

/** The frame of every page: header with clock, language, theme and visitor, navigation, and the page in `main`. */
export function Layout({ view, title, current, issueId, children }: PropsWithChildren<LayoutProps>) {
  const { host, visitor } = view;
  // What the scripts of the page need; `<` is escaped so that no text can close the element.
  const data = JSON.stringify({
    visitor,
    clock: clockNews(host.clock),
    pagesOrigin: host.pagesOrigin,
    issueId,
  });
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en" data-color-mode={visitor.theme}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} – ${host.name}`}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href="/site.css" />
          <script type="application/json" id="site-data">
            {raw(data.replaceAll('<', '\\u003c'))}
          </script>
          <script type="module" src="/site.mjs"></script>
          <script src="/__forge/host.js" defer></script>
        </head>
        <body>
          <a class="skip" href="#main">
            Skip to content
          </a>
          <Header view={view} />
          <Navigation view={view} {...(current === undefined ? {} : { current })} />
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <div id="announcer" role="status" class="toast"></div>
        </body>
      </html>
    </>
  );
}

function Header({ view }: { readonly view: PageView }) {
  const { host, visitor, here } = view;
  const other = visitor.theme === 'dark' ? 'light' : 'dark';
  return (
    <header class="top">
      <a class="brand" href="/">
        <span class="logo" aria-hidden="true"></span>
        {host.name}
      </a>
      <ClockBar view={view} />
      <form class="choices" method="post" action="/__site/visitor">
        <input type="hidden" name="back" value={here} />
        <label>
          <span class="visually-hidden">Language</span>
          <select name="locale" data-submit>
            {[...locales].map(([locale, name]) => (
              <option value={locale} selected={locale === visitor.locale}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button class="subtle icon" name="theme" value={other} aria-label={`Switch to the ${other} theme`}>
          {other === 'dark' ? '☾' : '☀'}
        </button>
        <VisitorMenu view={view} />
      </form>
    </header>
  );
}

function VisitorMenu({ view }: { readonly view: PageView }) {
  const { host, visitor } = view;
  return (
    <details class="menu end">
      <summary class="avatar-button" aria-label={`Signed in as ${visitor.displayName}. Switch visitor`}>
        <span class="avatar" aria-hidden="true">
          {initials(visitor.displayName)}
        </span>
        <span class="name">{visitor.displayName}</span>
      </summary>
      <ul>
        {host.visitors.map(({ user, role }) => (
          <li>
            <button
              name="accountId"
              value={user.accountId}
              aria-current={user.accountId === visitor.accountId}
            >
              <strong>{user.displayName}</strong>
              <small>{role}</small>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Navigation({
  view,
  current,
}: {
  readonly view: PageView;
  readonly current?: 'issues' | 'settings';
}) {
  const { host, caller, visitor } = view;
  const { store } = host.jira;
  const projects = [...store.projects.values()].filter((project) =>
    can(store, caller, 'BROWSE_PROJECTS', project),
  );
  const settings = host.forge.modules(settingsModuleType, visitor.locale);
  if (projects.length === 0) return null;
  return (
    <nav class="tabs" aria-label="Project">
      {projects.map((project) => (
        <>
          <a href={`/projects/${project.key}`} aria-current={current === 'issues' ? 'page' : false}>
            {project.name}
          </a>
          {can(store, caller, 'ADMINISTER_PROJECTS', project) && settings[0] !== undefined && (
            <a
              href={`/projects/${project.key}/settings/${settings[0].key}`}
              aria-current={current === 'settings' ? 'page' : false}
            >
              Project settings
            </a>
          )}
        </>
      ))}
    </nav>
  );
}
