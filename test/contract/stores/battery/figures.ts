import type { TimerFilter } from '../../../../src/app/ports';
import { HORIZON, type Instant } from '../../../../src/domain/time/instant';
import type { CycleName } from '../../../../src/domain/timer/cycle-name';
import { at as instantAt, changed, created, onWednesday } from '../../../support/builders';
import { evaluation, type Open, PROJECT, type Stores } from './support';

/** Four working hours are promised, 9 to 17; the timer of an issue waits while its status is Waiting. */
export function figuresBattery(open: Open): void {
  let stores: Stores;
  const now = onWednesday('15:00');
  const at = (time: string): Instant => onWednesday(time);
  const fields = { assignee: 'kim', priority: '2', team: 'desk', customer: 'acme' };

  beforeEach(async () => {
    stores = await open();
    await stores.timers.save([
      // Late since 13:00.
      evaluation('1', [created(at('09:00'), { ...fields, priority: '1' })], now),
      // Due tomorrow at 10:00.
      evaluation('2', [created(at('14:00'), fields)], now),
      // Waits since 10:00.
      evaluation(
        '3',
        [created(at('09:30'), { priority: '2' }), changed(at('10:00'), { status: 'Open → Waiting' })],
        now,
      ),
      // Met, and then opened again: late since 14:30.
      evaluation(
        '10',
        [
          created(at('09:00'), fields),
          changed(at('10:00'), { status: 'Open → Done' }),
          changed(at('10:30'), { status: 'Done → Open' }),
        ],
        now,
      ),
      // Breached at 13:00, done at 14:00 by somebody else.
      evaluation(
        '11',
        [
          created(at('09:00'), fields),
          changed(at('12:00'), { assignee: 'kim → ana' }),
          changed(at('14:00'), { status: 'Open → Done' }),
          changed(at('14:30'), { assignee: 'ana → kim' }),
        ],
        now,
      ),
      { ...evaluation('12', [created(at('09:00'), fields)], now), project: '10001' },
    ]);
  });

  const listed = async (filter: TimerFilter = {}, more = {}) =>
    (await stores.figures.open(PROJECT, { filter, offset: 0, limit: 50, ...more })).map(
      ({ issue, cycle, state, due }) => [`${issue}/${cycle}`, state, due] as const,
    );
  const shown = async (filter: TimerFilter, more = {}) => (await listed(filter, more)).map(([name]) => name);

  it('lists what is open by what is due next, and what waits last', async () => {
    expect(await listed()).toEqual([
      ['1/1', 'breached', at('13:00')],
      ['10/2', 'breached', at('14:30')],
      ['2/1', 'running', instantAt('2026-11-19T10:00Z')],
      ['3/1', 'paused', null],
    ]);
    const [late] = await stores.figures.open(PROJECT, { filter: {}, offset: 0, limit: 1 });
    expect(late).toEqual({
      issue: '1',
      agreement: 'desk',
      metric: 'resolution',
      cycle: 1,
      kind: 'resolution',
      goal: 'Four hours',
      state: 'breached',
      startedAt: at('09:00'),
      due: at('13:00'),
      breachedAt: at('13:00'),
      waitsSince: null,
      elapsed: 6 * 3_600_000,
      within: 4 * 3_600_000,
      dimensions: { service: null, customer: 'acme', priority: '1', assignee: 'kim', team: 'desk' },
    });
  });

  it('lists a page of them, and those alone that are asked for', async () => {
    expect(await shown({}, { offset: 1, limit: 2 })).toEqual(['10/2', '2/1']);
    expect(await shown({ priority: '2' })).toEqual(['10/2', '2/1', '3/1']);
    expect(await shown({ assignee: null })).toEqual(['3/1']);
    expect(await shown({ priority: '2', team: 'desk' }, { states: ['breached'] })).toEqual(['10/2']);
    expect(await shown({}, { states: ['breached', 'paused'] })).toEqual(['1/1', '10/2', '3/1']);
    expect(await shown({}, { waitsBefore: at('10:01') })).toEqual(['3/1']);
    expect(await shown({}, { waitsBefore: at('10:00') })).toEqual([]);
    expect(await shown({ kind: 'response' })).toEqual([]);
    expect(await shown({ agreement: 'desk', metric: 'resolution' })).toHaveLength(4);
  });

  it('counts them by how they stand', async () => {
    expect(await stores.figures.openCounts(PROJECT, {}, at('11:00'))).toEqual({
      states: { breached: 2, paused: 1, running: 1 },
      waitingLong: 1,
    });
    expect(await stores.figures.openCounts(PROJECT, { priority: '1' }, at('11:00'))).toEqual({
      states: { breached: 1 },
      waitingLong: 0,
    });
    expect(await stores.figures.openCounts('10009', {}, now)).toEqual({ states: {}, waitingLong: 0 });
  });

  it('names the values that they have, the most frequent first', async () => {
    const values = await stores.figures.openValues(PROJECT);
    expect(values.filter(({ by }) => by === 'priority')).toEqual([
      { by: 'priority', value: '2', count: 3 },
      { by: 'priority', value: '1', count: 1 },
    ]);
    expect(values.filter(({ by }) => by === 'team')).toEqual([
      { by: 'team', value: 'desk', count: 3 },
      { by: 'team', value: null, count: 1 },
    ]);
    expect(values.filter(({ by }) => by === 'agreement')).toEqual([
      { by: 'agreement', value: 'desk', count: 4 },
    ]);
  });

  it('lists what was breached in a time, the latest first, as it was when it ended', async () => {
    const wanted = { filter: {}, from: at('09:00'), to: HORIZON, offset: 0, limit: 50 };
    const all = await stores.figures.breached(PROJECT, wanted);
    expect(all.map(({ issue, cycle, breachedAt }) => [issue, cycle, breachedAt])).toEqual([
      ['10', 2, at('14:30')],
      ['11', 1, at('13:00')],
      ['1', 1, at('13:00')],
    ]);
    expect(all[1]).toEqual({
      issue: '11',
      agreement: 'desk',
      metric: 'resolution',
      cycle: 1,
      kind: 'resolution',
      goal: 'Four hours',
      version: 'desk@1',
      breachedAt: at('13:00'),
      startedAt: at('09:00'),
      endedAt: at('14:00'),
      elapsed: 5 * 3_600_000,
      within: 4 * 3_600_000,
      verdict: 'breached',
      reported: 'breached',
      dimensions: { service: null, customer: 'acme', priority: '2', assignee: 'ana', team: 'desk' },
    });
    const some = async (more: object) =>
      (await stores.figures.breached(PROJECT, { ...wanted, ...more })).map(({ issue }) => issue);
    expect(await some({ from: at('13:00'), to: at('14:30') })).toEqual(['11', '1']);
    expect(await some({ filter: { assignee: 'ana' } })).toEqual(['11']);
    expect(await some({ offset: 1, limit: 1 })).toEqual(['11']);
  });

  const time = {
    filter: {},
    by: 'priority',
    edges: ['2026-11-17', '2026-11-18', '2026-11-19'],
    until: onWednesday('14:00'),
  } as const;

  it('counts what ended by period and verdict, and beside it what was late when the time ended', async () => {
    const rows = await stores.figures.closed(PROJECT, time);
    const part = { agreement: 'desk', metric: 'resolution', kind: 'resolution' };
    const [met, breached] = [
      { verdict: 'met', reported: 'met' },
      { verdict: 'breached', reported: 'breached' },
    ];
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        { ...part, value: '2', period: 1, ...met, step: 94, count: 1, elapsed: 3_600_000 },
        { ...part, value: '2', period: 1, ...breached, step: 113, count: 1, elapsed: 5 * 3_600_000 },
        { ...part, value: '1', period: null, ...breached, step: 115, count: 1, elapsed: 6 * 3_600_000 },
      ]),
    );
    const before = { ...time, edges: ['2026-11-16', '2026-11-17'], until: onWednesday('00:00') };
    expect(await stores.figures.closed(PROJECT, before)).toEqual([]);
    const later = { ...time, edges: ['2026-11-18', '2026-11-19', '2026-11-20'] };
    const first = (await stores.figures.closed(PROJECT, later)).filter(({ period }) => period === 0);
    expect(first.sort((a, b) => a.elapsed - b.elapsed)).toEqual([
      { ...part, value: '2', period: 0, ...met, step: 0, count: 1, elapsed: 3_600_000 },
      { ...part, value: '2', period: 0, ...breached, step: 0, count: 1, elapsed: 5 * 3_600_000 },
    ]);
  });

  it('gives single lengths out of those that were judged', async () => {
    const named = { agreement: 'desk', metric: 'resolution', value: '2', place: 0 };
    expect(
      await stores.figures.lengths(PROJECT, time, [
        { ...named, step: 113 },
        { ...named, step: 94 },
      ]),
    ).toEqual([5 * 3_600_000, 3_600_000]);
    const teams = { ...time, by: 'service' as const };
    expect(await stores.figures.lengths(PROJECT, teams, [{ ...named, value: null, step: 94 }])).toEqual([
      3_600_000,
    ]);
    expect(await stores.figures.lengths(PROJECT, time, [])).toEqual([]);
  });

  it('names the cycles behind a number', async () => {
    const page = { ...time, offset: 0, limit: 50 };
    const named = async (more: object) =>
      (await stores.figures.cycles(PROJECT, { ...page, ...more })).map(
        ({ issue, cycle }) => `${issue}/${cycle}`,
      );
    expect(await named({})).toEqual(['10/1', '11/1']);
    expect(await named({ verdicts: ['met'] })).toEqual(['10/1']);
    expect(await named({ reported: ['breached', 'unknown'] })).toEqual(['11/1']);
    expect(await named({ late: true })).toEqual(['1/1']);
    expect(await named({ filter: { assignee: 'ana' } })).toEqual(['11/1']);
    expect(await named({ offset: 1, limit: 1 })).toEqual(['11/1']);
    const [met] = await stores.figures.cycles(PROJECT, page);
    expect(met).toEqual({
      issue: '10',
      agreement: 'desk',
      metric: 'resolution',
      cycle: 1,
      kind: 'resolution',
      goal: 'Four hours',
      verdict: 'met',
      reported: 'met',
      breachedAt: null,
      endedAt: at('10:00'),
      elapsed: 3_600_000,
      within: 4 * 3_600_000,
      dimensions: { service: null, customer: 'acme', priority: '2', assignee: 'kim', team: 'desk' },
    });
  });

  it('tells of the cycles of some days what was nearly missed, and how long they waited', async () => {
    await stores.timers.save([
      // Three of four hours used, and two waited.
      evaluation(
        '20',
        [
          created(at('09:00'), fields),
          changed(at('10:00'), { status: 'Open → Waiting' }),
          changed(at('12:00'), { status: 'Waiting → Open' }),
          changed(at('14:00'), { status: 'Open → Done' }),
        ],
        now,
      ),
    ]);
    const told = (nearMiss: number, more = {}) =>
      stores.figures.details(PROJECT, {
        agreement: 'desk',
        from: '2026-11-18',
        to: '2026-11-19',
        nearMiss,
        ...more,
      });
    const row = { metric: 'resolution', kind: 'resolution', version: 'desk@1', waited: 2 * 3_600_000 };
    expect(await told(75)).toEqual([{ ...row, nearMisses: 1 }]);
    expect(await told(76)).toEqual([{ ...row, nearMisses: 0 }]);
    expect(await told(25)).toEqual([{ ...row, nearMisses: 2 }]);
    expect(await told(75, { to: '2026-11-18' })).toEqual([]);
    expect(await told(75, { from: '2026-11-19', to: '2026-11-20' })).toEqual([]);
    expect(await told(75, { agreement: 'other' })).toEqual([]);
  });

  it('finds cycles by their names, as far as they were breached', async () => {
    const named = (issue: string, cycle: number): CycleName => ({
      issue,
      agreement: 'desk',
      metric: 'resolution',
      cycle,
    });
    const found = await stores.figures.breachedOf(PROJECT, [
      named('1', 1),
      named('10', 1),
      named('10', 2),
      named('2', 1),
      named('12', 1),
      named('99', 1),
    ]);
    expect(found.map(({ issue, cycle }) => [issue, cycle])).toEqual([
      ['1', 1],
      ['10', 2],
    ]);
    expect(await stores.figures.breachedOf(PROJECT, [])).toEqual([]);
  });
}
