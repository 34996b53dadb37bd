import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { createClock } from '../../site/clock';
import type { ManagedClock } from '../../site/clock';
import { createSitePages } from '../../site/pages/app';
import type { Due, Host } from '../../site/pages/host';
import { nextDueIn } from '../../site/sample/due';
import { visitors } from '../../site/sample/people';
import type { Forge } from '../../site/seams';
import { manager, TestJira } from './jira-fixture';

const origin = 'http://localhost:4000';
const MINUTE = 60_000;

let site: TestJira;
let clock: ManagedClock;
let dues: Due[];
let ask: (path: string, body?: object) => Promise<Response>;

beforeEach(() => {
  site = new TestJira();
  clock = createClock({ start: site.now, rate: 0 });
  dues = [];
  const done = (): Promise<void> => Promise.resolve();
  const forge: Forge = {
    install: done,
    uninstall: done,
    isInstalled: true,
    licence: 'free',
    settled: done,
    close: done,
    bridge: done,
    modules: () => [],
    dynamicProperties: () => Promise.resolve(undefined),
    faults: { add: () => undefined, rules: [], clear: () => undefined },
    log: [],
  };
  const host: Host = {
    name: 'Test site',
    jira: site.jira,
    forge,
    clock,
    origin,
    pagesOrigin: 'http://127.0.0.1:4001',
    hostScript: '',
    troubles: () => ({ unmodelled: [], violations: [], problems: [] }),
    visitors: [{ user: visitors.agent, role: 'Agent' }],
    nextDue: ({ after, issueId, sees }) =>
      dues.find((due) => due.at > after && (issueId ?? due.issueId) === due.issueId && sees(due.issueId)),
  };
  const pages = createSitePages(host);
  ask = async (path, body) =>
    pages.fetch(
      new Request(
        origin + path,
        body && {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        },
      ),
    );
});
afterEach(() => clock.close());

const move = async (body: object): Promise<unknown> => (await ask('/__site/clock', body)).json();

describe('to the next due instant', () => {
  it('moves a second past it, and says of which issue', async () => {
    const [first, second] = [site.issue(), site.issue()];
    const start = clock.now();
    dues = [
      { issueId: first.id, at: start + 5 * MINUTE },
      { issueId: second.id, at: start + 9 * MINUTE },
    ];
    expect(await move({ to: 'next-due' })).toMatchObject({
      base: start + 5 * MINUTE + 1000,
      due: { key: first.key, at: start + 5 * MINUTE },
    });
    expect(await move({ to: 'next-due' })).toMatchObject({ due: { key: second.key } });
    expect(await move({ to: 'next-due' })).toMatchObject({ base: start + 9 * MINUTE + 1000, due: null });
  });

  it('is that of one issue when asked for one', async () => {
    const [first, second] = [site.issue(), site.issue()];
    dues = [first, second].map(({ id }, at) => ({ issueId: id, at: clock.now() + (at + 1) * MINUTE }));
    expect(await move({ to: 'next-due', issue: second.id })).toMatchObject({ due: { key: second.key } });
  });

  it('passes by what is settled on the way', async () => {
    const [met, missed] = [site.issue(), site.issue()];
    const start = clock.now();
    dues = [met, missed].map(({ id }, at) => ({ issueId: id, at: start + (at + 1) * 10 * MINUTE }));
    clock.schedule(start + 5 * MINUTE, () => void dues.shift());
    expect(await move({ to: 'next-due' })).toMatchObject({ due: { key: missed.key } });
    clock.schedule(clock.now() + MINUTE, () => void dues.shift());
    dues = [{ issueId: met.id, at: clock.now() + 2 * MINUTE }];
    expect(await move({ to: 'next-due', issue: met.id })).toMatchObject({ due: null });
  });

  it('passes by what the visitor may not see', async () => {
    const [hidden, open] = [site.issue(), site.issue()];
    site.jira.changes.change(manager, hidden, { edits: { securityLevelId: '10200' } });
    dues = [hidden, open].map(({ id }, at) => ({ issueId: id, at: clock.now() + (at + 1) * MINUTE }));
    expect(await move({ to: 'next-due' })).toMatchObject({ due: { key: open.key } });
    expect(await move({ to: 'next-due', issue: hidden.id })).toMatchObject({ due: null });
  });
});

describe('the rate', () => {
  it('can be set, shows, and outlives a move', async () => {
    expect(await move({ rate: 600 })).toMatchObject({ rate: 600, speed: 600 });
    expect(await move({ advanceMs: MINUTE })).toMatchObject({ speed: 600 });
    expect(await (await ask('/__site/state')).json()).toMatchObject({ clock: { rate: 600 } });
    expect(await move({ rate: 0 })).toMatchObject({ rate: 0, speed: 0 });
  });

  it.each([-1, 3601, NaN, '1'])('refuses %p', async (rate) => {
    expect((await ask('/__site/clock', { rate })).status).toBe(400);
    expect(clock.rate).toBe(0);
  });
});

it('says that the doors are open', async () => {
  const answer = await ask('/__site/opening');
  expect([answer.status, await answer.json()]).toEqual([200, { open: true }]);
});

it('an open page hears little of thousands of changes, but hears the last', async () => {
  const issue = site.issue();
  const response = await ask('/__site/stream');
  const stream = Readable.fromWeb(response.body as NodeStream);
  let heard = '';
  stream.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  for (let change = 1; change <= 2000; change++) {
    clock.schedule(clock.now() + change * 1000, () => {
      site.jira.changes.change(manager, issue, { edits: { summary: `Change ${change}` } });
    });
  }
  await clock.moveTo(clock.now() + 2_000_000);
  await new Promise((resolve) => setTimeout(resolve, 600));
  stream.destroy();
  const events = [...heard.matchAll(/^event: (\w+)\ndata: (.*)$/gm)];
  expect(events.length).toBeGreaterThan(2);
  expect(events.length).toBeLessThan(60);
  const last = events.filter(([, name]) => name === 'clock').at(-1)?.[2] ?? '';
  expect(JSON.parse(last)).toMatchObject({ base: clock.now() });
});

describe('what is due in the app’s database', () => {
  const rows = [
    { issue: 7, at: 100 },
    { issue: 8, at: 200 },
  ];

  it('is the first that may be seen', () => {
    expect(nextDueIn(() => rows, { after: 5, sees: (id) => id !== '7' })).toEqual({ issueId: '8', at: 200 });
    expect(nextDueIn(() => [], { after: 5, sees: () => true })).toBeUndefined();
  });

  it('is asked for by instant, and by issue when there is one', () => {
    const read = jest.fn(() => []);
    nextDueIn(read, { after: 5, sees: () => true });
    nextDueIn(read, { after: 5, issueId: '7', sees: () => true });
    expect(read.mock.calls).toEqual([
      [expect.stringContaining('due_at > ?'), [5]],
      [expect.stringContaining('issue_id = ?'), [5, 7]],
    ]);
  });
});
