import { spawn } from 'node:child_process';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type APIResponse, type FrameLocator, type Page } from '@playwright/test';
import type { FaultRule } from '../site/forge/fault-rules';

/** The most that filling the site takes when no earlier start has kept it. */
const OPENING_TIMEOUT = 900_000;

/** A Jira site of the test run's own, with the app as it would be deployed, and the whole sample in it. */
export interface Site {
  readonly url: string;
}

interface State {
  readonly unmodelled: readonly string[];
  readonly violations: readonly string[];
  readonly problems: readonly string[];
}

/** What a journey writes into date fields does not age. */
const OPENED = '2026-11-21T12:00Z';

const root = path.resolve(__dirname, '../..');

interface WorkerFixtures {
  /** The program that starts the site and says its address. */
  readonly entry: string;
  /** A name gives the tests of a file a site of their own, whose clock they may move as far as they like. */
  readonly siteOf: string;
  readonly site: Site;
}

export const test = base.extend<{ jira: JiraPages }, WorkerFixtures>({
  entry: ['test/site/main.ts', { option: true, scope: 'worker' }],
  siteOf: ['everybody', { option: true, scope: 'worker' }],
  site: [
    async ({ entry }, use) => {
      const server = spawn(process.execPath, ['--import', 'tsx', entry], {
        cwd: root,
        env: { ...process.env, PORT: '0', TZ: 'UTC', NOW: OPENED },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const url = await new Promise<string>((resolve, reject) => {
        let said = '';
        server.stdout.on('data', (data: Buffer) => {
          said += data.toString();
          const [found] = /http:\/\/localhost:\d+/.exec(said) ?? [];
          if (found) resolve(found);
        });
        server.on('exit', (code) => reject(new Error(`The site ended with ${String(code)}: ${said}`)));
      });
      await use({ url });
      const state = (await (await fetch(`${url}/__site/state`)).json()) as State;
      server.removeAllListeners('exit');
      server.kill();
      // Whatever the app asked for that the site does not model would be a hole in every proof given here.
      expect(state).toMatchObject({ unmodelled: [], violations: [], problems: [] });
    },
    { scope: 'worker', timeout: OPENING_TIMEOUT },
  ],
  jira: async ({ page, site }, use) => {
    await use(new JiraPages(page, site.url));
  },
});

export { expect };

/** What is said of a cycle but how long it is that nobody was told of its breach, which grows from minute to minute. */
export const withoutAge = (said: string): string => said.replace(/^Not told, .*$/gm, 'Not told');

const accounts = {
  agent: '712020:alex-morgan',
  projectAdministrator: '712020:sam-rivera',
  jiraAdministrator: '712020:jordan-lee',
  colleague: '712020:robin-hayes',
  customer: 'qm:casey-brooks',
} as const;

/** What a person does on the site's own pages. */
export class JiraPages {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  /** Takes another visitor's seat, or another language or theme. */
  async become(choice: {
    who?: keyof typeof accounts;
    locale?: 'en-US' | 'zh-CN';
    theme?: 'light' | 'dark';
  }) {
    const { who, ...form } = choice;
    await this.page.request.post(`${this.url}/__site/visitor`, {
      form: { ...form, ...(who && { accountId: accounts[who] }) },
      headers: { origin: this.url },
    });
  }

  /** Opens the youngest issue of a status and a priority, and says its key. */
  async openYoungest(status: string, priority = '3 - Moderate'): Promise<string> {
    await this.page.goto(`${this.url}/projects/ITSD?sort=created&dir=desc`);
    await this.page.getByLabel('Status').selectOption({ label: status });
    await this.page.getByLabel('Priority').selectOption({ label: priority });
    await this.page.getByRole('button', { name: 'Search' }).click();
    await expect(this.page).toHaveURL(/priority=/);
    await expect(this.page).toHaveURL(/sort=created/);
    const link = this.page
      .getByRole('main')
      .getByRole('link', { name: /^ITSD-\d+$/ })
      .first();
    const key = await link.innerText();
    await link.click();
    await expect(this.page).toHaveURL(new RegExp(`/browse/${key}$`));
    return key;
  }

  async moveTo(status: string): Promise<void> {
    const fragment = this.page.locator('[data-fragment="status"]');
    await fragment.locator('summary').click();
    await fragment.getByRole('button', { name: status }).click();
    await expect(fragment.locator('summary')).toContainText(status);
  }

  async setPriority(name: string): Promise<void> {
    await this.page.getByLabel('Priority').selectOption({ label: name });
    await expect(this.page.locator('[data-fragment="history"]')).toContainText(name);
  }

  /** Moves the site's clock by so many hours. */
  async waitHours(hours: number): Promise<void> {
    await this.moveClock({ advanceMs: hours * 3_600_000 });
  }

  /** Moves the site's clock to an instant, in epoch milliseconds. */
  async waitUntil(at: number): Promise<void> {
    await this.moveClock({ at });
  }

  private async moveClock(data: object): Promise<void> {
    const moved = await this.page.request.post(`${this.url}/__site/clock`, { data });
    expect(moved.ok()).toBe(true);
  }

  /** Has something fail, from now until `mend`. */
  async spoil(rule: FaultRule): Promise<void> {
    const added = await this.page.request.post(`${this.url}/__site/faults`, { data: rule });
    expect(added.ok(), await added.text()).toBe(true);
  }

  async mend(): Promise<void> {
    await this.page.request.delete(`${this.url}/__site/faults`);
  }

  /** What Jira shows beside the title of the app's panel. */
  get status() {
    return this.page.locator('[data-panel-status="issue-timers"]');
  }

  /** The app's panel in the main column, where somebody has added it. */
  get mainPanel(): FrameLocator {
    return this.page.frameLocator('iframe[data-module-key="issue-timers-panel"]');
  }

  /** The app's panel on the issue. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe[data-module-key="issue-timers"]');
  }

  /** The part of the panel about one timer. */
  timer(name: string) {
    const heading = this.panel.getByRole('heading', { name, exact: true });
    return this.panel.getByRole('article').filter({ has: heading });
  }

  /** The app's page in the project settings. */
  get settings(): FrameLocator {
    return this.page.frameLocator('iframe[data-module-key="project-settings"]');
  }

  /** What is wrong with the page and the frames in it, for those who do not see it or use no mouse. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  /**
   * Calls a function of the app as a page of it would that stands at `page`, whether it stands there or not. What comes is
   * the site's answer: 403, or `{ ok, result }` with the app's own answer.
   */
  call(page: string, moduleKey: string, functionKey: string, payload: object = {}): Promise<APIResponse> {
    return this.page.request.post(`${this.url}/__forge/bridge`, {
      data: { page, moduleKey, command: 'invoke', payload: { functionKey, payload } },
    });
  }

  /** A request to Jira's REST API as another person, as a script of theirs would make it. */
  ask(
    who: keyof typeof accounts,
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    data?: object,
  ): Promise<APIResponse> {
    const token = Buffer.from(`someone@example.com:${accounts[who]}`).toString('base64');
    return this.page.request.fetch(`${this.url}${path}`, {
      method,
      data,
      headers: { authorization: `Basic ${token}` },
    });
  }

  /** The same where it must succeed. */
  async rest(...request: Parameters<JiraPages['ask']>): Promise<unknown> {
    const response = await this.ask(...request);
    const [, method, path] = request;
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return response.status() === 204 ? undefined : ((await response.json()) as unknown);
  }

  /** Has the agent create an incident, and says its key. */
  async createIncident(summary: string): Promise<string> {
    const fields = { project: { key: 'ITSD' }, issuetype: { name: 'Incident' }, summary };
    const created = (await this.rest('agent', 'POST', '/rest/api/3/issue', { fields })) as { key: string };
    return created.key;
  }
}
