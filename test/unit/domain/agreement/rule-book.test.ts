import { publicationsOf } from '../../../../src/domain/timer/timeline';
import type { Revision } from '../../../../src/domain/agreement/revisions';
import { ruleBook } from '../../../../src/domain/agreement/rule-book';
import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { compiledCalendars } from '../../../../src/app/evaluate-issue';
import type { HolidaySet } from '../../../../src/domain/calendar/holiday-set';
import { evaluate } from '../../../../src/domain/timer/evaluate';
import { hours } from '../../../../src/domain/time/instant';
import {
  at,
  changed,
  created,
  goal,
  nineToFive,
  publication,
  resolutionMetric,
} from '../../../support/builders';

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
    expect(
      publicationsOf(book.timelines[0] ?? []).map(({ at: when, calendars }) => [
        when,
        calendars['nine-to-five'],
      ]),
    ).toEqual([
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
    expect(book.version).toBe('1/change-2026-01-01');
  });

  it('counts on the calendar of the site where the project has none of that name', () => {
    const shared = (seq: number, day: string, name?: string): Revision => ({
      ...calendar(seq, day, name),
      home: 'site',
    });
    const revisions = [
      shared(1, '2025-12-01'),
      saved(1, '2026-01-01'),
      shared(2, '2026-02-01', 'Other hours'),
    ];
    const versions = (book: ReturnType<typeof ruleBook>) =>
      publicationsOf(book.timelines[0] ?? []).map(({ calendars }) => calendars['nine-to-five']);
    expect(versions(ruleBook(revisions))).toEqual(['site/nine-to-five@1', 'site/nine-to-five@2']);
    expect(versions(ruleBook([...revisions, calendar(1, '2026-03-01')]))).toEqual([
      'site/nine-to-five@1',
      'site/nine-to-five@2',
      'nine-to-five@1',
    ]);
  });

  it('finds holiday sets of the site for the calendars of a project, and not the other way round', () => {
    const set = (id: string, home?: 'site'): Revision => ({
      kind: 'holiday-set',
      change: `change-${id}-${home ?? 'own'}`,
      seq: 1,
      at: at('2025-12-01T00:00Z'),
      doc: { id, name: id, days: [{ yearly: '12-25', name: 'Christmas' }] },
      ...(home && { home }),
    });
    const using = (home?: 'site'): Revision => ({
      kind: 'calendar',
      change: `change-calendar-${home ?? 'own'}`,
      seq: 1,
      at: at('2025-12-02T00:00Z'),
      doc: { ...nineToFive, holidaySets: ['feasts'] },
      ...(home && { home }),
    });
    const names = (...revisions: readonly Revision[]) => [...ruleBook(revisions).calendars.keys()];
    expect(names(set('feasts', 'site'), using())).toEqual(['nine-to-five@1+site/feasts@1']);
    expect(names(set('feasts'), set('feasts', 'site'), using())).toEqual(['nine-to-five@1+feasts@1']);
    expect(names(set('feasts'), using('site'))).toEqual(['site/nine-to-five@1']);
  });
});

describe('a holiday set that a calendar refers to', () => {
  const withSet: Revision = {
    kind: 'calendar',
    change: 'change-2026-01-01',
    seq: 1,
    at: at('2026-01-01T00:00Z'),
    doc: { ...nineToFive, holidaySets: ['public'] },
  };
  const set = (seq: number, day: string, ...days: HolidaySet['days']): Revision => ({
    kind: 'holiday-set',
    change: `change-${day}`,
    seq,
    at: at(`${day}T00:00Z`),
    doc: { id: 'public', name: 'Public holidays', days },
  });
  const christmas = { yearly: '12-25', name: 'Christmas' };
  const thursday = { date: '2026-11-19', name: 'New holiday' };
  const revisions = [
    withSet,
    saved(1, '2026-01-01'),
    set(1, '2026-01-01', christmas),
    set(2, '2026-11-18', christmas, thursday),
  ];

  it('is part of the calendar that is in force, and of the name of its version', () => {
    const book = ruleBook(revisions.slice(0, 3).reverse());
    const version = 'nine-to-five@1+public@1';
    expect(book.timelines[0]).toMatchObject([{ calendars: { 'nine-to-five': version } }]);
    expect(book.calendars.get(version)).toEqual({
      ...nineToFive,
      holidaySets: [{ id: 'public', name: 'Public holidays', days: [christmas] }],
    });
  });

  it('makes a new version of the calendar when it changes, and publishes the agreement anew (rule 15)', () => {
    const book = ruleBook([...revisions].reverse());
    expect(
      publicationsOf(book.timelines[0] ?? []).map(({ at: when, version, calendars }) => [
        when,
        version,
        calendars['nine-to-five'],
      ]),
    ).toEqual([
      [at('2026-01-01T00:00Z'), 'desk@1', 'nine-to-five@1+public@1'],
      [at('2026-11-18T00:00Z'), 'desk@1', 'nine-to-five@1+public@2'],
    ]);
  });

  it('leaves running and completed timers the calendar they started with (rules 15, 16)', () => {
    const metric = resolutionMetric([goal('Two days', hours(16))]);
    const book = ruleBook([...revisions, saved(2, '2026-01-02', { ...agreement, metrics: [metric] })]);
    const november = (time: string) => at(`2026-11-${time}Z`);
    const dueOf = (...facts: Parameters<typeof evaluate>[0]['facts']) => {
      const hoursOf = compiledCalendars(book);
      const timers = evaluate({ facts }, book.rules, hoursOf, november('23T00:00'));
      return timers.flatMap(({ standings }) => standings.map(({ due, breachedAt }) => due ?? breachedAt));
    };
    const beforeTheChange = created(november('17T12:00'));
    const done = changed(november('20T09:00'), { status: 'Open → Done' });
    expect(dueOf(beforeTheChange)).toEqual([november('19T12:00')]);
    expect(dueOf(beforeTheChange, done)).toEqual([november('19T12:00')]);
    expect(dueOf(created(november('18T12:00')))).toEqual([november('23T12:00')]);
  });

  it('leaves alone the calendars that do not refer to it', () => {
    const book = ruleBook([calendar(1, '2026-01-01'), ...revisions.slice(1)]);
    expect(book.timelines[0]).toHaveLength(1);
    expect([...book.calendars.keys()]).toEqual(['nine-to-five@1']);
  });
});
