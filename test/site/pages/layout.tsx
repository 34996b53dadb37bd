/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Project } from '../jira/model';
import type { ForgeModule } from '../seams';
import { ClockBar } from './clock-bar';
import { clockNews } from './clock-control';
import type { PageView } from './host';
import { Navigation, SiteLinks } from './navigation';
import { locales } from './visitor';
import { initials } from './words';

interface LayoutProps {
  /** With the project, when the page is one of a project. */
  readonly view: PageView & { readonly project?: Project };
  readonly title: string;
  /** Which entry of the navigation is the page's own: `issues`, `settings`, `dashboards` … or the key of a module. */
  readonly current?: string;
  /** Id of the issue whose changes the page wants to hear of. */
  readonly issueId?: string;
  /** In the place of Jira's navigation: that of the customer portal. */
  readonly navigation?: Child;
  /** What the app adds to the user menu of the portal. */
  readonly menuActions?: readonly ForgeModule[];
}

/** The frame of every page: header with clock, language, theme and visitor, navigation, and the page in `main`. */
export function Layout(props: PropsWithChildren<LayoutProps>) {
  const { view, title, current, issueId, navigation, menuActions = [], children } = props;
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
          <link rel="stylesheet" href="/slots.css" />
          <script type="application/json" id="site-data">
            {raw(data.replaceAll('<', '\\u003c'))}
          </script>
          {/* Not deferred: it must listen before the first frame speaks. */}
          <script src="/__forge/host.js"></script>
          <link rel="modulepreload" href="/clock.mjs" />
          <script type="module" src="/site.mjs"></script>
          <script type="module" src="/slots.mjs"></script>
        </head>
        <body>
          <a class="skip" href="#main">
            Skip to content
          </a>
          <Header view={view} {...(current && { current })} menuActions={menuActions} />
          {navigation ?? <Navigation view={view} {...(current && { current })} />}
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <div id="announcer" role="status" class="toast"></div>
        </body>
      </html>
    </>
  );
}

type HeaderProps = Pick<LayoutProps, 'view' | 'current'> & Required<Pick<LayoutProps, 'menuActions'>>;

function Header({ view, current, menuActions }: HeaderProps) {
  const { host, visitor, here } = view;
  const other = visitor.theme === 'dark' ? 'light' : 'dark';
  return (
    <header class="top">
      <a class="brand" href="/">
        <span class="logo" aria-hidden="true"></span>
        {host.name}
      </a>
      <SiteLinks view={view} {...(current && { current })} />
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
        <VisitorMenu view={view} actions={menuActions} />
      </form>
    </header>
  );
}

interface MenuProps {
  readonly view: PageView;
  readonly actions: readonly ForgeModule[];
}

function VisitorMenu({ view, actions }: MenuProps) {
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
        {actions.map(({ key, type, title, page, size = 'medium' }) => (
          <li class="action">
            <button
              type="button"
              data-open-module={key}
              data-module-type={type}
              data-source={host.pagesOrigin + page}
              data-size={size}
            >
              {title}
            </button>
          </li>
        ))}
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
