import type { ManagedClock } from '../clock';
import type { JiraSite } from '../jira/jira';
import type { Issue, Project, User } from '../jira/model';
import type { Caller, Forge, SiteClock, Visitor } from '../seams';

/** Somebody whom the visitor menu offers. */
export interface VisitorChoice {
  readonly user: User;
  /** Such as "Service desk agent". */
  readonly role: string;
}

/** What must stay empty in every test run. */
export interface Troubles {
  /** What was asked for in vain, of Jira or of Forge. */
  readonly unmodelled: readonly string[];
  /** What the app's pages did against their Content Security Policy. */
  readonly violations: readonly string[];
  /** Tasks on the site's clock that failed. */
  readonly problems: readonly string[];
}

/** An instant at which something is due on an issue. */
export interface Due {
  readonly issueId: string;
  readonly at: number;
}

/** Which of them is wanted. */
export interface DueWish {
  /** Epoch milliseconds; only what is due later counts. */
  readonly after: number;
  /** Of this issue only; of any when absent. */
  readonly issueId?: string | undefined;
  /** Whether whoever asks may know of this issue. */
  readonly sees: (issueId: string) => boolean;
}

/** What the site's pages stand on. */
export interface Host {
  readonly name: string;
  readonly jira: JiraSite;
  readonly forge: Forge;
  readonly clock: SiteClock & Pick<ManagedClock, 'rate' | 'setRate'>;
  /** The next instant at which something is due. Absent where nobody can say. */
  readonly nextDue?: (wish: DueWish) => Due | undefined;
  /** Origin of these pages. */
  readonly origin: string;
  /** Origin of the app's own pages: another site altogether. */
  readonly pagesOrigin: string;
  /** The script of the Forge half that serves the app's frames on a page. */
  readonly hostScript: string;
  troubles(): Troubles;
  /** The first is who somebody without a cookie is. */
  readonly visitors: readonly [VisitorChoice, ...VisitorChoice[]];
}

/** One request for a page. */
export interface PageView {
  readonly host: Host;
  readonly visitor: Visitor;
  readonly caller: Extract<Caller, { kind: 'user' }>;
  /** Path and query, to come back to. */
  readonly here: string;
}

export interface ProjectView extends PageView {
  readonly project: Project;
}

export interface IssueView extends ProjectView {
  readonly issue: Issue;
}
