/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Issue, Portal, RequestType } from '../jira/model';
import { portalOf, requestsOf, requestTypeOf } from '../jira/portal';
import { requestAddress } from './addresses';
import type { PageView } from './host';
import { PortalLayout } from './portal-layout';
import { dateTime, lozenges } from './words';

interface Props {
  readonly view: PageView;
}

/** The help center: every portal of the site. */
export function PortalList({ view }: Props) {
  return (
    <PortalLayout view={view} title="Help center" current="portals">
      <h1>How can we help?</h1>
      <ul class="cards">
        {[...view.host.jira.store.portals.values()].map(({ id, name, introduction }) => (
          <li class="card">
            <h2>
              <a href={`/servicedesk/customer/portal/${id}`}>{name}</a>
            </h2>
            <p class="muted">{introduction}</p>
          </li>
        ))}
      </ul>
    </PortalLayout>
  );
}

/** One portal: what can be asked for. */
export function PortalPage({ view, portal }: Props & { readonly portal: Portal }) {
  return (
    <PortalLayout view={view} title={portal.name} portal={portal}>
      <h1>{portal.name}</h1>
      <p>{portal.introduction}</p>
      <ul class="cards">
        {portal.requestTypes.map(({ id, name, description }) => (
          <li class="card">
            <h2>
              <a href={`/servicedesk/customer/portal/${portal.id}/create/${id}`}>{name}</a>
            </h2>
            <p class="muted">{description}</p>
          </li>
        ))}
      </ul>
    </PortalLayout>
  );
}

interface CreateProps extends Props {
  readonly portal: Portal;
  readonly type: RequestType;
}

export function CreateRequest({ view, portal, type }: CreateProps) {
  return (
    <PortalLayout view={view} title={type.name} portal={portal}>
      <h1>{type.name}</h1>
      <p>{type.description}</p>
      <form class="stack" method="post">
        <label>
          <span class="label">Summary</span>
          <input type="text" name="summary" required maxlength={255} />
        </label>
        <label>
          <span class="label">Description (optional)</span>
          <textarea name="description" rows={6}></textarea>
        </label>
        <div class="row">
          <button class="primary">Send</button>
          <a class="button" href={`/servicedesk/customer/portal/${portal.id}`}>
            Cancel
          </a>
        </div>
      </form>
    </PortalLayout>
  );
}

/** What the visitor has asked for himself. */
export function Requests({ view }: Props) {
  const { store } = view.host.jira;
  const requests = requestsOf(store, view.caller);
  return (
    <PortalLayout view={view} title="My requests" current="requests">
      <h1>My requests</h1>
      <div data-fragment="requests">
        {requests.length === 0 ? (
          <div class="empty">
            <p>You have not asked for anything yet.</p>
            {[...store.portals.values()].map(({ id, name }) => (
              <p>
                <a href={`/servicedesk/customer/portal/${id}`}>Raise a request in {name}</a>
              </p>
            ))}
          </div>
        ) : (
          <table class="issues requests">
            <caption class="visually-hidden">My requests</caption>
            <thead>
              <tr>
                {['Reference', 'Summary', 'Type', 'Status', 'Sent'].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {requests.map((issue) => (
                <Row view={view} issue={issue} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </PortalLayout>
  );
}

function Row({ view, issue }: Props & { readonly issue: Issue }) {
  const { store } = view.host.jira;
  const portal = portalOf(store, issue);
  if (portal === undefined) return null;
  const status = store.status(issue.statusId);
  return (
    <tr>
      <td class="key">
        <a href={requestAddress(portal, issue)}>{issue.key}</a>
      </td>
      <td class="summary">{issue.summary}</td>
      <td class="priority">{requestTypeOf(portal, issue)?.name}</td>
      <td class="status">
        <span class={lozenges[status.category]}>{status.name}</span>
      </td>
      <td class="updated">{dateTime(issue.created, view.visitor.timeZone)}</td>
    </tr>
  );
}
