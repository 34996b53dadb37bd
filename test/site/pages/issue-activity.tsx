/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { adfText } from '../jira/adf';
import type { HistoryItem } from '../jira/model';
import { canOnIssue } from '../jira/permissions';
import type { IssueView } from './host';
import { ago, dateTime, initials } from './words';

interface Props {
  readonly view: IssueView;
}

export function CommentForm({ view }: Props) {
  if (!canOnIssue(view.host.jira.store, view.caller, 'ADD_COMMENTS', view.issue)) return null;
  return (
    <form class="comment-form" data-comment-form>
      <fieldset>
        <legend class="visually-hidden">Who sees it</legend>
        <label>
          <input type="radio" name="audience" value="public" checked /> Reply to customer
        </label>
        <label>
          <input type="radio" name="audience" value="internal" /> Internal note
        </label>
      </fieldset>
      <label class="visually-hidden" for="comment-text">
        Comment
      </label>
      <textarea id="comment-text" name="text" rows={3} required placeholder="Write a reply …"></textarea>
      <button class="primary">Save</button>
    </form>
  );
}

export function Comments({ view }: Props) {
  const { issue, host, visitor } = view;
  const { store } = host.jira;
  const newestFirst = issue.comments.toReversed();
  return (
    <>
      <h3>Comments</h3>
      {newestFirst.length === 0 && <p class="muted">No comments yet.</p>}
      <ul class="entries">
        {newestFirst.map((comment) => {
          const author = store.user(comment.authorId).displayName;
          return (
            <li class={comment.isPublic ? 'comment' : 'comment internal'}>
              <span class="avatar" aria-hidden="true">
                {initials(author)}
              </span>
              <div>
                <p class="byline">
                  <strong>{author}</strong> <When view={view} instant={comment.created} />
                  {!comment.isPublic && <span class="tag">Internal note</span>}
                </p>
                {adfText(comment.body)
                  .split('\n')
                  .map((line) => (
                    <p>{line}</p>
                  ))}
              </div>
            </li>
          );
        })}
      </ul>
      <p class="visually-hidden">Times are in {visitor.timeZone}.</p>
    </>
  );
}

export function History({ view }: Props) {
  const { issue, host } = view;
  const { store } = host.jira;
  return (
    <>
      <h3>History</h3>
      <ul class="entries">
        {issue.histories.toReversed().map((history) => {
          const author = store.user(history.authorId).displayName;
          return (
            <li>
              <span class="avatar" aria-hidden="true">
                {initials(author)}
              </span>
              <div>
                <p class="byline">
                  <strong>{author}</strong> <When view={view} instant={history.created} />
                </p>
                <dl class="changes">
                  {history.items.map((item) => (
                    <Change item={item} />
                  ))}
                </dl>
              </div>
            </li>
          );
        })}
        <li>
          <span class="avatar" aria-hidden="true">
            {initials(store.user(issue.creatorId).displayName)}
          </span>
          <p class="byline">
            <strong>{store.user(issue.creatorId).displayName}</strong> created the issue{' '}
            <When view={view} instant={issue.created} />
          </p>
        </li>
      </ul>
    </>
  );
}

function Change({ item }: { readonly item: HistoryItem }) {
  const name = item.field.charAt(0).toUpperCase() + item.field.slice(1);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{item.fromString ?? 'None'}</span> <span aria-hidden="true">→</span>
        <span class="visually-hidden"> became </span> <span>{item.toString ?? 'None'}</span>
      </dd>
    </div>
  );
}

function When({ view, instant }: { readonly view: IssueView; readonly instant: number }) {
  return (
    <time
      class="muted"
      datetime={new Date(instant).toISOString()}
      title={ago(instant, view.host.clock.now())}
    >
      {dateTime(instant, view.visitor.timeZone)}
    </time>
  );
}
