/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import type { Portal } from '../jira/model';
import type { PageView } from './host';
import { Layout } from './layout';
import { moduleTypes } from './module-types';
import { Links } from './navigation';
import { mayUse } from './place';
import { portalsAddress } from './respond';

interface Props {
  readonly view: PageView;
  readonly title: string;
  readonly current?: 'portals' | 'requests';
  /** The portal that the page is in. */
  readonly portal?: Portal;
}

/** The frame of the portal's pages: its own navigation, and what the app adds to the user menu. */
export function PortalLayout({ view, title, current, portal, children }: PropsWithChildren<Props>) {
  const actions = view.host.forge
    .modules(moduleTypes.portalUserMenuAction, view.visitor.locale)
    .filter((module) => mayUse(view.host, module, view.caller));
  const entries = [
    { address: portalsAddress, title: 'Help center', isCurrent: current === 'portals' },
    {
      address: '/servicedesk/customer/user/requests',
      title: 'My requests',
      isCurrent: current === 'requests',
    },
  ];
  const navigation = (
    <nav class="tabs" aria-label="Help center">
      <Links entries={entries} />
    </nav>
  );
  return (
    <Layout view={view} title={title} current="portal" navigation={navigation} menuActions={actions}>
      <div class="portal">
        {portal !== undefined && (
          <nav class="crumbs" aria-label="Breadcrumbs">
            <ol>
              <li>
                <a href={portalsAddress}>Help center</a>
              </li>
              <li>
                <a href={`/servicedesk/customer/portal/${portal.id}`}>{portal.name}</a>
              </li>
            </ol>
          </nav>
        )}
        {children}
      </div>
    </Layout>
  );
}
