import * as fc from 'fast-check';
import { evaluateIssue } from '../../../src/app/evaluate-issue';
import { previewAlerts, type AlertsPreview } from '../../../src/app/preview-alerts';
import { raiseAlerts } from '../../../src/app/raise-alerts';
import { rulesOf } from '../../../src/app/rules';
import { days, earlier, later, minutes, type Instant } from '../../../src/domain/time/instant';
import type { Fact } from '../../../src/domain/timer/history';
import { at, changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { asyncLaw } from '../../support/laws';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';

let ports: MemoryPorts;

function freshPorts(now: Instant): MemoryPorts {
  const fresh = memoryPorts(now);
  for (const [field, values] of projectValues) fresh.values.set(field, values);
  return fresh;
}

beforeEach(() => {
  ports = freshPorts(onWednesday('16:00'));
});

/** Two hours for P1 and four for the rest, of which somebody is told at the half and at the end. */
function telling(...shares: string[]) {
  const file = draft();
  const [metric] = file.agreements[0]!.metrics;
  metric!.goals = [
    { name: 'P1', when: { field: 'priority', in: ['P1'] }, within: '2h', calendar: 'office' },
    { name: 'Others', within: '4h', calendar: 'office' },
  ];
  metric!.thresholds = shares.map((atShare) => ({
    id: `at-${atShare}`,
    atShare,
    actions: [{ label: 'late' }],
  }));
  return file;
}

function inJira(id: string, ...facts: Fact[]): void {
  ports.inJira.set(id, { id, project: PROJECT, updated: facts.at(-1)!.at, history: { facts } });
}

const born = (when: Instant, assignee?: string) =>
  created(when, { priority: 'P2', status: 'Open', ...(assignee && { assignee }) });

async function preview(file = telling('50%', '100%'), page: string | null = null): Promise<AlertsPreview> {
  const outcome = await previewAlerts(ports, PROJECT, file, page);
  if (outcome === 'busy' || 'problems' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome;
}

const told = ({ told: all }: AlertsPreview) => all.map((each) => [each.issue, each.threshold, each.at]);

describe('a preview of alerts', () => {
  it('says what would have been passed when, and whose issue it was, and writes nothing', async () => {
    const assigned = changed(onWednesday('10:30'), { assignee: ' → ann' });
    inJira('1', born(onWednesday('09:00')), assigned);
    inJira('2', born(onWednesday('13:00')));
    const before = JSON.stringify([ports.alertRows, ports.changes, [...ports.evaluations], ports.marks]);
    const found = await preview();
    expect(found).toMatchObject({ total: 2, next: null, read: 2, covered: 2 });
    expect(found.since).toBe(earlier(ports.now, days(30)));
    const of = { agreement: 'desk', metric: 'resolution' };
    expect(found.told).toEqual([
      { ...of, issue: '1', threshold: 'at-50%', at: onWednesday('11:00'), assignee: 'ann' },
      { ...of, issue: '1', threshold: 'at-100%', at: onWednesday('13:00'), assignee: 'ann' },
      { ...of, issue: '2', threshold: 'at-50%', at: onWednesday('15:00'), assignee: null },
    ]);
    expect(JSON.stringify([ports.alertRows, ports.changes, [...ports.evaluations], ports.marks])).toBe(
      before,
    );
  });

  it('counts issues that are done, and not what was passed before the 30 days', async () => {
    const done = changed(onWednesday('12:00'), { status: 'Open → Done' });
    inJira('1', born(onWednesday('09:00')), done);
    inJira('2', born(at('2026-10-12T09:00Z')));
    expect(told(await preview())).toEqual([['1', 'at-50%', onWednesday('11:00')]]);
  });

  it('is by the goals of the draft, whatever was in force meanwhile', async () => {
    const inForce = draft();
    inForce.agreements[0]!.metrics[0]!.goals = [{ name: 'All', within: '1h', calendar: 'office' }];
    ports.now = onWednesday('08:00');
    await importDefinitions(ports, PROJECT, 'sam', inForce);
    ports.now = onWednesday('16:00');
    inJira('1', born(onWednesday('09:00')));
    expect(told(await preview(telling('50%')))).toEqual([['1', 'at-50%', onWednesday('11:00')]]);
    // Of a draft that is in force as it stands too.
    await importDefinitions(ports, PROJECT, 'sam', telling('50%'));
    expect(told(await preview(telling('50%')))).toEqual([['1', 'at-50%', onWednesday('11:00')]]);
  });

  it('leaves issues to another agreement that is more specific', async () => {
    ports.now = onWednesday('08:00');
    const other = draft();
    Object.assign(other.agreements[0]!, { id: 'urgent', customer: { field: 'priority', in: ['P1'] } });
    await importDefinitions(ports, PROJECT, 'sam', other);
    ports.now = onWednesday('16:00');
    inJira('1', created(onWednesday('09:00'), { priority: 'P1', status: 'Open' }));
    inJira('2', born(onWednesday('09:00')));
    expect(await preview(telling('50%'))).toMatchObject({ read: 2, covered: 1, told: [{ issue: '2' }] });
  });

  it('goes from page to page', async () => {
    inJira('1', born(onWednesday('09:00')));
    inJira('2', born(onWednesday('09:00')));
    const all = [...ports.inJira.values()];
    ports.searchPages = (_selection, page) => ({ readings: [all[page]!], last: page === 1 });
    const first = await preview(telling('50%'));
    expect(first).toMatchObject({ total: 2, read: 1, told: [{ issue: '1' }] });
    const second = await preview(telling('50%'), first.next);
    expect(second).toMatchObject({ total: null, next: null, told: [{ issue: '2' }], rules: first.rules });
  });

  it('is refused with what is wrong with the draft, and while little quota is left', async () => {
    const spoilt = telling('50%');
    spoilt.agreements[0]!.metrics[0]!.goals[0]!.calendar = 'nowhere';
    expect(await previewAlerts(ports, PROJECT, spoilt, null)).toMatchObject({
      problems: [{ code: 'goal.unknown-calendar' }],
    });
    ports.isQuotaLow = true;
    expect(await previewAlerts(ports, PROJECT, telling('50%'), null)).toBe('busy');
    ports.isQuotaLow = false;
    ports.heldUntil = onWednesday('17:00');
    expect(await previewAlerts(ports, PROJECT, telling('50%'), null)).toBe('busy');
  });
});

const OPENS = onWednesday('08:30');
const anyDeeds = fc.array(
  fc.record({
    minute: fc.integer({ min: 1, max: 449 }),
    change: fc.constantFrom<Record<string, string>>(
      { status: ' → Waiting' },
      { status: ' → Open' },
      { status: ' → Done' },
      { priority: ' → P1' },
      { priority: ' → P2' },
    ),
  }),
  { maxLength: 6 },
);

asyncLaw(
  'a preview says what would have been told by whoever looked every minute',
  anyDeeds,
  async (deeds) => {
    ports = freshPorts(onWednesday('07:00'));
    const file = telling('25%', '50%', '100%', '200%');
    await importDefinitions(ports, PROJECT, 'sam', file);
    const facts = [
      born(OPENS),
      ...deeds
        .sort((a, b) => a.minute - b.minute)
        .map(({ minute, change }) => changed(later(OPENS, minutes(minute)), change)),
    ];
    const rules = await rulesOf(ports, PROJECT);
    for (let minute = 0; minute <= 450; minute += 1) {
      ports.now = later(OPENS, minutes(minute));
      const known = facts.filter((fact) => fact.at <= ports.now);
      const reading = { id: '1', project: PROJECT, updated: OPENS, history: { facts: known } };
      const evaluation = evaluateIssue(reading, rules.book, rules.hoursOf, ports.now);
      await raiseAlerts(ports, rules, [evaluation], 'return');
      await ports.timers.save([evaluation]);
    }
    inJira('1', ...facts);
    const raised = ports.alertRows.map(({ alert }) => [alert.threshold, alert.passedAt]);
    const previewed = (await preview(file)).told.map((each) => [each.threshold, each.at]);
    expect(previewed.sort()).toEqual(raised.sort());
  },
  60,
);
