import * as fc from 'fast-check';
import { holdingsOf } from '../../../../src/domain/breach/holders';
import { hours, sum, NO_TIME } from '../../../../src/domain/time/instant';
import { ledger } from '../../../../src/domain/timer/ledger';
import { evaluate } from '../../../../src/domain/timer/evaluate';
import {
  changed,
  created,
  goal,
  hoursOf,
  onWednesday,
  publication,
  resolutionMetric,
  timerOf,
} from '../../../support/builders';
import { law } from '../../../support/laws';
import { anyCase, rulesOf } from '../../../support/random-timers';

const steps = (facts: Parameters<typeof timerOf>[0], until = '16:00') => {
  const publications = [publication([resolutionMetric([goal('4 h', hours(4))])])];
  const [cycle] = timerOf(facts, publications, onWednesday(until)).cycles;
  return cycle ? ledger(cycle, hoursOf, onWednesday(until)) : [];
};

describe('who held an issue when', () => {
  it('has the counted time of each, also while it was with nobody', () => {
    const facts = [
      created(onWednesday('08:00')),
      changed(onWednesday('10:00'), { assignee: ' → ann' }),
      changed(onWednesday('12:00'), { assignee: 'ann → bob' }),
      changed(onWednesday('12:30'), { status: 'Open → Waiting' }),
      changed(onWednesday('13:30'), { status: 'Waiting → Open' }),
      changed(onWednesday('14:00'), { status: 'Open → Done' }),
      changed(onWednesday('15:00'), { assignee: 'bob → cay' }),
    ];
    expect(
      holdingsOf(steps(facts), facts, 'assignee').map(({ holder, from, to, counted }) => [
        holder,
        new Date(from).toISOString().slice(11, 16),
        new Date(to).toISOString().slice(11, 16),
        counted / hours(1),
      ]),
    ).toEqual([
      [null, '08:00', '10:00', 1],
      ['ann', '10:00', '12:00', 2],
      ['bob', '12:00', '14:00', 1],
    ]);
  });

  it('is nobody where there is no ledger', () => {
    expect(holdingsOf([], [created(onWednesday('09:00'))], 'assignee')).toEqual([]);
  });

  law(
    'whoever held it: all of them come to the counted time of the ledger, without a hole',
    [anyCase(), fc.constantFrom('status', 'priority')],
    ({ facts, timelines, now }, field) => {
      for (const { cycles } of evaluate({ facts }, rulesOf(timelines), hoursOf, now))
        for (const cycle of cycles) {
          const rows = ledger(cycle, hoursOf, now);
          const held = holdingsOf(rows, facts, field);
          const counted = rows.filter(({ kind }) => kind === 'counted');
          expect(held.reduce((total, each) => sum(total, each.counted), NO_TIME)).toBe(
            counted.reduce((total, each) => sum(total, each.counted), NO_TIME),
          );
          held.forEach((each, index) => expect(each.to).toBe(held[index + 1]?.from ?? rows.at(-1)?.to));
        }
    },
  );
});
