import { applyRepair } from '../../../src/app/apply-repair';
import { backfillTurn } from '../../../src/app/backfill';
import { JiraRefused } from '../../../src/app/errors';
import { importDefinitions } from '../../support/import-definitions';
import {
  discardPreview,
  MOST_DIFFERENCES,
  pausePreview,
  previewRepair,
  previewTurn,
  resumePreview,
} from '../../../src/app/preview-repair';
import { tick } from '../../../src/app/tick';
import { viewRepairs } from '../../../src/app/view-repairs';
import { days, hours, instant, minutes } from '../../../src/domain/time/instant';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';

let ports: MemoryPorts;

/** Within so many hours for all but P1, which keeps its four. */
function promising(within: string) {
  const definitions = draft();
  definitions.agreements[0]!.metrics[0]!.goals[1] = { name: 'Others', within, calendar: 'office' };
  return definitions;
}

/** Each of these took from 09:00 to 10:30 on Wednesday morning. */
function issues(from: number, count: number): void {
  for (let index = 0; index < count; index++) {
    const id = String(20_000 + from + index);
    const history = {
      facts: [
        created(onWednesday('09:00'), { priority: 'P2' }),
        changed(onWednesday('10:30'), { status: 'Open → Done' }),
      ],
    };
    ports.inJira.set(id, { id, project: PROJECT, updated: onWednesday('10:30'), history });
  }
}

/** Runs the turns that were asked for, each when it is due. */
async function runTurns(most = Infinity): Promise<void> {
  for (let ran = 0; ran < most; ran++) {
    const next = ports.previewTurns.shift();
    if (!next) return;
    if (next.at > ports.now) ports.now = next.at;
    await previewTurn(ports, next);
  }
}

async function readAnew(): Promise<void> {
  for (let next = ports.turns.shift(); next; next = ports.turns.shift()) {
    if (next.at > ports.now) ports.now = next.at;
    await backfillTurn(ports, next);
  }
}

/** The morning again by what was published after it: within an hour instead of eight and a half. */
const proposal = {
  agreement: 'desk',
  version: 'desk@2',
  from: onWednesday('08:00'),
  to: onWednesday('10:00'),
  reason: 'It was agreed before, and written down too late.',
};

const view = () => viewRepairs(ports, PROJECT);
const verdicts = () =>
  [...ports.evaluations.values()].flatMap(({ timers }) =>
    timers.flatMap(({ standings }) => standings.map(({ verdict }) => verdict)),
  );

async function finishedPreview(): Promise<string> {
  expect(await previewRepair(ports, PROJECT, 'jordan', proposal)).toEqual([]);
  await runTurns();
  const { preview } = await view();
  expect(preview?.state).toBe('done');
  return preview!.id;
}

/** A hundred and fifty issues, on two pages. */
function twoPages(): void {
  issues(1, 150);
  const all = [...ports.inJira.values()];
  ports.searchPages = (group, page) =>
    group === 'open'
      ? { readings: all.slice(page * 100, page * 100 + 100), last: page === 1 }
      : { readings: [], last: true };
}

beforeEach(async () => {
  ports = memoryPorts(onWednesday('06:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  await importDefinitions(ports, PROJECT, 'sam', promising('8h 30m'));
  ports.now = onWednesday('11:00');
  await importDefinitions(ports, PROJECT, 'sam', promising('1h'));
  issues(1, 3);
  await readAnew();
  ports.now = onWednesday('12:00');
  expect(verdicts()).toEqual(['met', 'met', 'met']);
});

describe('a preview', () => {
  it('tells what would change, and changes nothing', async () => {
    const before = JSON.stringify([[...ports.evaluations], ports.changes, ports.alertRows]);
    const id = await finishedPreview();
    expect(await view()).toMatchObject({
      preview: {
        timers: 3,
        changed: 3,
        kept: 3,
        verdicts: [{ before: 'met', after: 'breached', count: 3 }],
        spent: undefined,
      },
      made: [],
    });
    expect(await ports.repairPreviews.differences({ project: PROJECT, id }, { offset: 0, limit: 1 })).toEqual(
      [
        {
          issue: '20001',
          agreement: 'desk',
          metric: 'resolution',
          kind: 'resolution',
          cycle: 1,
          before: { verdict: 'met', due: instant(Date.parse('2026-11-23T09:30Z')), elapsed: hours(1.5) },
          after: { verdict: 'breached', due: onWednesday('10:00'), elapsed: hours(1.5) },
        },
      ],
    );
    expect(JSON.stringify([[...ports.evaluations], ports.changes, ports.alertRows])).toBe(before);
    expect([ports.turns, ports.marks, ports.pushed]).toEqual([[], [], []]);
  });

  it('finds nothing in issues whose cycles began outside of its time', async () => {
    const later = { ...proposal, from: onWednesday('09:30') };
    expect(await previewRepair(ports, PROJECT, 'jordan', later)).toEqual([]);
    await runTurns();
    expect((await view()).preview).toMatchObject({ timers: 3, changed: 0, verdicts: [] });
  });

  it.each([
    ['an agreement that is not there', { agreement: 'none' }, 'repair.unknown-agreement', 'agreement'],
    ['a version of another agreement', { version: 'other@1' }, 'repair.unknown-version', 'version'],
    ['an end before the beginning', { to: onWednesday('07:00') }, 'repair.backwards', 'to'],
    ['no time at all', { to: proposal.from }, 'repair.backwards', 'to'],
    ['an end that is still to come', { to: onWednesday('12:01') }, 'repair.to-come', 'to'],
    ['no reason', { reason: ' ' }, 'repair.no-reason', 'reason'],
  ])('is not begun for %s', async (_what, change, code, path) => {
    expect(await previewRepair(ports, PROJECT, 'jordan', { ...proposal, ...change })).toMatchObject([
      { code, path },
    ]);
    expect(ports.previewOf.size).toBe(0);
  });

  it('counts all that would change, and keeps as many as anybody reads', async () => {
    issues(4, MOST_DIFFERENCES + 7);
    const id = await finishedPreview();
    const count = MOST_DIFFERENCES + 10;
    expect((await view()).preview).toMatchObject({ changed: count, kept: MOST_DIFFERENCES });
    const rows = await ports.repairPreviews.differences(
      { project: PROJECT, id },
      { offset: 0, limit: 2 * count },
    );
    expect(rows).toHaveLength(MOST_DIFFERENCES);
  });

  it('takes at most 3,000 points an hour together with backfills', async () => {
    twoPages();
    await previewRepair(ports, PROJECT, 'jordan', proposal);
    await runTurns(1);
    const alone = ports.previewTurns[0]!.at - ports.now;
    expect((101 * hours(1)) / alone).toBeLessThanOrEqual(3_000);
    ports.backfillOf.set('10001', { ...ports.backfillOf.get(PROJECT)!, state: 'running', dueAt: ports.now });
    await previewRepair(ports, PROJECT, 'jordan', proposal);
    ports.previewTurns.shift();
    await runTurns(1);
    expect(ports.previewTurns[0]!.at - ports.now).toBeGreaterThan(1.9 * alone);
  });

  it('pauses, and goes on where it was', async () => {
    twoPages();
    await previewRepair(ports, PROJECT, 'jordan', proposal);
    await runTurns(1);
    await pausePreview(ports, PROJECT);
    await runTurns();
    expect((await view()).preview).toMatchObject({ state: 'paused', done: 100, changed: 100 });
    await resumePreview(ports, PROJECT);
    await runTurns();
    expect((await view()).preview).toMatchObject({ state: 'done', done: 150, changed: 150 });
  });

  it('repeats a turn after a crash, and counts nothing twice', async () => {
    twoPages();
    await previewRepair(ports, PROJECT, 'jordan', proposal);
    const endTurn = ports.repairPreviews.endTurn.bind(ports.repairPreviews);
    ports.repairPreviews.endTurn = async () => {
      throw new Error('killed');
    };
    const [first] = ports.previewTurns;
    await expect(previewTurn(ports, first!)).rejects.toThrow('killed');
    ports.repairPreviews.endTurn = endTurn;
    await runTurns();
    await previewTurn(ports, first!);
    expect((await view()).preview).toMatchObject({ state: 'done', done: 150, changed: 150, kept: 150 });
  });

  it('is woken by the tick when its wake-up was lost, and not while work is held', async () => {
    twoPages();
    await previewRepair(ports, PROJECT, 'jordan', proposal);
    ports.previewTurns.length = 0;
    afterwards(ports, minutes(16));
    ports.heldUntil = onWednesday('13:00');
    await tick(ports, () => 300_000);
    expect(ports.previewTurns).toEqual([]);
    ports.now = onWednesday('13:00');
    await tick(ports, () => 300_000);
    await runTurns();
    expect((await view()).preview?.state).toBe('done');
  });

  it('begins anew once Jira has forgotten where its search was', async () => {
    twoPages();
    await previewRepair(ports, PROJECT, 'jordan', proposal);
    await runTurns(1);
    ports.previewTurns.length = 0;
    afterwards(ports, days(7));
    await tick(ports, () => 300_000);
    await runTurns();
    expect((await view()).preview).toMatchObject({ state: 'done', done: 150, changed: 150 });
  });

  it('fails where Jira refuses the search, until somebody has it go on', async () => {
    const page = ports.issues.page.bind(ports.issues);
    ports.issues.page = async () => {
      throw new JiraRefused('POST search/jql: 403', 403);
    };
    await previewRepair(ports, PROJECT, 'jordan', proposal);
    await runTurns();
    expect((await view()).preview).toMatchObject({ state: 'failed', spent: undefined });
    ports.issues.page = page;
    await resumePreview(ports, PROJECT);
    await runTurns();
    expect((await view()).preview).toMatchObject({ state: 'done', changed: 3 });
  });

  it('ends when the rules change meanwhile', async () => {
    twoPages();
    await previewRepair(ports, PROJECT, 'jordan', proposal);
    await runTurns(1);
    await importDefinitions(ports, PROJECT, 'sam', promising('2h'));
    await runTurns();
    expect((await view()).preview).toMatchObject({ state: 'failed', spent: 'rules-changed' });
  });

  it('leaves nothing behind when it is discarded, and lets the one alone that took its place', async () => {
    const id = await finishedPreview();
    const other = await finishedPreview();
    await discardPreview(ports, PROJECT, id);
    expect((await view()).preview?.id).toBe(other);
    expect([...ports.differences.keys()]).toEqual([`${PROJECT} ${other}`]);
    await discardPreview(ports, PROJECT, other);
    expect(await view()).toMatchObject({ preview: null });
    expect(ports.differences.size).toBe(0);
  });
});

describe('a repair', () => {
  it('is recorded, and all timers follow', async () => {
    const id = await finishedPreview();
    expect(verdicts()).toEqual(['met', 'met', 'met']);
    expect(await applyRepair(ports, PROJECT, 'jordan', id)).toEqual([]);
    const { at } = ports.changes.at(-1)!;
    expect(await view()).toMatchObject({
      preview: null,
      made: [{ ...proposal, at, by: 'jordan', timers: 3, changed: 3 }],
    });
    await readAnew();
    expect(verdicts()).toEqual(['breached', 'breached', 'breached']);
  });

  it('tells nobody of what it makes late in the past, even for issues that were judged long before', async () => {
    const strict = promising('1h');
    strict.agreements[0]!.metrics[0]!.thresholds = [
      { id: 'due', atShare: '100%', actions: [{ label: 'late' }] },
    ];
    ports.now = onWednesday('06:30');
    await importDefinitions(ports, PROJECT, 'sam', strict);
    ports.now = onWednesday('07:00');
    await importDefinitions(ports, PROJECT, 'sam', promising('8h 30m'));
    ports.inJira.clear();
    const history = { facts: [created(onWednesday('09:00'), { priority: 'P2' })] };
    ports.inJira.set('20009', { id: '20009', project: PROJECT, updated: onWednesday('09:00'), history });
    ports.now = onWednesday('09:30');
    await readAnew();
    ports.now = onWednesday('12:00');
    await previewRepair(ports, PROJECT, 'jordan', { ...proposal, version: 'desk@3' });
    await runTurns();
    expect(await applyRepair(ports, PROJECT, 'jordan', (await view()).preview!.id)).toEqual([]);
    await readAnew();
    expect(ports.evaluations.get('20009')?.timers[0]?.standings[0]).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('10:00'),
    });
    expect([ports.alertRows, ports.acts]).toEqual([[], []]);
  });

  it('is made once, however often somebody asks for it', async () => {
    const id = await finishedPreview();
    const answers = await Promise.allSettled([
      applyRepair(ports, PROJECT, 'jordan', id),
      applyRepair(ports, PROJECT, 'jordan', id),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await applyRepair(ports, PROJECT, 'jordan', id)).toMatchObject([{ code: 'repair.gone' }]);
    expect((await view()).made).toHaveLength(1);
  });

  it('is not made by a preview that is under way, old, or about other rules', async () => {
    twoPages();
    await previewRepair(ports, PROJECT, 'jordan', proposal);
    await runTurns(1);
    const { id } = (await view()).preview!;
    expect(await applyRepair(ports, PROJECT, 'jordan', id)).toMatchObject([{ code: 'repair.not-ready' }]);
    await runTurns();
    const finished = ports.now;
    afterwards(ports, days(1) + 1);
    expect(await applyRepair(ports, PROJECT, 'jordan', id)).toMatchObject([{ code: 'repair.too-old' }]);
    expect((await view()).preview?.spent).toBe('too-old');
    ports.now = finished;
    await importDefinitions(ports, PROJECT, 'sam', promising('2h'));
    expect(await applyRepair(ports, PROJECT, 'jordan', id)).toMatchObject([{ code: 'repair.rules-changed' }]);
    expect((await view()).made).toEqual([]);
  });

  it('holds when its backfill could not be started, which the tick then does', async () => {
    const id = await finishedPreview();
    const start = ports.backfills.start.bind(ports.backfills);
    ports.backfills.start = async () => {
      throw new Error('killed');
    };
    expect(await applyRepair(ports, PROJECT, 'jordan', id)).toEqual([]);
    ports.backfills.start = start;
    afterwards(ports, minutes(3));
    await tick(ports, () => 300_000);
    await readAnew();
    expect(verdicts()).toEqual(['breached', 'breached', 'breached']);
  });

  it('is judged by the calendar of its time, whatever is published later', async () => {
    await applyRepair(ports, PROJECT, 'jordan', await finishedPreview());
    await readAnew();
    const definitions = promising('1h');
    definitions.calendars[0]!.weekly = { wed: [['11:00', '17:00']] };
    await importDefinitions(ports, PROJECT, 'sam', definitions);
    await readAnew();
    expect(verdicts()).toEqual(['breached', 'breached', 'breached']);
  });
});
