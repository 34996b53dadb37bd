import { randomUUID } from 'node:crypto';
import { getAppContext } from '@forge/api';
import { jiraIssues } from '../../../src/adapters/jira/issues';
import type { IssueReading, Issues } from '../../../src/app/ports';
import { inOrder, type Fact } from '../../../src/domain/timer/history';
import type { ProjectRole } from '../../site/jira/model';
import { grant } from '../../site/jira/permission-scheme';
import type { Caller } from '../../site/seams';
import { agent, siteUrl, TestJira } from '../site/jira-fixture';

/** The app's adapters on a Jira of the site's, whose answers a test may change. */
export class AppOnSite {
  readonly site = new TestJira();
  readonly warnings: string[] = [];
  readonly issues: Issues = jiraIssues({ warn: (message) => void this.warnings.push(message) });
  /** What was asked of Jira, as `POST issue/bulkfetch`. */
  readonly asked: string[] = [];
  /** For whom the app asks what it does not ask as itself. */
  user = agent;
  /** What Jira answers; the site's own answer unless a test has another. */
  answer = (request: Request, caller: Caller): Promise<Response> => this.site.jira.rest(request, caller);

  constructor() {
    Object.assign(globalThis, {
      // What Forge's SDK calls for every request to Jira.
      __forge_fetch__: (descriptor: { provider: string }, path: string, init?: RequestInit) => {
        const request = new Request(siteUrl + path, init);
        this.asked.push(`${request.method} ${new URL(request.url).pathname.replace('/rest/api/3/', '')}`);
        return this.answer(request, descriptor.provider === 'app' ? { kind: 'app' } : this.user);
      },
    });
    this.calledByAnotherSite();
  }

  /** Has the app called by a site that it has not met. */
  calledByAnotherSite(): void {
    const appContext = {
      appId: randomUUID(),
      environmentId: randomUUID(),
      installationId: randomUUID(),
    };
    const lambdaContext = { getRemainingTimeInMillis: () => 25_000 };
    Object.assign(globalThis, { __forge_runtime__: { appContext, lambdaContext } });
  }

  /** Has Jira list the fields of these modules of the app. */
  provideFields(modules: readonly string[] = ['sla-due', 'sla-state', 'sla-agreement']): void {
    this.site.jira.provide({
      fields: modules.map((key) => ({
        ari: ariOf(key),
        name: key,
        type: key === 'sla-due' ? ('datetime' as const) : ('string' as const),
        isReadOnly: true,
      })),
      properties: [],
      permissions: [],
    });
  }

  /** Has Jira know the app's own permission of projects, and grant it to a role where there is one. */
  providePermission(role?: ProjectRole): void {
    const { jira } = this.site;
    const [name, description, category] = ['Monitor service levels', '', 'projects'] as const;
    const ari = ariOf('monitor-service-levels');
    jira.provide({ fields: [], properties: [], permissions: [{ ari, name, description, category }] });
    if (role) grant(jira.store, ari, role);
  }

  /** From now on `change` may change what Jira answers to requests whose URL has `path` in it, or answer in its place. */
  amend<Body extends object>(path: string, change: (body: Body) => Body | undefined): void {
    const before = this.answer;
    this.answer = async (request, caller) => {
      const response = await before(request, caller);
      if (!request.url.includes(path)) return response;
      const body = (await response.json()) as Body;
      return Response.json(change(body) ?? body);
    };
  }

  /** From now on Jira refuses requests whose URL has `path` in it. */
  refuse(path: string, status: number): void {
    const before = this.answer;
    this.answer = async (request, caller) =>
      request.url.includes(path) ? new Response('{}', { status }) : before(request, caller);
  }
}

/** What Forge documents as the key of a module's permission, and Jira has as the type of its field. */
function ariOf(module: string): string {
  const extension = getAppContext().environmentAri.toString().replace(':environment/', ':extension/');
  return `${extension}/static/${module}`;
}

export const factsOf = (reading: IssueReading | undefined): readonly Fact[] =>
  inOrder(reading?.history.facts ?? []);

export const commentsOf = (reading: IssueReading | undefined): (Fact & { kind: 'commented' })[] =>
  factsOf(reading).filter((fact) => fact.kind === 'commented');
