import { drain } from '../../../src/app/drain';
import { JiraUnavailable } from '../../../src/app/errors';
import { importDefinitions } from '../../support/import-definitions';
import { markIssue } from '../../../src/app/mark-issue';
import { viewIssueTimers } from '../../../src/app/view-issue-timers';
import { instant } from '../../../src/domain/time/instant';
import type { Fact } from '../../../src/domain/timer/history';
import { changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { afterwards, memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const ISSUE = '20001';
const place = { issue: ISSUE, project: PROJECT };
const plentyOfTime = () => 300_000;

let ports: MemoryPorts;

async function imported(change: (file: ReturnType<typeof draft>) => void = () => undefined) {
  const file = draft();
  change(file);
  return importDefinitions(ports, PROJECT, 'sam', file);
}

function inJira(facts: readonly Fact[], updated = ports.now): void {
  ports.inJira.set(ISSUE, { id: ISSUE, project: PROJECT, updated, history: { facts } });
}

beforeEach(() => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
});

describe('an event', () => {
  it('marks the issue and wakes the drain once for a burst', async () => {
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await markIssue(ports, '20002', PROJECT, 'event');
    expect(ports.marks).toHaveLength(3);
    expect(ports.woken).toEqual([PROJECT]);
  });

  it('wakes the drain at least once when two come together', async () => {
    await Promise.all([
      markIssue(ports, ISSUE, PROJECT, 'event'),
      markIssue(ports, '20002', PROJECT, 'event'),
    ]);
    expect(ports.woken).toEqual([PROJECT]);
  });

  it('wakes the drain again, once a minute, as long as it does not come, however many events do', async () => {
    ports.drains.wake = async () => {
      throw new Error('rate limit');
    };
    await expect(markIssue(ports, ISSUE, PROJECT, 'event')).rejects.toThrow('rate limit');
    ports.drains.wake = async (project) => void ports.woken.push(project);
    for (let tenSeconds = 1; tenSeconds <= 18; tenSeconds++) {
      afterwards(ports, 10_000);
      await markIssue(ports, ISSUE, PROJECT, 'event');
    }
    expect(ports.woken).toHaveLength(3);
  });
});

describe('the drain', () => {
  it('evaluates each marked issue once and leaves no mark', async () => {
    await imported();
    inJira([created(onWednesday('09:00'), { priority: 'P1' })]);
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    expect(ports.marks).toEqual([]);
    expect(ports.reads).toBe(1);
    expect(ports.evaluations.get(ISSUE)).toMatchObject({
      outcome: 'timers',
      timers: [{ metric: { id: 'resolution' } }],
    });
  });

  it('keeps a mark that came while it worked', async () => {
    await imported();
    inJira([created(onWednesday('09:00'))]);
    await markIssue(ports, ISSUE, PROJECT, 'event');
    const save = ports.timers.save.bind(ports.timers);
    let marked = false;
    ports.timers.save = async (evaluations) => {
      await save(evaluations);
      if (!marked) await markIssue(ports, ISSUE, PROJECT, 'event');
      marked = true;
    };
    await drain(ports, PROJECT, plentyOfTime);
    expect(ports.reads).toBe(2);
    expect(ports.marks).toEqual([]);
  });

  it('keeps all marks when Jira does not answer', async () => {
    await imported();
    await markIssue(ports, ISSUE, PROJECT, 'event');
    ports.issues.read = async () => {
      throw new JiraUnavailable('POST issue/bulkfetch: 429', 7);
    };
    await expect(drain(ports, PROJECT, plentyOfTime)).rejects.toThrow(JiraUnavailable);
    expect(ports.marks).toHaveLength(1);
    expect(ports.evaluations.size).toBe(0);
  });

  it('passes the rest on when its time is nearly up', async () => {
    await imported();
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await drain(ports, PROJECT, () => 1_000);
    expect(ports.marks).toHaveLength(1);
    expect(ports.woken).toEqual([PROJECT, PROJECT]);
  });

  it('asks Jira nothing about a project without agreements', async () => {
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    expect([ports.reads, ports.marks, ports.evaluations.size]).toEqual([0, [], 0]);
  });

  it('believes what Jira tells even when its clock is ahead', async () => {
    await imported();
    const ahead = instant(ports.now + 300);
    inJira([created(onWednesday('09:00')), changed(ahead, { status: 'Open → Done' })], ahead);
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    expect(ports.evaluations.get(ISSUE)?.timers[0]?.cycles[0]?.end?.at).toBe(ahead);
  });

  it('takes at most 100 issues at once', async () => {
    await imported();
    for (let n = 0; n < 130; n++) await markIssue(ports, String(30_000 + n), PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    expect(ports.reads).toBe(2);
    expect(ports.evaluations.size).toBe(130);
    expect(ports.evaluations.get('30000')?.outcome).toBe('unreadable');
  });
});

describe('the panel', () => {
  it('says so when the project has no definitions, without asking Jira', async () => {
    expect((await viewIssueTimers(ports, place, undefined)).kind).toBe('no-definitions');
    expect(ports.reads).toBe(0);
  });

  it('reads an issue that was never evaluated at once, and has it stored by the drain', async () => {
    await imported();
    inJira([created(onWednesday('09:00'))]);
    const view = await viewIssueTimers(ports, place, undefined);
    expect(view).toMatchObject({ kind: 'timers', asOf: ports.now });
    expect(Object.keys(view.calendars)).toEqual(['office@1']);
    expect(ports.evaluations.size).toBe(0);
    expect(ports.woken).toEqual([PROJECT]);
  });

  it('answers from the store while the issue has not changed', async () => {
    await imported();
    inJira([created(onWednesday('09:00'))]);
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    afterwards(ports, 60_000);
    await viewIssueTimers(ports, place, undefined);
    await viewIssueTimers(ports, place, onWednesday('10:00'));
    expect(ports.reads).toBe(1);
  });

  it('does not wait for the pipeline once the page has seen a newer issue, but reads at most every 5 s', async () => {
    await imported();
    inJira([created(onWednesday('09:00'))]);
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    afterwards(ports, 10_000);
    inJira([created(onWednesday('09:00')), changed(ports.now, { status: 'Open → Done' })]);

    const view = await viewIssueTimers(ports, place, ports.now);
    expect(view.timers[0]?.cycles[0]?.end?.kind).toBe('stopped');
    expect(ports.reads).toBe(2);
    await viewIssueTimers(ports, place, instant(ports.now + 1));
    expect(ports.reads).toBe(2);
    afterwards(ports, 5_000);
    await viewIssueTimers(ports, place, instant(ports.now + 1));
    expect(ports.reads).toBe(3);
  });

  it('lists timers as the agreement does, wherever they come from', async () => {
    await imported((file) => {
      const [metric] = file.agreements[0]!.metrics;
      file.agreements[0]!.metrics = [{ ...metric!, id: 'zz' }, metric!];
    });
    inJira([created(onWednesday('09:00'))]);
    const order = async () =>
      (await viewIssueTimers(ports, place, undefined)).timers.map(({ metric }) => metric.id);
    expect(await order()).toEqual(['zz', 'resolution']);
    await drain(ports, PROJECT, plentyOfTime);
    const [evaluation] = ports.evaluations.values();
    ports.evaluations.set(ISSUE, { ...evaluation!, timers: [...evaluation!.timers].reverse() });
    expect(await order()).toEqual(['zz', 'resolution']);
  });

  it('judges afresh when the definitions have changed', async () => {
    await imported();
    inJira([created(onWednesday('09:00'))]);
    await markIssue(ports, ISSUE, PROJECT, 'event');
    await drain(ports, PROJECT, plentyOfTime);
    afterwards(ports, 10_000);
    await imported((file) => (file.agreements[0]!.name = 'Renamed'));
    await viewIssueTimers(ports, place, undefined);
    expect(ports.reads).toBe(2);
  });

  it('shows what was read even when it cannot be marked', async () => {
    await imported();
    inJira([created(onWednesday('09:00'))]);
    ports.dirtyIssues.mark = async () => {
      throw new Error('no storage');
    };
    expect((await viewIssueTimers(ports, place, undefined)).kind).toBe('timers');
  });

  it('says so when the app may not read the issue', async () => {
    await imported();
    expect((await viewIssueTimers(ports, place, undefined)).kind).toBe('unreadable');
  });
});

describe('an import', () => {
  it('saves each record whose content changed as a revision of one change', async () => {
    expect(await imported()).toEqual({ problems: [], changed: 2, unchanged: 0, warnings: [] });
    afterwards(ports, 1_000);
    const outcome = await imported((file) => (file.calendars[0]!.name = 'Office hours'));
    expect(outcome).toEqual({ problems: [], changed: 1, unchanged: 1, warnings: [] });
    expect(ports.changes.map(({ revisions }) => revisions.map(({ doc, seq }) => `${doc.id}@${seq}`))).toEqual(
      [['office@1', 'desk@1'], ['office@2']],
    );
    expect(ports.changes[0]).toMatchObject({ actor: 'sam', action: 'import' });
  });

  it('tells what in the draft is worth a look, and nothing of what it leaves as it is', async () => {
    const stops = (file: ReturnType<typeof draft>) =>
      (file.agreements[0]!.metrics[0]!.cancel = { changed: 'status' });
    expect(await imported((file) => void stops(file))).toMatchObject({
      warnings: [{ code: 'metric.overruled', path: 'agreements[0].metrics[0].stop' }],
    });
    expect(
      await imported((file) => {
        file.agreements[0]!.id = 'other';
        file.agreements[0]!.covers = { field: 'priority', in: ['P1'] };
        file.agreements[0]!.metrics[0]!.goals.pop();
      }),
    ).toMatchObject({ warnings: [{ code: 'agreement.may-tie', details: { other: 'Desk' } }] });
  });

  it('refuses an agreement that ties with one in force', async () => {
    await imported();
    const outcome = await imported((file) => (file.agreements[0]!.id = 'other'));
    expect(outcome.problems).toMatchObject([{ code: 'agreement.tie', path: 'agreements[0]' }]);
    expect(ports.changes).toHaveLength(1);
  });

  it('does nothing at all when anything is wrong', async () => {
    const outcome = await imported((file) => (file.calendars[0]!.weekly = {}));
    expect(outcome.problems).toHaveLength(1);
    expect(ports.changes).toEqual([]);
  });

  it('refuses what is too long to be one record', async () => {
    const outcome = await imported((file) => {
      const [goal] = file.agreements[0]!.metrics[0]!.goals;
      file.agreements[0]!.metrics[0]!.goals = Array.from({ length: 1_000 }, () => goal!);
    });
    expect(outcome.problems).toMatchObject([{ code: 'definition.too-long', path: 'agreements.desk' }]);
    expect(ports.changes).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    await imported();
    expect(await imported()).toEqual({ problems: [], changed: 0, unchanged: 2, warnings: [] });
    expect(ports.changes).toHaveLength(1);
  });
});
