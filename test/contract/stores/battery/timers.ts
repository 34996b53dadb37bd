import type { Timer } from '../../../../src/domain/timer/cycle';
import { standing } from '../../../../src/domain/timer/standing';
import { changed, created, hoursOf, onWednesday } from '../../../support/builders';
import { evaluation, type Open, PROJECT, type Stores } from './support';

export function timersBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  it('gives back how an issue was judged', async () => {
    await stores.timers.save([evaluation('1'), evaluation('2')]);
    const { timers, lines: _lines, ahead: _ahead, ...rest } = evaluation('1');
    expect(await stores.timers.of('1')).toEqual({
      ...rest,
      timers: timers.map(({ standings: _standings, ...timer }) => timer),
    });
    expect(await stores.timers.of('3')).toBeUndefined();
  });

  it('gives back which priority its agreement gives it, and forgets it with the next evaluation', async () => {
    const high = { id: '2', name: 'High' };
    const priority = {
      agreement: { id: 'desk', name: 'Desk' },
      impact: { field: 'impact', value: { id: '10201', name: 'Broad' } },
      urgency: { field: 'urgency', value: null },
      priority: null,
      inJira: high,
    };
    await stores.timers.save([{ ...evaluation('1'), priority, priorityToSet: high }, evaluation('2')]);
    expect(await stores.timers.of('1')).toMatchObject({ priority });
    expect(await stores.timers.of('1')).not.toHaveProperty('priorityToSet');
    expect(await stores.timers.of('2')).not.toHaveProperty('priority');
    await stores.timers.save([evaluation('1')]);
    expect(await stores.timers.of('1')).not.toHaveProperty('priority');
  });

  it('puts a new evaluation in place of the old one, further cycles and vanished ones included', async () => {
    const reopened = [
      created(onWednesday('09:00')),
      changed(onWednesday('09:30'), { status: 'Open → Done' }),
      changed(onWednesday('09:40'), { status: 'Done → Open' }),
    ];
    await stores.timers.save([evaluation('1')]);
    await stores.timers.save([evaluation('1', reopened)]);
    expect((await stores.timers.of('1'))?.timers[0]?.cycles).toHaveLength(2);
    await stores.timers.save([evaluation('1')]);
    expect((await stores.timers.of('1'))?.timers[0]?.cycles).toHaveLength(1);
    await stores.timers.save([{ ...evaluation('1'), outcome: 'unreadable', issueUpdated: null, timers: [] }]);
    expect(await stores.timers.of('1')).toMatchObject({
      outcome: 'unreadable',
      issueUpdated: null,
      timers: [],
    });
  });

  it('keeps apart a cycle that could not be decided from a timer of which nothing is known', async () => {
    const { timers, ...rest } = evaluation('1', [
      created(onWednesday('09:00')),
      changed(onWednesday('09:30'), { status: 'Open → Done' }),
      changed(onWednesday('09:40'), { status: 'Done → Open' }),
    ]);
    const [timer] = timers;
    const [met, open] = timer!.cycles;
    const save = (cycles: Timer['cycles'], unknown: boolean) => {
      const standings = cycles.map((cycle) => standing(cycle, unknown, hoursOf, onWednesday('10:00')));
      const timers = [{ ...timer!, cycles, unknown, standings }];
      return stores.timers.save([{ ...rest, timers }]);
    };
    const undecided = [met!, { ...open!, undecided: true as const }];
    await save(undecided, false);
    expect((await stores.timers.of('1'))?.timers).toMatchObject([{ cycles: undecided, unknown: false }]);
    await save(undecided, true);
    expect((await stores.timers.of('1'))?.timers).toMatchObject([{ cycles: undecided, unknown: true }]);
  });

  it('leaves other issues alone, and forgets one on demand', async () => {
    await stores.timers.save([evaluation('1'), evaluation('2')]);
    await stores.timers.save([evaluation('2')]);
    await stores.timers.forget('2', onWednesday('10:00'));
    expect(await stores.timers.of('1')).toBeDefined();
    expect(await stores.timers.of('2')).toBeUndefined();
  });

  it('gives back several at once, and which come after which', async () => {
    await stores.timers.save([evaluation('1'), evaluation('12'), evaluation('3')]);
    await stores.timers.save([{ ...evaluation('4'), project: '10001' }]);
    const stored = await stores.timers.stored(['1', '12', '99']);
    expect(stored.map(({ issue, timers }) => [issue, timers.length]).sort()).toEqual([
      ['1', 1],
      ['12', 1],
    ]);
    expect(await stores.timers.stored([])).toEqual([]);
    expect(await stores.timers.evaluatedAfter(PROJECT, '0', 2)).toEqual(['1', '3']);
    expect(await stores.timers.evaluatedAfter(PROJECT, '3', 2)).toEqual(['12']);
    expect(await stores.timers.evaluatedBefore(PROJECT, undefined, 2)).toEqual(['12', '3']);
    expect(await stores.timers.evaluatedBefore(PROJECT, '3', 2)).toEqual(['1']);
  });

  it('says what the latest issues came to, and which of those out of scope are resolved', async () => {
    const outside = { ...evaluation('12'), outcome: 'not-covered', timers: [], isResolved: true } as const;
    await stores.timers.save([evaluation('3'), outside, evaluation('2')]);
    await stores.timers.save([{ ...evaluation('40'), project: '10001' }]);
    const latest = await stores.timers.latestOutcomes(PROJECT, 2);
    expect([...latest]).toEqual([
      ['12', 'not-covered'],
      ['3', 'timers'],
    ]);
    const stored = await stores.timers.stored(['12', '3']);
    expect(stored.map(({ issue, isResolved }) => [issue, isResolved]).sort()).toEqual([
      ['12', true],
      ['3', undefined],
    ]);
  });

  it('knows whether an issue was judged by a rule book of another version', async () => {
    await stores.timers.save([evaluation('1')]);
    expect(await stores.timers.hasOtherThan(PROJECT, 'change-1')).toBe(false);
    expect(await stores.timers.hasOtherThan(PROJECT, 'change-2')).toBe(true);
    expect(await stores.timers.hasOtherThan('10001', 'change-2')).toBe(false);
  });

  it('knows which issues were deleted', async () => {
    await stores.timers.forget('2', onWednesday('10:00'));
    await stores.timers.forget('2', onWednesday('10:01'));
    expect(await stores.timers.deleted(['1', '2'])).toEqual(new Set(['2']));
    expect(await stores.timers.deleted([])).toEqual(new Set());
  });

  it('saves a full drain of 100 issues', async () => {
    const issues = Array.from({ length: 100 }, (_, index) => evaluation(String(1_000 + index)));
    await stores.timers.save(issues);
    expect((await stores.timers.of('1099'))?.timers).toHaveLength(1);
  });
}
