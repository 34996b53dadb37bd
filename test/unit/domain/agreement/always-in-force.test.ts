import { asIfAlwaysInForce } from '../../../../src/domain/agreement/always-in-force';
import type { Revision } from '../../../../src/domain/agreement/revisions';
import { ruleBook } from '../../../../src/domain/agreement/rule-book';
import { EARLIEST, hours } from '../../../../src/domain/time/instant';
import { at, goal, nineToFive, onWednesday, publication, resolutionMetric } from '../../../support/builders';

const { agreement } = publication([resolutionMetric([goal('Four hours', hours(4))])]);
const calendar = { ...nineToFive, id: 'office' };
const saved = (change: string, seq: number, time: string) => ({ change, seq, at: onWednesday(time) });

const revisions: Revision[] = [
  { kind: 'calendar', ...saved('a', 1, '08:00'), doc: { ...calendar, name: 'Before' } },
  { kind: 'agreement', ...saved('a', 1, '08:00'), doc: { ...agreement, name: 'Before' } },
  { kind: 'agreement', ...saved('a', 1, '08:00'), doc: { ...agreement, id: 'other' } },
  {
    kind: 'step',
    ...saved('b', 1, '09:00'),
    doc: { id: agreement.id, step: 'suspend', from: at('2026-11-18T09:00Z'), reason: 'Move' },
  },
  { kind: 'calendar', ...saved('c', 2, '10:00'), doc: calendar },
  { kind: 'agreement', ...saved('d', 2, '11:00'), doc: agreement },
] as Revision[];

describe('an agreement as if it had always been in force', () => {
  const seen = asIfAlwaysInForce(revisions, new Set([agreement.id]));

  it('never said or suffered anything else, on the calendars as they are now', () => {
    const own = seen.filter(({ kind, doc }) => kind === 'calendar' || doc.id === agreement.id);
    expect(own.map(({ kind, seq, at: since }) => [kind, seq, since])).toEqual([
      ['calendar', 2, EARLIEST],
      ['agreement', 2, EARLIEST],
    ]);
    const { latestCalendars, timelines } = ruleBook(seen);
    expect([...latestCalendars]).toEqual([['office', 'office@2']]);
    expect(timelines.flat().filter((entry) => entry.kind !== 'published')).toEqual([]);
  });

  it('leaves the past of others alone', () => {
    expect(seen.filter(({ doc }) => doc.id === 'other')).toEqual([revisions[2]]);
  });
});
