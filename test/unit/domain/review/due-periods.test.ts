import { duePeriods, MOST_DUE } from '../../../../src/domain/review/due-periods';
import { problemsOfReport } from '../../../../src/domain/review/service-report';
import { at } from '../../../support/builders';

const due = (kind: 'month' | 'quarter' | 'year', more: { since: string; endsAt?: string; zone?: string }) =>
  duePeriods(
    kind,
    {
      zone: more.zone ?? 'UTC',
      since: at(more.since),
      endsAt: more.endsAt === undefined ? undefined : at(more.endsAt),
    },
    at('2026-11-18T10:00Z'),
  ).map(({ period }) => period.from);

describe('what is due', () => {
  it('is each period that has ended since it was asked for, the latest first', () => {
    expect(due('month', { since: '2026-08-15T00:00Z' })).toEqual(['2026-10-01', '2026-09-01', '2026-08-01']);
    expect(due('quarter', { since: '2026-08-15T00:00Z' })).toEqual(['2026-07-01']);
    expect(due('year', { since: '2026-01-01T00:00Z' })).toEqual([]);
    expect(due('year', { since: '2025-12-31T23:59Z' })).toEqual(['2025-01-01']);
  });

  it('is none that ended before, and none that began when the agreement had ended', () => {
    expect(due('month', { since: '2026-11-01T00:00Z' })).toEqual([]);
    expect(due('month', { since: '2026-08-15T00:00Z', endsAt: '2026-10-01T00:00Z' })).toEqual([
      '2026-09-01',
      '2026-08-01',
    ]);
  });

  it('begins and ends by the days of the agreement’s zone', () => {
    expect(due('month', { since: '2026-10-31T23:30Z', zone: 'Europe/Berlin' })).toEqual([]);
    expect(due('month', { since: '2026-10-31T22:30Z', zone: 'Europe/Berlin' })).toEqual(['2026-10-01']);
  });

  it('does not reach back for ever', () => {
    expect(due('month', { since: '2000-01-01T00:00Z' })).toHaveLength(MOST_DUE);
  });
});

describe('a service report', () => {
  const words = { commentary: 'A calm month', recipients: { accounts: ['ada'], names: '' } };
  const codes = (more: Partial<typeof words>, isToIssue: boolean) =>
    problemsOfReport({}, { ...words, ...more }, isToIssue).map(({ code, path }) => `${code} ${path}`);

  it('is issued to somebody, with a commentary', () => {
    expect(codes({}, true)).toEqual([]);
    const nothing = { commentary: '', recipients: { accounts: [], names: '' } };
    expect(codes(nothing, false)).toEqual([]);
    expect(codes(nothing, true)).toEqual([
      'review.not-said words.commentary',
      'review.no-recipient words.recipients.names',
    ]);
    expect(codes({ recipients: { accounts: [], names: 'x'.repeat(301) } }, false)).toEqual([
      'review.long words.recipients.names',
    ]);
  });

  it('is final once it is issued', () => {
    const issued = { issued: { by: 'sam', at: at('2026-11-06T10:00Z') } };
    expect(problemsOfReport(issued, words, false)[0]?.code).toBe('review.issued');
  });
});
