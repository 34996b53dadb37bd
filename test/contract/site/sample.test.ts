import { join } from 'node:path';
import { createClock } from '../../site/clock';
import type { ManagedClock } from '../../site/clock';
import { createJira } from '../../site/jira/jira';
import type { JiraSite } from '../../site/jira/jira';
import type { Issue } from '../../site/jira/model';
import { Store } from '../../site/jira/store';
import { sampleZone } from '../../site/sample/days';
import type { Incident } from '../../site/sample/log';
import { appUser } from '../../site/sample/people';
import { readSample } from '../../site/sample/sample';
import { earliestOf, instantsOf, openedAt, scheduleIncidents, statesOf } from '../../site/sample/seed';
import { addServiceProject, logFields } from '../../site/sample/service-project';

// The whole sample is played several times over.
jest.setTimeout(60_000);

const root = join(__dirname, '../../..');

it('reads a state that the export could not name as the one before', () => {
  const base = { number: 'INC0000001', updatedAt: '2016-03-01T10:00' };
  const incident = ['New', '-100', 'Resolved'].map((state) => ({ ...base, state })) as unknown as Incident;
  expect(statesOf(incident)).toEqual(['New', 'New', 'Resolved']);
});

interface Seeded {
  readonly jira: JiraSite;
  readonly clock: ManagedClock;
  readonly incidents: readonly Incident[];
  readonly shift: number;
  readonly opening: number;
}

async function seeded(today: string, most: number): Promise<Seeded> {
  const { incidents, shift, opening } = await readSample(root, new Date(today), most);
  const clock = createClock({ start: earliestOf(incidents, shift), rate: 0 });
  const store = new Store(appUser.accountId);
  addServiceProject(store);
  const jira = createJira({
    store,
    clock,
    identity: { siteUrl: 'http://x', cloudId: 'c' },
    timeZone: sampleZone,
  });
  scheduleIncidents({ jira, clock, incidents, shift });
  await clock.moveTo(opening);
  return { jira, clock, incidents, shift, opening };
}

describe('the seed', () => {
  let site: Seeded;
  beforeAll(async () => {
    site = await seeded('2026-11-18T12:00:00Z', 300);
  });
  afterAll(() => site.clock.close());

  const issueOf = ({ jira }: Seeded, incident: Incident): Issue => {
    const found = [...jira.store.issues.values()].find(
      (issue) => jira.store.customText(issue, logFields.number) === incident[0].number,
    );
    if (found === undefined) throw new Error(`no issue for ${incident[0].number}`);
    return found;
  };

  it('holds the first 300 incidents, many of them open, and nothing went wrong', () => {
    expect(site.jira.store.issues.size).toBe(300);
    const open = [...site.jira.store.issues.values()].filter(({ resolutionId }) => resolutionId === null);
    expect(open.length).toBeGreaterThan(80);
    expect(site.clock.problems).toEqual([]);
  });

  it('has each issue as the log has it at that instant', () => {
    const { store } = site.jira;
    for (const incident of site.incidents) {
      const issue = issueOf(site, incident);
      const { rows } = instantsOf(incident, site.shift);
      const at = rows.filter((instant) => instant <= site.opening).length - 1;
      const row = incident[Math.max(0, at)] ?? incident[0];
      expect([
        store.status(issue.statusId).name,
        store.priority(issue.priorityId).name,
        issue.assigneeId === null ? null : store.user(issue.assigneeId).displayName,
        store.customText(issue, logFields.assignmentGroup),
        store.user(issue.reporterId).displayName,
      ]).toEqual([
        at < 0 ? 'New' : (statesOf(incident)[at] ?? ''),
        row.priority,
        row.assignedTo,
        row.assignmentGroup,
        row.caller,
      ]);
    }
  });

  it('has histories in order of time and id, whose values follow on one another', () => {
    for (const issue of site.jira.store.issues.values()) {
      const last = new Map<string, string | null>();
      let [created, id] = [issue.created, 0];
      for (const history of issue.histories) {
        expect(history.created).toBeGreaterThan(created);
        expect(Number(history.id)).toBeGreaterThan(id);
        [created, id] = [history.created, Number(history.id)];
        for (const { fieldId = '', from, fromString, to, toString } of history.items) {
          if (last.has(fieldId)) expect(from ?? fromString).toBe(last.get(fieldId));
          last.set(fieldId, to ?? toString);
        }
      }
      expect(created).toBeLessThanOrEqual(site.opening);
      if (last.has('status')) expect(last.get('status')).toBe(issue.statusId);
      expect(issue.resolutionId === null).toBe(!['5', '6'].includes(issue.statusId));
    }
  });

  it('has agents on the staff side and callers as customers', () => {
    const { store } = site.jira;
    const issues = [...store.issues.values()];
    expect(issues.every(({ reporterId }) => store.user(reporterId).accountType === 'customer')).toBe(true);
    expect(
      issues.every(
        ({ assigneeId }) => assigneeId === null || store.user(assigneeId).accountType === 'atlassian',
      ),
    ).toBe(true);
  });
});

describe('what is still to come', () => {
  it('happens when the clock comes by, with events, and not on issues that somebody changed by hand', async () => {
    const site = await seeded('2026-11-19T12:00:00Z', 300);
    const { store, changes } = site.jira;
    const events: string[] = [];
    const next = (incident: Incident): number =>
      statesOf(incident).findIndex(
        (state, at, all) =>
          (instantsOf(incident, site.shift).rows[at] ?? 0) > site.opening && state !== all[at - 1],
      );
    const [touched, deleted] = site.incidents.filter((incident) => {
      const at = next(incident);
      return at > 0 && ['New', 'Active'].includes(statesOf(incident)[at - 1] ?? '');
    });
    const issue = (incident: Incident | undefined): Issue | undefined =>
      [...store.issues.values()].find(
        (each) => store.customText(each, logFields.number) === incident?.[0].number,
      );
    const [byHand, gone] = [issue(touched), issue(deleted)];
    if (byHand === undefined || gone === undefined) throw new Error('no such incident');
    const vendor = store.projectOf(byHand).transitions.find(({ id }) => id === '31');
    changes.change({ kind: 'app' }, byHand, vendor === undefined ? {} : { transition: vendor });
    changes.delete({ kind: 'app' }, gone);
    site.jira.onEvent(({ eventType }) => events.push(eventType));
    await site.clock.moveTo(site.opening + 300 * 86_400_000);
    expect(store.status(byHand.statusId).name).toBe('Awaiting Vendor');
    const others = [...store.issues.values()].filter((each) => each !== byHand);
    expect(others).toHaveLength(298);
    expect(new Set(others.map(({ statusId }) => store.status(statusId).name))).toEqual(new Set(['Closed']));
    expect(events).toContain('avi:jira:updated:issue');
    expect(site.clock.problems).toEqual([]);
    site.clock.close();
  });
});

describe('the whole log', () => {
  let site: Seeded;
  beforeAll(async () => {
    site = await seeded('2026-11-20T12:00:00Z', Infinity);
  });
  afterAll(() => site.clock.close());

  it('is 12,375 incidents, of which those up to the opening have happened', () => {
    const opened = site.incidents.filter((incident) => openedAt(incident, site.shift) <= site.opening);
    expect([site.incidents.length, site.jira.store.issues.size]).toEqual([12_375, opened.length]);
    expect(site.clock.problems).toEqual([]);
  });

  it('goes on: all incidents come, and nothing goes wrong', async () => {
    await site.clock.moveTo(site.opening + 300 * 86_400_000);
    expect([site.jira.store.issues.size, site.clock.problems]).toEqual([12_375, []]);
  });

  it('has who opened it as the reporter of an incident without a caller', () => {
    const { store } = site.jira;
    const issue = [...store.issues.values()].find(
      (each) => store.customText(each, logFields.number) === 'INC0016876',
    );
    expect(issue?.reporterId).toBe(issue?.creatorId);
  });
});
