/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { canOnIssue } from '../jira/permissions';
import { AppFrame } from './app-frame';
import type { IssueView } from './host';
import { Comments, CommentForm, History } from './issue-activity';
import { Details } from './issue-details';
import { AppsMenu, IssuePanels, PanelStatus } from './issue-panels';
import { Layout } from './layout';
import { issueModuleType } from './place';
import { lozenges } from './words';

/**
 * An issue. Everything that a change can alter stands in a `data-fragment`, which the page's script fetches anew and puts
 * in place; the app's frames stand in none, so that they live on.
 */
export function IssuePage({ view }: { readonly view: IssueView }) {
  const { issue, project, host, visitor } = view;
  return (
    <Layout view={view} title={`${issue.key} ${issue.summary}`} current="issues" issueId={issue.id}>
      <nav class="crumbs" aria-label="Breadcrumbs">
        <ol>
          <li>
            <a href={`/projects/${project.key}`}>{project.name}</a>
          </li>
          <li>
            <a href={`/browse/${issue.key}`} aria-current="page">
              {issue.key}
            </a>
          </li>
        </ol>
      </nav>
      <div class="issue" data-issue={issue.key}>
        <div class="work">
          <div data-fragment="heading">
            <h1>{issue.summary}</h1>
          </div>
          <AppsMenu view={view} />
          <IssuePanels view={view} />
          <section aria-labelledby="activity">
            <h2 id="activity">Activity</h2>
            <CommentForm view={view} />
            <div data-fragment="comments">
              <Comments view={view} />
            </div>
            <div data-fragment="history">
              <History view={view} />
            </div>
          </section>
        </div>
        <aside aria-label="Details">
          <div data-fragment="status">
            <StatusMenu view={view} />
          </div>
          <div data-fragment="details">
            <Details view={view} />
          </div>
          {host.forge.modules(issueModuleType, visitor.locale).map((module) => (
            <details class="panel" open>
              <summary>
                <h2>{module.title}</h2>
                <PanelStatus module={module} />
              </summary>
              <AppFrame view={view} module={module} />
            </details>
          ))}
        </aside>
      </div>
    </Layout>
  );
}

function StatusMenu({ view }: { readonly view: IssueView }) {
  const { issue, project, host, caller } = view;
  const { store } = host.jira;
  const status = store.status(issue.statusId);
  const transitions = canOnIssue(store, caller, 'TRANSITION_ISSUES', issue)
    ? project.transitions.filter(({ from }) => from.includes(issue.statusId))
    : [];
  if (transitions.length === 0) return <span class={lozenges[status.category]}>{status.name}</span>;
  return (
    <details class="menu status-menu">
      <summary
        id="status-button"
        class={`status-button ${lozenges[status.category]}`}
        aria-label={`Status: ${status.name}. Change status`}
      >
        {status.name}
      </summary>
      <ul>
        {transitions.map(({ id, name, to }) => {
          const next = store.status(to);
          return (
            <li>
              <button type="button" data-transition={id}>
                <span>{name}</span>
                <span class={lozenges[next.category]}>{next.name}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
