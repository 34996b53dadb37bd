/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { adfText } from '../jira/adf';
import type { Issue, Portal } from '../jira/model';
import { mayRate, requestTypeOf } from '../jira/portal';
import { requestAddress } from './addresses';
import { AppFrame } from './app-frame';
import type { PageView } from './host';
import { moduleTypes } from './module-types';
import { mayUse } from './place';
import { PortalLayout } from './portal-layout';
import { ago, dateTime, initials, lozenges } from './words';

interface Props {
  readonly view: PageView;
  readonly portal: Portal;
  readonly issue: Issue;
}

/** A request as its customer sees it: public comments only, and below its details what the app adds. */
export function RequestPage({ view, portal, issue }: Props) {
  const { host, visitor, caller } = view;
  const panels = host.forge
    .modules(moduleTypes.portalRequestDetailPanel, visitor.locale)
    .filter((module) => mayUse(host, module, caller));
  return (
    <PortalLayout view={view} title={`${issue.key} ${issue.summary}`} portal={portal}>
      <div class="issue">
        <div class="work">
          <div data-fragment="heading">
            <h1>{issue.summary}</h1>
          </div>
          {issue.description !== null && <Text document={issue.description} />}
          {mayRate(host.jira.store, caller, issue) && <Rating portal={portal} issue={issue} />}
          <section aria-labelledby="activity">
            <h2 id="activity">Activity</h2>
            <form class="comment-form" method="post">
              <label class="visually-hidden" for="reply">
                Reply
              </label>
              <textarea id="reply" name="text" rows={3} required placeholder="Write a reply …"></textarea>
              <button class="primary">Send</button>
            </form>
            <div data-fragment="comments">
              <Comments view={view} issue={issue} />
            </div>
          </section>
        </div>
        <aside aria-label="Details">
          <div data-fragment="details">
            <Details view={view} portal={portal} issue={issue} />
          </div>
          {panels.map((module) => (
            <section class="panel" aria-label={module.title}>
              <h2 class="panel-title">{module.title}</h2>
              <AppFrame view={view} module={module} />
            </section>
          ))}
        </aside>
      </div>
    </PortalLayout>
  );
}

const STARS = ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'];

/** How satisfied the customer is, once the request is resolved. */
function Rating({ portal, issue }: Pick<Props, 'portal' | 'issue'>) {
  const { rating, comment } = issue.feedback ?? {};
  return (
    <section aria-labelledby="rating">
      <h2 id="rating">{rating === undefined ? 'How was our service?' : 'You rated our service'}</h2>
      <form class="comment-form" method="post" action={`${requestAddress(portal, issue)}/feedback`}>
        <fieldset aria-labelledby="rating">
          {STARS.map((label, index) => (
            <label>
              <input type="radio" name="rating" value={index + 1} required checked={rating === index + 1} />{' '}
              {label}
            </label>
          ))}
        </fieldset>
        <label class="visually-hidden" for="rating-comment">
          What we could do better
        </label>
        <textarea id="rating-comment" name="comment" rows={2} placeholder="What we could do better …">
          {comment ?? ''}
        </textarea>
        <button class="primary">Rate</button>
      </form>
    </section>
  );
}

function Comments({ view, issue }: Pick<Props, 'view' | 'issue'>) {
  const { store } = view.host.jira;
  const comments = issue.comments.filter(({ isPublic }) => isPublic).toReversed();
  return (
    <>
      {comments.length === 0 && <p class="muted">No comments yet.</p>}
      <ul class="entries">
        {comments.map(({ authorId, created, body }) => (
          <li>
            <span class="avatar" aria-hidden="true">
              {initials(store.user(authorId).displayName)}
            </span>
            <div>
              <p class="byline">
                <strong>{store.user(authorId).displayName}</strong>{' '}
                <time
                  class="muted"
                  datetime={new Date(created).toISOString()}
                  title={ago(created, view.host.clock.now())}
                >
                  {dateTime(created, view.visitor.timeZone)}
                </time>
              </p>
              <Text document={body} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Details({ view, portal, issue }: Props) {
  const { store } = view.host.jira;
  const status = store.status(issue.statusId);
  const details = [
    ['Reference', issue.key],
    ['Request type', requestTypeOf(portal, issue)?.name],
    ['Sent by', store.user(issue.reporterId).displayName],
    ['Sent', dateTime(issue.created, view.visitor.timeZone)],
  ];
  return (
    <section class="panel" aria-label="Request details">
      <p class="panel-title">
        <span class={lozenges[status.category]}>{status.name}</span>
      </p>
      <dl class="fields">
        {details.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Text({ document }: { readonly document: Issue['description'] }) {
  return (
    <>
      {adfText(document)
        .split('\n')
        .map((line) => (
          <p>{line}</p>
        ))}
    </>
  );
}
