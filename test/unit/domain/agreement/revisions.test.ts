import { ruleBook, type Revision } from '../../../../src/domain/agreement/revisions';
import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { hours } from '../../../../src/domain/time/instant';
import { at, goal, nineToFive, publication, resolutionMetric } from '../../../support/builders';

const { agreement } = publication([resolutionMetric([goal('Four hours', hours(4))])]);
const calendar = (seq: number, day: string, name = 'Nine to five'): Revision => ({
  kind: 'calendar',
  change: `change-${day}`,
  seq,
  at: at(`${day}T00:00Z`),
  doc: { ...nineToFive, name },
});
const saved = (seq: number, day: string, doc: Agreement = agreement): Revision => ({
  kind: 'agreement',
  change: `change-${day}`,
  seq,
  at: at(`${day}T00:00Z`),
  doc,
});

describe('a rule book', () => {
  it('publishes an agreement with the versions of its calendars', () => {
    const book = ruleBook([saved(1, '2026-01-01'), calendar(1, '2026-01-01')]);
    expect(book.timelines).toHaveLength(1);
    expect(book.timelines[0]).toMatchObject([
      { version: 'desk@1', calendars: { 'nine-to-five': 'nine-to-five@1' } },
    ]);
    expect(book.version).toBe('1/change-2026-01-01');
  });

  it('publishes it anew when one of its calendars changes, and keeps the calendar of before (rule 15)', () => {
    const revisions = [
      saved(1, '2026-01-01'),
      calendar(1, '2026-01-01'),
      calendar(2, '2026-02-01', 'Other hours'),
    ];
    const book = ruleBook([...revisions].reverse());
    expect(book.timelines[0]?.map(({ at: when, calendars }) => [when, calendars['nine-to-five']])).toEqual([
      [at('2026-01-01T00:00Z'), 'nine-to-five@1'],
      [at('2026-02-01T00:00Z'), 'nine-to-five@2'],
    ]);
    expect(book.calendars.get('nine-to-five@1')?.name).toBe('Nine to five');
  });

  it('leaves it alone when a calendar that it does not use changes', () => {
    const other: Revision = {
      kind: 'calendar',
      change: 'later',
      seq: 1,
      at: at('2026-03-01T00:00Z'),
      doc: { ...nineToFive, id: 'nights' },
    };
    const book = ruleBook([saved(1, '2026-01-01'), calendar(1, '2026-01-01'), other]);
    expect(book.timelines[0]).toHaveLength(1);
    expect(book.version).toBe('2/later');
  });
});
