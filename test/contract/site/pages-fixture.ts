import { createClock } from '../../site/clock';
import type { ManagedClock } from '../../site/clock';
import { createFaults } from '../../site/forge/faults';
import { createSitePages } from '../../site/pages/app';
import type { Host } from '../../site/pages/host';
import { visitors } from '../../site/sample/people';
import type { Forge, ForgeModule, ModulePlace, Visitor } from '../../site/seams';
import { TestJira } from './jira-fixture';

export const origin = 'http://localhost:4000';
export const pagesOrigin = 'http://127.0.0.1:4001';

export const alex = visitors.agent.accountId;
export const sam = visitors.projectAdministrator.accountId;
export const jordan = visitors.jiraAdministrator.accountId;
export const casey = visitors.customer.accountId;

/** What the app says of every panel. */
export const status = { type: 'lozenge', value: { label: 'Late', type: 'removed' } } as const;

export interface BridgeCall {
  readonly command: string;
  readonly payload: unknown;
  readonly visitor: Visitor;
  readonly place: ModulePlace;
}

/** The site's pages over a Jira without issues and a Forge that notes what it is asked. */
export class TestPages {
  readonly site = new TestJira();
  readonly clock: ManagedClock = createClock({ start: this.site.now, rate: 0 });
  readonly calls: BridgeCall[] = [];
  private readonly pages: ReturnType<typeof createSitePages>;

  constructor(modules: readonly ForgeModule[]) {
    const forge: Forge = {
      install: () => Promise.resolve(),
      uninstall: () => Promise.resolve(),
      isInstalled: true,
      bridge: (command, payload, visitor, place) => {
        this.calls.push({ command, payload, visitor, place });
        return command === 'fail' ? Promise.reject(new Error('as asked')) : Promise.resolve('done');
      },
      modules: (type) => modules.filter((module) => module.type === type),
      dynamicProperties: async () => ({ status }),
      licence: 'free',
      settled: () => Promise.resolve(),
      faults: createFaults(this.clock),
      log: [{ at: 1, functionKey: 'f', level: 'info', text: 'hello' }],
      close: () => Promise.resolve(),
    };
    const host: Host = {
      name: 'Test site',
      jira: this.site.jira,
      forge,
      clock: this.clock,
      origin,
      pagesOrigin,
      hostScript: '/* host */',
      troubles: () => ({ unmodelled: ['GET /x'], violations: [], problems: [] }),
      visitors: [
        { user: visitors.agent, role: 'Agent' },
        { user: visitors.projectAdministrator, role: 'Administrator' },
        { user: visitors.jiraAdministrator, role: 'Jira administrator' },
        { user: visitors.customer, role: 'Customer' },
      ],
    };
    this.pages = createSitePages(host);
  }

  async fetch(request: Request): Promise<Response> {
    return this.pages.fetch(request);
  }

  /** A request by the visitor `as`; by nobody yet without it. */
  ask(path: string, { as, ...init }: RequestInit & { as?: string } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (as !== undefined) headers.set('cookie', `site_visitor=${encodeURIComponent(as)}`);
    return this.fetch(new Request(origin + path, { ...init, headers }));
  }

  async text(path: string, as: string): Promise<string> {
    return (await this.ask(path, { as })).text();
  }

  /** Sends a form; says the status and where it leads. */
  async send(path: string, as: string, form: Record<string, string>): Promise<[number, string | null]> {
    const answer = await this.ask(path, { as, method: 'POST', body: new URLSearchParams(form) });
    return [answer.status, answer.headers.get('location')];
  }
}

export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
}
