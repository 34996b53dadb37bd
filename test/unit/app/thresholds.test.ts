import { backfillTurn, startBackfill } from '../../../src/app/backfill';
import { drain } from '../../../src/app/drain';
import { JiraUnavailable } from '../../../src/app/errors';
import { importDefinitions } from '../../support/import-definitions';
import { markIssue } from '../../../src/app/mark-issue';
import { planAllThresholds } from '../../../src/app/plan-thresholds';
import { reachThresholds } from '../../../src/app/reach-thresholds';
import { days, instant, later } from '../../../src/domain/time/instant';
import type { Fact } from '../../../src/domain/timer/history';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const ISSUE = '20001';
const plenty = () => 300_000;

let ports: MemoryPorts;

/** P1 promises four hours of an office that is open from 09:00 to 17:00 in Berlin, 08:00 to 16:00 UTC. */
beforeEach(async () => {
  ports = memoryPorts(onWednesday('07:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  await importDefinitions(ports, PROJECT, 'sam', withThresholds());
  ports.turns.length = 0;
});

function withThresholds(): ReturnType<typeof draft> {
  const file = draft();
  file.agreements[0]!.metrics[0]!.thresholds = [
    {
      id: 'soon',
      atShare: '75%',
      actions: [{ label: 'soon' }, { comment: '{metric} of {issue}: {left} left' }],
    },
    {
      id: 'due',
      atShare: '100%',
      actions: [{ notify: ['assignee'], subject: '{issue}', text: 'Due {due}' }],
    },
  ];
  return file;
}

function inJira(facts: readonly Fact[], issue = ISSUE): void {
  ports.inJira.set(issue, { id: issue, project: PROJECT, updated: facts.at(-1)!.at, history: { facts } });
}

const toTime = (time: string): void => void (ports.now = onWednesday(time));

async function drained(time: string, issue = ISSUE): Promise<void> {
  toTime(time);
  await markIssue(ports, issue, PROJECT, 'event');
  await drain(ports, PROJECT, plenty);
}

/** Delivers what is due by then, each at its own instant, and runs the drain where it was woken. */
async function until(time: string): Promise<void> {
  for (;;) {
    const next = ports.pushed.filter(({ at }) => at <= onWednesday(time)).sort((a, b) => a.at - b.at)[0];
    if (!next) break;
    ports.pushed.splice(ports.pushed.indexOf(next), 1);
    ports.now = next.at > ports.now ? next.at : ports.now;
    await reachThresholds(ports, next, plenty);
    await drain(ports, PROJECT, plenty);
  }
  toTime(time);
}

/** A turn of a reading of all issues. */
async function readAll(): Promise<void> {
  const { id, turn } = ports.backfillOf.get(PROJECT)!;
  await backfillTurn(ports, { project: PROJECT, id, turn });
}

async function allRead(time: string): Promise<void> {
  toTime(time);
  await startBackfill(ports, PROJECT, 'sam');
  await readAll();
}

const acts = () => ports.acts.map(({ action }) => Object.keys(action)[0]);
const p1 = [created(onWednesday('08:00'), { priority: 'P1' })];

describe('what changes by itself', () => {
  it('is looked at to the second, when it is less than a quarter of an hour away', async () => {
    inJira(p1);
    await drained('10:44:59');
    expect(ports.pushed).toEqual([]);
    await drained('10:50');
    expect(ports.pushed).toEqual([{ at: onWednesday('11:00'), issues: [ISSUE] }]);
  });

  it('is found by the tick too, for the whole site', async () => {
    inJira(p1);
    await drained('08:00');
    await planAllThresholds(ports);
    expect(ports.pushed).toEqual([]);
    toTime('10:50');
    await planAllThresholds(ports);
    expect(ports.pushed).toEqual([{ at: onWednesday('11:00'), issues: [ISSUE] }]);
  });

  it('comes for many issues in one message a second, of at most a hundred', async () => {
    for (let n = 0; n < 130; n++) {
      inJira(p1, String(30_000 + n));
      await markIssue(ports, String(30_000 + n), PROJECT, 'event');
    }
    toTime('10:50');
    await drain(ports, PROJECT, plenty);
    ports.pushed.length = 0;
    await planAllThresholds(ports);
    expect(ports.pushed.map(({ at, issues }) => [at, issues.length])).toEqual([
      [onWednesday('11:00'), 100],
      [onWednesday('11:00'), 30],
    ]);
  });

  it('has the drain write how the issue stands, without any event', async () => {
    inJira(p1);
    await drained('11:50');
    await until('12:01');
    const { timers, evaluatedAt } = ports.evaluations.get(ISSUE)!;
    expect(timers[0]?.standings[0]).toMatchObject({ verdict: 'breached', breachedAt: onWednesday('12:00') });
    expect(evaluatedAt).toBe(onWednesday('12:00:01'));
  });

  it('keeps nobody waiting when it cannot be planned', async () => {
    inJira(p1);
    ports.thresholds.push = async () => Promise.reject(new Error('rate limit'));
    await drained('10:50');
    expect(ports.marks).toEqual([]);
    expect(ports.evaluations.size).toBe(1);
  });

  it('is not asked about again by an echo', async () => {
    inJira(p1);
    await drained('10:50');
    await until('11:00');
    const { reads } = ports;
    await reachThresholds(ports, { at: onWednesday('11:00'), issues: [ISSUE] }, plenty);
    expect(ports.reads).toBe(reads);
  });
});

describe('a threshold that is passed', () => {
  it('is told on time while few points are left, though what can wait is held', async () => {
    inJira(p1);
    ports.isQuotaLow = true;
    await drained('10:50');
    expect(await ports.holds.isHeld(ports.now)).toBe(true);
    await until('11:00');
    expect(acts()).toEqual(['label', 'comment']);
  });

  it('is told once, with what its text names, however often its message comes', async () => {
    inJira(p1);
    await drained('10:50');
    ports.pushed.push(...ports.pushed);
    await until('11:10');
    expect(ports.acts.map(({ action }) => action)).toEqual([
      { label: 'soon' },
      { comment: 'resolution of ITSD-20001: 1h left' },
    ]);
    expect(ports.alertRows).toMatchObject([{ alert: { threshold: 'soon' }, actAt: null }]);
  });

  it('is not told when it no longer holds', async () => {
    inJira(p1);
    await drained('10:50');
    inJira([...p1, changed(onWednesday('10:55'), { status: 'Open → Waiting' })]);
    await until('11:10');
    expect(ports.acts).toEqual([]);
  });

  it('is told by the drain’s care when an event comes first', async () => {
    inJira(p1);
    await drained('10:50');
    await drained('11:00:01');
    await until('11:00:02');
    expect(acts()).toEqual(['label', 'comment']);
  });

  it('keeps nobody waiting when those who act on it cannot be woken: the tick wakes them', async () => {
    inJira(p1);
    await drained('10:50');
    const push = ports.thresholds.push.bind(ports.thresholds);
    ports.thresholds.push = async () => Promise.reject(new Error('rate limit'));
    ports.pushed.length = 0;
    await drained('11:00:01');
    expect([ports.marks, ports.alertRows.length, ports.acts]).toEqual([[], 1, []]);
    ports.thresholds.push = push;
    toTime('11:05');
    await planAllThresholds(ports);
    await until('11:05:01');
    expect(acts()).toEqual(['label', 'comment']);
  });

  it('names each issue once when many are woken for, in messages of at most a hundred', async () => {
    for (let n = 0; n < 60; n++) {
      inJira(p1, String(30_000 + n));
      await markIssue(ports, String(30_000 + n), PROJECT, 'event');
    }
    toTime('12:00:01');
    await drain(ports, PROJECT, plenty);
    expect(ports.alertRows).toHaveLength(120);
    expect(ports.pushed.map(({ issues }) => new Set(issues).size - issues.length)).toEqual([0]);
  });

  it('is told late when its message was lost, with the instant', async () => {
    inJira(p1);
    await drained('10:50');
    ports.pushed.length = 0;
    toTime('11:20');
    await planAllThresholds(ports);
    await until('11:20');
    expect(ports.acts.at(-1)?.action).toEqual({
      comment: 'resolution of ITSD-20001: 40m left\n(2026-11-18 12:00 Europe/Berlin)',
    });
  });

  it('is never told of when it was passed before the agreement was published', async () => {
    ports = memoryPorts(onWednesday('12:30'));
    for (const [field, values] of projectValues) ports.values.set(field, values);
    inJira(p1);
    await importDefinitions(ports, PROJECT, 'sam', withThresholds());
    await allRead('12:40');
    expect(ports.evaluations.get(ISSUE)?.timers[0]?.standings[0]).toMatchObject({ verdict: 'breached' });
    await drained('12:41');
    await until('13:00');
    expect(ports.alertRows).toEqual([]);
  });

  it('is told by a first reading of all issues when the events of the issue were lost', async () => {
    inJira(p1);
    await allRead('12:10');
    await until('12:11');
    expect(ports.alertRows.map(({ alert }) => alert.threshold)).toEqual(['soon', 'due']);
    expect(ports.acts.map(({ action }) => action)).toEqual([
      { label: 'soon' },
      { comment: 'resolution of ITSD-20001: -10m left\n(2026-11-18 12:00 Europe/Berlin)' },
      { notify: ['assignee'], subject: 'ITSD-20001', text: 'Due 2026-11-18 13:00 Europe/Berlin' },
    ]);
  });

  it('is told once by the readings of all issues, and not at all after a day', async () => {
    inJira(p1);
    await allRead('12:10');
    await until('12:11');
    await allRead('12:20');
    await until('12:21');
    expect(ports.alertRows).toHaveLength(2);

    ports.evaluations.clear();
    ports.alertRows.length = 0;
    ports.now = later(onWednesday('11:59'), days(1));
    await startBackfill(ports, PROJECT, 'sam');
    await readAll();
    expect(ports.alertRows.map(({ alert }) => alert.threshold)).toEqual(['due']);
  });

  it('is not told again by the first reading after a project came back from the trash', async () => {
    inJira(p1);
    await drained('11:00');
    await until('11:01');
    const told = acts();
    await ports.projects.setState(PROJECT, 'deleted', onWednesday('11:30'));
    while (await ports.projects.forgetSome(PROJECT));
    await ports.projects.setState(PROJECT, 'live', onWednesday('11:40'));
    toTime('12:05');
    await startBackfill(ports, PROJECT, 'sam');
    await readAll();
    await until('12:06');
    expect([told, acts()]).toEqual([
      ['label', 'comment'],
      ['label', 'comment', 'notify'],
    ]);
  });

  it('is not lost when a second reading of all issues comes between', async () => {
    inJira(p1);
    await drained('10:50');
    toTime('11:00:01');
    await importDefinitions(ports, PROJECT, 'sam', {
      ...draft(),
      agreements: [{ ...draft().agreements[0]!, id: 'other', kind: 'OLA' }],
    });
    const { id, turn } = ports.backfillOf.get(PROJECT)!;
    await backfillTurn(ports, { project: PROJECT, id, turn });
    await until('11:00:02');
    expect(acts()).toEqual(['label', 'comment']);
  });

  it('is finished by others when its consumer crashed', async () => {
    inJira(p1);
    await drained('10:50');
    const actions = { ...ports.actions };
    ports.actions.perform = async () => Promise.reject(new Error('killed'));
    await expect(until('11:00')).rejects.toThrow('killed');
    ports.actions.perform = actions.perform.bind(ports.actions);
    toTime('11:05');
    await planAllThresholds(ports);
    await until('11:06');
    expect(ports.acts.map(({ action, how }) => [Object.keys(action)[0], how])).toEqual([
      ['label', 'repeat'],
      ['comment', 'begin'],
    ]);
  });
});

describe('an action', () => {
  it('that Jira refuses is written down with the reason, and does not keep the next from being done', async () => {
    inJira(p1);
    ports.outcome = (action) =>
      'label' in action ? { state: 'refused', reason: 'http-403' } : { state: 'done' };
    await drained('10:50');
    await until('11:01');
    expect(ports.alertRows[0]?.alert.steps).toMatchObject([
      { state: 'refused', reason: 'http-403' },
      { state: 'done' },
    ]);
  });

  it('is tried again when Jira comes back, mail only if none was sent', async () => {
    inJira(p1);
    await drained('11:50');
    await until('11:55');
    ports.outcome = () => new JiraUnavailable('POST issue/notify: 429', 20);
    await expect(until('12:00')).rejects.toThrow(JiraUnavailable);
    ports.outcome = () => ({ state: 'done' });
    ports.now = instant(ports.now + 20_000);
    await reachThresholds(ports, { at: ports.now, issues: [ISSUE] }, plenty);
    expect(ports.acts.map(({ action, how }) => [Object.keys(action)[0], how]).slice(-2)).toEqual([
      ['notify', 'begin'],
      ['notify', 'begin'],
    ]);
  });

  it('on an issue that is gone is refused', async () => {
    inJira(p1);
    await drained('10:50');
    ports.actions.keyOf = async () => undefined;
    await until('11:01');
    expect(ports.alertRows[0]?.alert.steps).toMatchObject([
      { state: 'refused', reason: 'http-404' },
      { state: 'refused', reason: 'http-404' },
    ]);
  });

  it('is left to the next run when this one has no time', async () => {
    inJira(p1);
    await drained('10:50');
    toTime('11:00');
    const [message] = ports.pushed.splice(0);
    await reachThresholds(ports, message!, () => 1_000);
    expect([ports.acts, ports.pushed]).toEqual([[], [{ at: onWednesday('11:00'), issues: [ISSUE] }]]);
  });
});
