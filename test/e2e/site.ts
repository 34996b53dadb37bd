import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test as base, type FrameLocator, type Page } from '@playwright/test';

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
        env: { ...process.env, PORT: '0', TZ: 'UTC' },
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

const accounts = {
  agent: '712020:alex-morgan',
  projectAdministrator: '712020:sam-rivera',
  jiraAdministrator: '712020:jordan-lee',
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
    const moved = await this.page.request.post(`${this.url}/__site/clock`, {
      data: { advanceMs: hours * 3_600_000 },
    });
    expect(moved.ok()).toBe(true);
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

  /** A request to Jira's REST API as another person, as a script of theirs would make it. */
  async rest(who: keyof typeof accounts, method: 'PUT' | 'POST', path: string, data: object): Promise<void> {
    const token = Buffer.from(`someone@example.com:${accounts[who]}`).toString('base64');
    const response = await this.page.request.fetch(`${this.url}${path}`, {
      method,
      data,
      headers: { authorization: `Basic ${token}` },
    });
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
  }
}
