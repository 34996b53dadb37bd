import { createJira } from '../../site/jira/jira';
import type { JiraSite } from '../../site/jira/jira';
import type { Issue, Project, Status } from '../../site/jira/model';
import { Store } from '../../site/jira/store';
import { adfOf } from '../../site/jira/adf';
import { appUser, visitors } from '../../site/sample/people';
import { addServiceProject } from '../../site/sample/service-project';
import type { Caller, ProductEvent } from '../../site/seams';
import { contractProblems } from '../openapi/validate';
import type { Exchange } from '../openapi/validate';

export const agent: Caller = { kind: 'user', accountId: visitors.agent.accountId };
export const manager: Caller = { kind: 'user', accountId: visitors.projectAdministrator.accountId };
export const admin: Caller = { kind: 'user', accountId: visitors.jiraAdministrator.accountId };
export const customer: Caller = { kind: 'user', accountId: visitors.customer.accountId };
export const app: Caller = { kind: 'app' };
export const stranger: Caller = { kind: 'anonymous' };

export const siteUrl = 'http://jira.test';

/** What some answers hold. The tests know which do, and fail where one does not. */
export interface Body {
  readonly id: string;
  readonly key: string;
  readonly self: string;
  readonly name: string;
  readonly displayName: string;
  readonly total: number;
  readonly actors: readonly Body[];
  readonly to: Body;
  readonly created: string;
  readonly author: Body;
  readonly jsdPublic: boolean;
  readonly issueId: string;
  readonly nextPage: string;
  readonly nextPageToken?: string;
  readonly havePermission: boolean;
  readonly errorMessage: string;
  readonly errors: object;
  readonly names: object;
  readonly properties: unknown;
  readonly permissions: Readonly<Record<string, Body>>;
  readonly fields: Body &
    Readonly<Record<'summary' | 'comment' | 'security', Body>> & {
      readonly issuelinks: readonly Body[];
      readonly labels: readonly string[];
    };
  readonly changelog: Body;
  readonly body: Body;
  readonly text: string;
  readonly histories: readonly Body[];
  readonly changeHistories: readonly Body[];
  readonly items: readonly { readonly fieldId: string; readonly toString: string | null }[];
  readonly content: readonly Body[];
  readonly comments: readonly Body[];
  readonly values: readonly Body[];
  readonly keys: readonly Body[];
  readonly issues: readonly Body[];
  readonly issueLinkTypes: readonly Body[];
  readonly watchers: readonly Body[];
  readonly accountId: string;
  readonly issueErrors: readonly Body[];
  readonly issueTypes: readonly Body[];
  readonly issueChangeLogs: readonly Body[];
  readonly projectPermissions: readonly Body[];
  readonly statuses: readonly Body[];
  readonly transitions: readonly Body[];
}

export interface Answered<T = Body> {
  readonly status: number;
  readonly body: T;
}

const exchanges: Exchange[] = [];

/** Whatever a test asks of the site, and the site answers, must be as Atlassian's document has it. */
afterEach(() => {
  expect(contractProblems(exchanges.splice(0))).toEqual([]);
});

/** A Jira with the sample's project, no issues, and a clock that the test sets. */
export class TestJira {
  now = Date.UTC(2026, 10, 18, 10, 30);
  readonly events: ProductEvent[] = [];
  readonly jira: JiraSite;
  private readonly due: { readonly at: number; readonly task: () => void | Promise<void> }[] = [];

  constructor() {
    const store = new Store(appUser.accountId);
    addServiceProject(store);
    const identity = { siteUrl, cloudId: 'cloud-1' };
    this.jira = createJira({
      store,
      clock: { now: () => this.now, schedule: (at, task) => this.schedule(at, task) },
      identity,
      timeZone: 'Europe/London',
      onExchange: (exchange) => exchanges.push(exchange),
    });
    this.jira.onEvent((event) => this.events.push(event));
  }

  private schedule(at: number, task: () => void | Promise<void>): { cancel(): void } {
    const entry = { at, task };
    this.due.push(entry);
    return { cancel: () => void this.due.splice(this.due.indexOf(entry), 1) };
  }

  /** Lets time pass, and what is due happen, each at its own instant. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      const [next] = this.due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.due.splice(this.due.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      await next.task();
    }
    this.now = end;
  }

  async ask(method: string, path: string, caller: Caller = agent, body?: unknown): Promise<Answered> {
    const response = await this.send(method, path, caller, body);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  }

  /** Where the answer leads; empty when nowhere. */
  async location(method: string, path: string, caller: Caller, body: unknown): Promise<string> {
    return (await this.send(method, path, caller, body)).headers.get('location') ?? '';
  }

  private send(method: string, path: string, caller: Caller, body: unknown): Promise<Response> {
    const init =
      body === undefined
        ? { method }
        : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return this.jira.rest(new Request(new URL(path, `${siteUrl}/rest/api/3/`), init), caller);
  }

  /** For the operations that answer with a bare list. */
  async list(path: string, caller: Caller = agent): Promise<readonly Body[]> {
    const { body } = await this.ask('GET', path, caller);
    return body as unknown as readonly Body[];
  }

  issue(summary = 'Printer on fire'): Issue {
    const [project] = this.jira.store.projects.values();
    const reporterId = visitors.customer.accountId;
    if (project === undefined) throw new Error('no project');
    return this.jira.changes.create(agent, project, {
      summary,
      typeId: '10100',
      priorityId: '3',
      reporterId,
    });
  }

  /** A second project with the same people, whose issues start in a status of its own. */
  addProject(key: string): Project {
    const [first] = this.jira.store.projects.values();
    if (first === undefined) throw new Error('no project');
    const open: Status = { id: '10900', name: 'Triage', category: 'indeterminate' };
    const statuses = [open, ...first.statuses.filter(({ category }) => category === 'done')];
    const own = { id: '10001', key, name: `Project ${key}`, statuses, transitions: [], securityLevels: [] };
    return this.jira.store.addProject({ ...first, ...own });
  }

  /** Edits the summary once a minute, so that there are `count` histories. */
  editTimes(issue: Issue, count: number): void {
    for (let at = 1; at <= count; at += 1) {
      this.now += 60_000;
      this.jira.changes.change(agent, issue, { edits: { summary: `Edit ${at}` } });
    }
  }

  commentTimes(issue: Issue, count: number): void {
    for (let at = 1; at <= count; at += 1) {
      this.now += 60_000;
      this.jira.changes.comment(agent, issue, {
        body: adfOf(`Comment ${at}`),
        isPublic: true,
        properties: [],
      });
    }
  }

  /** Hides the issue behind the level that only project administrators see. */
  hide(issue: Issue): void {
    this.jira.changes.change(manager, issue, { edits: { securityLevelId: '10200' } });
  }
}

export const refusal = (...errorMessages: string[]): unknown => ({ errorMessages, errors: {} });
export const fieldRefusal = (errors: Record<string, string>): unknown => ({ errorMessages: [], errors });
export const unseen = refusal('Issue does not exist or you do not have permission to see it.');
