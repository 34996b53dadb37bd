import { importDefinitions } from '../../support/import-definitions';
import { previewRules, MOST_LISTED, type RulesPreview } from '../../../src/app/preview-rules';
import { minutes, later } from '../../../src/domain/time/instant';
import { created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';

const first = { page: null, appliesToRunning: false };

let ports: MemoryPorts;

function promising(within: string) {
  const definitions = draft();
  definitions.agreements[0]!.metrics[0]!.goals = [{ name: 'All', within, calendar: 'office' }];
  return definitions;
}

/** Issues that were created at that time on Wednesday and are open since. */
function opened(clock: string, count: number): void {
  const first = ports.inJira.size + 20_000;
  for (let id = first; id < first + count; id++) {
    const history = { facts: [created(onWednesday(clock), { priority: 'P2', status: 'Open' })] };
    ports.inJira.set(String(id), {
      id: String(id),
      project: PROJECT,
      updated: onWednesday(clock),
      history,
    });
  }
}

const stored = () => JSON.stringify([[...ports.evaluations], ports.changes, ports.alertRows, ports.marks]);

async function preview(
  within: string,
  page: string | null = null,
  appliesToRunning = false,
): Promise<RulesPreview> {
  const outcome = await previewRules(ports, PROJECT, promising(within), { page, appliesToRunning });
  if (outcome === 'busy' || 'problems' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome;
}

beforeEach(() => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
});

describe('before anything is in force, a preview', () => {
  it('says how many open issues get timers, which are late and since when, and writes nothing', async () => {
    opened('09:00', 2);
    opened('11:30', 3);
    const before = stored();
    expect(await preview('2h')).toMatchObject({
      total: 5,
      next: null,
      read: 5,
      covered: 5,
      timers: 5,
      late: 2,
      lateTimers: ['20000', '20001'].map((issue) => ({
        issue,
        agreement: 'desk',
        metric: 'resolution',
        kind: 'resolution',
        cycle: 1,
        since: onWednesday('11:00'),
      })),
      verdicts: [
        { before: null, after: 'breached', count: 2 },
        { before: null, after: 'open', count: 3 },
      ],
      warnings: [],
    });
    expect(stored()).toEqual(before);
  });

  it('tells those at risk from those late', async () => {
    opened('10:20', 1);
    opened('09:00', 1);
    expect(await preview('2h')).toMatchObject({ timers: 2, late: 1, atRisk: 1 });
  });

  it('counts no timers where the agreement says nothing of an issue', async () => {
    opened('09:00', 1);
    const definitions = promising('2h');
    definitions.agreements[0]!.covers = { field: 'priority', in: ['P1'] };
    expect(await previewRules(ports, PROJECT, definitions, first)).toMatchObject({
      read: 1,
      covered: 0,
      timers: 0,
      differences: [],
    });
  });

  it('goes from page to page, and counts the issues on the first', async () => {
    opened('09:00', 150);
    const all = [...ports.inJira.values()];
    ports.searchPages = (_group, page) => ({
      readings: all.slice(page * 100, page * 100 + 100),
      last: page === 1,
    });
    const first = await preview('2h');
    expect(first).toMatchObject({ total: 150, read: 100, late: 100 });
    const second = await preview('2h', first.next);
    expect(second).toMatchObject({ total: null, next: null, read: 50, late: 50, rules: first.rules });
  });

  it('lists no more than a page can show', async () => {
    opened('09:00', MOST_LISTED + 20);
    const { late, lateTimers, differences, verdicts } = await preview('2h');
    expect([late, lateTimers.length, differences.length]).toEqual([
      MOST_LISTED + 20,
      MOST_LISTED,
      MOST_LISTED,
    ]);
    expect(verdicts).toEqual([{ before: null, after: 'breached', count: MOST_LISTED + 20 }]);
  });

  it('leaves out issues that have been moved away since the search saw them', async () => {
    opened('09:00', 2);
    const [first] = [...ports.inJira.values()];
    ports.inJira.set(first!.id, { ...first!, project: '10001' });
    expect(await preview('2h')).toMatchObject({ read: 1, timers: 1 });
  });

  it('comes to what an import would then show', async () => {
    opened('09:00', 3);
    const { verdicts } = await preview('2h');
    await importDefinitions(ports, PROJECT, 'sam', promising('2h'));
    ports.now = later(ports.now, minutes(1));
    expect(verdicts).toEqual([{ before: null, after: 'breached', count: 3 }]);
    expect(await preview('2h')).toMatchObject({ differences: [], verdicts: [], late: 3 });
  });
});

it('a preview of a next version shows that running timers stay what they are', async () => {
  await importDefinitions(ports, PROJECT, 'sam', promising('8h'));
  opened('09:00', 1);
  const { rules } = await preview('8h');
  ports.now = onWednesday('13:00');
  expect(await preview('1h')).toMatchObject({ rules, timers: 1, late: 0, differences: [] });
});

describe('a preview is refused', () => {
  it('with every problem that an import would name', async () => {
    const spoilt = promising('2h');
    spoilt.agreements[0]!.metrics[0]!.goals[0]!.calendar = 'nowhere';
    const imported = await importDefinitions(ports, PROJECT, 'sam', spoilt);
    expect(imported.problems).toMatchObject([{ code: 'goal.unknown-calendar' }]);
    expect(await previewRules(ports, PROJECT, spoilt, first)).toEqual(imported);
  });

  it('while little is left of what Jira grants, or work is held', async () => {
    ports.isQuotaLow = true;
    expect(await previewRules(ports, PROJECT, promising('2h'), first)).toBe('busy');
    ports.isQuotaLow = false;
    ports.heldUntil = onWednesday('13:00');
    expect(await previewRules(ports, PROJECT, promising('2h'), first)).toBe('busy');
  });
});
