import type { Issue } from '../model';
import type { Store } from '../store';

interface Update {
  /** When it happened, epoch ms. */
  readonly at: number;
  readonly issueId: string;
  /** The issue as the change left it; null when it is gone. */
  readonly issue: Issue | null;
}

/**
 * What searches see: every issue as it was a moment ago. A change is copied when it happens and counts when the
 * site's clock has gone on by the lag; nothing has to run for that.
 * @see https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/
 */
export class SearchIndex {
  /** Milliseconds on the site between a change and the first search that sees it. */
  lagMs: number;
  private readonly seen = new Map<string, Issue>();
  /** In the order in which they happened. */
  private readonly updates: Update[] = [];

  constructor(
    private readonly store: Store,
    /** The site's present instant. */
    readonly now: () => number,
    lagMs: number,
  ) {
    this.lagMs = lagMs;
    for (const issue of store.issues.values()) this.seen.set(issue.id, copyOf(issue));
    store.onChange((issueId) => this.changed(issueId));
  }

  /**
   * The issues as searches see them, in no order.
   * @param reconciled Ids of issues to be given as they are now, and not at all when they are gone.
   */
  issues(reconciled: readonly string[] = []): readonly Issue[] {
    this.catchUp();
    if (reconciled.length === 0) return [...this.seen.values()];
    const fresh = new Set(reconciled);
    const others = [...this.seen.values()].filter(({ id }) => !fresh.has(id));
    return [...others, ...[...fresh].flatMap((id) => this.store.issues.get(id) ?? [])];
  }

  private changed(issueId: string): void {
    this.catchUp();
    const issue = this.store.issues.get(issueId);
    const copy = issue === undefined ? null : copyOf(issue);
    this.updates.push({ at: this.now(), issueId, issue: copy });
  }

  private catchUp(): void {
    const until = this.now() - this.lagMs;
    const later = this.updates.findIndex(({ at }) => at > until);
    const due = this.updates.splice(0, later < 0 ? this.updates.length : later);
    for (const { issueId, issue } of due) {
      if (issue === null) this.seen.delete(issueId);
      else this.seen.set(issueId, issue);
    }
  }
}

/** Deep as far as changes go in place. */
function copyOf(issue: Issue): Issue {
  return {
    ...issue,
    custom: new Map(issue.custom),
    histories: [...issue.histories],
    comments: issue.comments.map((comment) => ({ ...comment })),
    properties: new Map(issue.properties),
    watchers: new Set(issue.watchers),
    links: [...issue.links],
  };
}
